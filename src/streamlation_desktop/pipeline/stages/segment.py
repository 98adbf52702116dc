"""The segment stage: cuts a stream of audio into windows that hold speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from streamlation_desktop.core.types import AudioChunk, SpeechSegment
from streamlation_desktop.engines.base import VoiceActivityDetector
from streamlation_desktop.pipeline.fixed_cutter import FixedCutter
from streamlation_desktop.pipeline.speech_cutter import SpeechCutter
from streamlation_desktop.pipeline.speech_windows import SegmentSettings


@dataclass(frozen=True, slots=True)
class SegmentStage:
    """Turns audio into windows of at most 30 s.

    Each window is contiguous in media time, pauses included. Starting the audio at the end of any
    window gives the same windows from there on, so an interrupted job can go on where it stopped.
    At most one window of audio is kept in memory. Where `first_sample` jumps ahead the window ends;
    audio that was there before is skipped.
    """

    detector: VoiceActivityDetector | None
    """None: no detection, all audio goes through in windows cut at quiet points."""
    settings: SegmentSettings = field(default_factory=SegmentSettings)

    def __call__(self, chunks: Iterable[AudioChunk]) -> Iterator[SpeechSegment]:
        """Yield each window as soon as the audio behind it settles where it ends."""
        for number, audio in enumerate(self._windows(chunks), start=self.settings.first_id):
            yield SpeechSegment(number, audio)

    def _windows(self, chunks: Iterable[AudioChunk]) -> Iterator[AudioChunk]:
        cutter = SpeechCutter(self.detector, self.settings) if self.detector else FixedCutter(self.settings.max_window)
        started = False
        for chunk in chunks:
            if not started or chunk.first_sample > cutter.end:
                yield from cutter.drain()
                cutter.start(chunk.first_sample)
                started = True
            yield from cutter.push(chunk.samples[max(cutter.end - chunk.first_sample, 0) :])
        yield from cutter.drain()
