"""Puts the dub over the original sound, in media time, before the tempo is changed."""

from __future__ import annotations

import bisect
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.media.av_streams.sound import resampled
from streamlation_desktop.playback.base import Pcm
from streamlation_desktop.playback.duck import ATTACK, DEPTH_DB, RELEASE, duck_gain

_SWITCH_SECONDS = 0.05
_LIMIT = 0.9
_MAX_CLIP = 120.0
"""Seconds; longer ones come in parts."""


@dataclass(frozen=True, slots=True, eq=False)
class DubClip:
    """A spoken translation: mono, at the player's rate, placed in media time."""

    start: float
    samples: npt.NDArray[np.float32] = field(repr=False)
    rate: int

    @property
    def span(self) -> TimeSpan:
        """When it sounds."""
        return TimeSpan(self.start, self.start + len(self.samples) / self.rate)


class DubMixer:
    """The player calls it with every block of sound; everything may be changed while it plays."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._lock = threading.Lock()
        self._clips: list[DubClip] = []
        self._starts: list[float] = []
        self._level = 0.0
        self.enabled = False
        """Whether the dub is heard."""
        self.original_volume = 1.0
        """Linear, beside the ducking."""
        self.dub_volume = 1.0
        self.depth_db = DEPTH_DB
        """What the original goes down by under a clip."""
        self.offset = 0.0
        """Seconds by which the dub comes later."""

    @property
    def clips(self) -> tuple[DubClip, ...]:
        """In order of their start."""
        with self._lock:
            return tuple(self._clips)

    def add(self, start: float, samples: npt.NDArray[np.float32], rate: int) -> None:
        """One clip more: mono `samples` at `rate`, from `start` seconds of media time on."""
        clip = DubClip(start, resampled(samples, rate, self._rate)[: int(_MAX_CLIP * self._rate)], self._rate)
        with self._lock:
            at = bisect.bisect_left(self._starts, start)
            self._clips.insert(at, clip)
            self._starts.insert(at, start)

    def remove(self, start: float) -> None:
        """Forget the clip that begins at `start`, if there is one."""
        with self._lock:
            at = bisect.bisect_left(self._starts, start)
            if at < len(self._starts) and self._starts[at] == start:
                del self._clips[at], self._starts[at]

    def replace(self, clips: Iterable[tuple[float, npt.NDArray[np.float32], int]]) -> None:
        """Forget the clips and take these: start, samples, rate."""
        self.clear()
        for clip in clips:
            self.add(*clip)

    def clear(self) -> None:
        """Forget all clips."""
        with self._lock:
            self._clips, self._starts = [], []

    def forget_before(self, time: float) -> None:
        """Free what a live stream has passed."""
        with self._lock:
            count = bisect.bisect_left(self._starts, time - _MAX_CLIP)
            del self._clips[:count], self._starts[:count]

    def __call__(self, pcm: Pcm, time: float) -> Pcm:
        """What is heard of the original `pcm`, whose first frame is media time `time`."""
        ramp = self._ramp(len(pcm))
        if not ramp.any():
            return pcm
        clips = self._near(time - self.offset, len(pcm) / self._rate)
        first = time - self.offset
        gain = duck_gain(first, len(pcm), self._rate, [clip.span for clip in clips], self.depth_db)
        level = 1.0 + ramp * (gain * self.original_volume - 1.0)
        mixed = pcm * level[:, None].astype(np.float32)
        for clip in clips:
            _add(mixed, clip, first, ramp * self.dub_volume)
        return _limited(mixed)

    def _near(self, first: float, seconds: float) -> list[DubClip]:
        with self._lock:
            low = bisect.bisect_left(self._starts, first - _MAX_CLIP - RELEASE)
            high = bisect.bisect_right(self._starts, first + seconds + ATTACK)
            return [clip for clip in self._clips[low:high] if clip.span.end + RELEASE > first]

    def _ramp(self, count: int) -> npt.NDArray[np.float32]:
        """0 for the original alone, 1 for the dub; never a click between."""
        target = 1.0 if self.enabled else 0.0
        if self._level == target:
            return np.full(count, target, np.float32)
        step = np.arange(1, count + 1) / (_SWITCH_SECONDS * self._rate)
        ramp = self._level + step if target > self._level else self._level - step
        bounded = np.clip(ramp, 0.0, 1.0).astype(np.float32)
        self._level = float(bounded[-1]) if count else self._level
        return np.asarray(bounded, np.float32)


def _add(mixed: Pcm, clip: DubClip, first: float, volume: npt.NDArray[np.float32]) -> None:
    at = round((clip.start - first) * clip.rate)
    begin, end = max(0, at), min(len(mixed), at + len(clip.samples))
    if begin < end:
        part = clip.samples[begin - at : end - at] * volume[begin:end]
        mixed[begin:end] += part[:, None]


def _limited(mixed: Pcm) -> Pcm:
    """Bend peaks that would clip; leave the rest as it is."""
    size = np.abs(mixed)
    if not len(mixed) or size.max() <= _LIMIT:
        return mixed
    room = 1.0 - _LIMIT
    bent = _LIMIT + room * np.tanh((size - _LIMIT) / room)
    return np.asarray(np.where(size > _LIMIT, np.sign(mixed) * bent, mixed), np.float32)
