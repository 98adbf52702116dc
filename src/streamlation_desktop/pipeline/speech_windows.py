"""Finds where speech windows begin and end, from speech probabilities frame by frame.

Thresholds with hysteresis follow Silero's own iterator. All positions are frames since the point
from which the detector listens; a window is a half-open range of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class SegmentSettings:
    """How speech is told from silence and packed into windows; seconds."""

    max_window: float = 30.0
    onset: float = 0.5
    """Probability of speech at which speech begins."""
    release: float = 0.35
    """Probability of speech below which it may end."""
    min_speech: float = 0.25
    min_silence: float = 0.5
    max_pause: float = 4.0
    """Speech that pauses for less stays in one window: a window costs the same, full or not."""
    padding: float = 0.2
    first_id: int = 0
    """Id of the first segment."""


@dataclass(frozen=True, slots=True)
class WindowRules:
    """When speech begins, ends and must be cut; counts are frames."""

    onset: float
    """Probability from which silence turns into speech."""
    release: float
    """Probability below which speech may end."""
    min_speech: int
    min_silence: int
    max_pause: int
    """A window ends when the speech in it has paused for so long."""
    padding: int
    max_length: int


class SpeechWindowFinder:
    """Eats probabilities and tells the first window that is complete.

    After a window the caller makes a new finder that listens from the window's end: what follows
    depends on nothing before it, which makes a resumed run cut where an uninterrupted one does.
    """

    def __init__(self, rules: WindowRules) -> None:
        self._rules = rules
        self._heard = 0
        self._recent: list[float] = []
        self._window_start: int | None = None
        self._speech_end: int | None = None
        self._region_start: int | None = None
        self._quiet_since: int | None = None

    @property
    def heard(self) -> int:
        """Frames eaten so far."""
        return self._heard

    @property
    def needed_from(self) -> int:
        """Audio before this frame can no longer become part of a window."""
        if self._window_start is not None:
            return self._window_start
        return max(0, self._heard - self._rules.padding)

    def push(self, probability: float) -> range | None:
        """Eat one frame; the window when this frame completes it."""
        frame = self._heard
        self._heard += 1
        self._recent.append(probability)
        if self._region_start is None:
            if probability >= self._rules.onset:
                self._open_region(frame)
        else:
            self._continue_region(frame, probability)
        del self._recent[: len(self._recent) - (self._heard - self.needed_from)]
        return self._complete()

    def finish(self) -> range | None:
        """The window that the end of the audio completes, if there is one."""
        if self._region_start is not None:
            self._close_region(self._heard if self._quiet_since is None else self._quiet_since)
        if self._window_start is None or self._speech_end is None:
            return None
        return self._until(self._speech_end)

    def _open_region(self, frame: int) -> None:
        self._region_start, self._quiet_since = frame, None
        if self._window_start is None:
            self._window_start = max(0, frame - self._rules.padding)

    def _continue_region(self, frame: int, probability: float) -> None:
        if probability >= self._rules.onset:
            self._quiet_since = None
        elif self._quiet_since is None and probability < self._rules.release:
            self._quiet_since = frame
        if self._quiet_since is not None and frame + 1 - self._quiet_since >= self._rules.min_silence:
            self._close_region(self._quiet_since)

    def _close_region(self, end: int) -> None:
        assert self._region_start is not None
        if end - self._region_start >= self._rules.min_speech:
            self._speech_end = end
        elif self._speech_end is None:
            self._window_start = None  # a click, not speech
        self._region_start = self._quiet_since = None

    def _complete(self) -> range | None:
        if self._window_start is None:
            return None
        is_full = self._heard - self._window_start >= self._rules.max_length
        if self._region_start is None and self._speech_end is not None:
            if is_full or self._heard - self._speech_end >= self._rules.max_pause:
                return self._until(self._speech_end)
        elif is_full:
            cut = cut_point(np.asarray(self._recent, np.float32), self._rules)
            return range(self._window_start, self._window_start + cut)
        return None

    def _until(self, speech_end: int) -> range:
        assert self._window_start is not None
        return range(self._window_start, min(speech_end + self._rules.padding, self._heard))


def cut_point(probabilities: npt.NDArray[np.float32], rules: WindowRules) -> int:
    """Where to cut a window that is full of speech, in frames from its start.

    In a pause of its last two thirds: the longer and the later, the better, but one that would part
    two regions is long enough. Without a pause, at the frame of its last third that is least like
    speech. Most of a long pause is left to the next window.
    """
    third = len(probabilities) // 3
    starts, lengths = _runs(probabilities[third:] < rules.release)
    if len(starts):
        best = int(np.argmax(np.minimum(lengths, rules.min_silence) * (third + starts)))
        return third + int(starts[best]) + min((int(lengths[best]) + 1) // 2, rules.padding)
    return 2 * third + int(np.argmin(probabilities[2 * third :]))


def _runs(flags: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Starts and lengths of the runs of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return edges[::2], edges[1::2] - edges[::2]
