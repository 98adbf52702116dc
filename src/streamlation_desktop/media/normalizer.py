"""Brings any decoded audio to one form, in media time: for recognizers, 16 kHz mono float32."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler

from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.media.timeline import TOLERANCE, Timeline

_BLOCK_SECONDS = 1  # gaps are filled in blocks, however long they are


@dataclass(frozen=True, slots=True)
class AudioForm:
    """What comes out: float32, mono as ``(n,)``, stereo as ``(n, 2)``."""

    rate: int = SAMPLE_RATE
    """Hz."""
    channels: int = 1


FOR_RECOGNITION = AudioForm()


class Normalizer:
    """A stream converter: frames in, consecutive samples out, gaps filled with silence.

    Sample ``n`` of the output is media time ``n / rate``.
    """

    def __init__(self, timeline: Timeline, form: AudioForm = FOR_RECOGNITION) -> None:
        self.timeline = timeline
        self._form = form
        self.position = 0
        """Samples put out so far."""
        self._input: tuple[str, str, int] | None = None
        self._resampler = AudioResampler()
        self._surplus = 0  # samples to drop: audio that was put out before

    def feed(self, frame: AudioFrame) -> Iterator[Samples]:
        """Convert one frame; yields blocks of any length."""
        expected = self.timeline.cursor
        start = self.timeline.place(frame.time, frame.samples / frame.sample_rate)
        form = (frame.format.name, frame.layout.name, frame.sample_rate)
        if form != self._input or abs(start - expected) > TOLERANCE:
            yield from self.flush()
            self._input = form
            self._resampler = _resampler(self._form)
            position = round(start * self._form.rate)
            yield from self._silence(position - self.position)
            self._surplus = max(0, self.position - position)
        yield from self._put(self._convert(frame))

    def advance(self, time: float) -> Iterator[Samples]:
        """Silence up to media time `time`, where the sound has stopped and the picture goes on."""
        yield from self.flush()
        missing = round(time * SAMPLE_RATE) - self.position
        if missing > 0:
            self.timeline.counters.gap_seconds += missing / SAMPLE_RATE
            self.timeline.cursor = time
            yield from self._silence(missing)

    def flush(self) -> Iterator[Samples]:
        """What the resampler still holds."""
        if self._input is not None:
            yield from self._put(self._resampler.resample(None))
            self._input = None

    def _convert(self, frame: AudioFrame) -> list[AudioFrame]:
        frame.pts = None  # the resampler would pad after its own reading of the time stamps
        try:
            return self._resampler.resample(frame)
        except (av.FFmpegError, ValueError):
            self._resampler = _resampler(self._form)
            return self._resampler.resample(_mixed(frame))

    def _put(self, frames: list[AudioFrame]) -> Iterator[Samples]:
        for frame in frames:
            samples = np.frombuffer(memoryview(frame.planes[0]), np.float32, frame.samples * self._form.channels)
            if self._form.channels > 1:
                samples = samples.reshape(-1, self._form.channels)
            if self._surplus:
                dropped = min(self._surplus, len(samples))
                self._surplus -= dropped
                samples = samples[dropped:]
            self.position += len(samples)
            yield samples

    def _silence(self, count: int) -> Iterator[Samples]:
        while count > 0:
            length = min(count, _BLOCK_SECONDS * self._form.rate)
            channels = self._form.channels
            block = np.zeros((length, channels) if channels > 1 else length, np.float32)
            count -= len(block)
            self.position += len(block)
            yield block


def _resampler(form: AudioForm = FOR_RECOGNITION) -> AudioResampler:
    layout = "mono" if form.channels == 1 else "stereo"
    # Without the limit, floating-point channels are added up and clip.
    return AudioResampler(format="flt", layout=layout, rate=form.rate, options={"rematrix_maxval": "1.0"})


def _mixed(frame: AudioFrame) -> AudioFrame:
    """The mean of all channels: for layouts that FFmpeg cannot down-mix (unnamed, ambisonic)."""
    array = frame.to_ndarray()
    if not frame.format.is_planar:
        array = array.reshape(-1, len(frame.layout.channels)).T
    mono = array.mean(axis=0, dtype=np.float64)
    if array.dtype.kind == "u":
        mono = mono / 128.0 - 1.0
    elif array.dtype.kind == "i":
        mono /= 2.0 ** (8 * array.dtype.itemsize - 1)
    mixed = AudioFrame.from_ndarray(mono.astype(np.float32).reshape(1, -1), format="flt", layout="mono")
    mixed.sample_rate = frame.sample_rate
    return mixed
