"""Cuts windows of speech out of a stream of samples."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples
from streamlation_desktop.engines.base import VoiceActivityDetector
from streamlation_desktop.pipeline.sample_buffer import SampleBuffer
from streamlation_desktop.pipeline.speech_windows import SegmentSettings, SpeechWindowFinder, WindowRules

_BLOCK_FRAMES = 32
"""Frames per call of the detector: 1 s, for the price of a call is high beside that of a frame."""


class SpeechCutter:
    """Listens through a detector and keeps the audio of the window in the making."""

    def __init__(self, detector: VoiceActivityDetector, settings: SegmentSettings) -> None:
        self._detector = detector
        self._frame = detector.frame_samples
        self._block = _BLOCK_FRAMES * self._frame
        self._rules = _rules(settings, self._frame)
        self._buffer = SampleBuffer((self._rules.max_length + self._rules.padding) * self._frame + 2 * self._block)
        self.start(0)

    @property
    def end(self) -> int:
        """Index in media time of the sample to come."""
        return self._buffer.end

    def start(self, first_sample: int) -> None:
        """Forget everything; the next sample is `first_sample`."""
        self._buffer.restart(first_sample)
        self._listen_from(first_sample)

    def push(self, samples: Samples) -> Iterator[AudioChunk]:
        """Take samples that follow on the last ones; the windows that they complete."""
        while len(samples):
            taken = min(self._buffer.room, len(samples))
            self._buffer.append(samples[:taken])
            samples = samples[taken:]
            yield from self._scan()

    def drain(self) -> Iterator[AudioChunk]:
        """The windows in what is left, when no audio follows."""
        while True:
            yield from self._scan()
            window = self._hear(self._buffer.end) or self._finder.finish()
            if window is None:
                return
            yield self._cut(window)

    def _scan(self) -> Iterator[AudioChunk]:
        """Listen as far as the buffer goes, in whole blocks counted from the origin."""
        while (end := self._at(self._finder.heard) + self._block) <= self._buffer.end:
            window = self._hear(end)
            if window is not None:
                yield self._cut(window)
            else:
                self._buffer.drop_before(self._at(self._finder.needed_from))

    def _hear(self, end: int) -> range | None:
        """Listen up to sample `end`; the last frame is filled up with silence."""
        samples = self._buffer.view(self._at(self._finder.heard), end)
        samples = np.pad(samples, (0, -len(samples) % self._frame))
        for probability in self._detector.probabilities(samples):
            window = self._finder.push(float(probability))
            if window is not None:
                return window
        return None

    def _cut(self, window: range) -> AudioChunk:
        """Take the window out of the buffer and listen anew from its end."""
        start, end = self._at(window.start), min(self._at(window.stop), self._buffer.end)
        audio = AudioChunk(self._buffer.view(start, end).copy(), start)
        self._buffer.drop_before(end)
        self._listen_from(end)
        return audio

    def _listen_from(self, sample: int) -> None:
        self._origin = sample
        self._finder = SpeechWindowFinder(self._rules)
        self._detector.reset()

    def _at(self, frame: int) -> int:
        return self._origin + frame * self._frame


def _rules(settings: SegmentSettings, frame: int) -> WindowRules:
    def frames(seconds: float) -> int:
        return round(seconds * SAMPLE_RATE / frame)

    return WindowRules(
        onset=settings.onset,
        release=settings.release,
        min_speech=frames(settings.min_speech),
        min_silence=frames(settings.min_silence),
        max_pause=frames(settings.max_pause),
        padding=frames(settings.padding),
        max_length=int(settings.max_window * SAMPLE_RATE) // frame,
    )
