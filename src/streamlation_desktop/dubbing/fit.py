"""Fits one line into its slot: by tempo within what sounds natural, by another wording, never by cutting words.

In this order: speak at the tempo that the prediction asks for; once more at the tempo that the first try
asks for; up to 5 % of time-stretch; begin a little earlier; a shorter translation. What then is still too
long runs over its slot, which `arrange` marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from streamlation_desktop.dubbing.slots import Slot

Clip = TypeVar("Clip")

_CLOSE = 0.02
"""Scales nearer than this sound the same."""
_SHORTER = 0.97
"""Another wording must be so much shorter to be worth a try."""


@dataclass(frozen=True, slots=True)
class TempoLimits:
    """What sounds natural. Tempo is the natural duration by the heard one."""

    fastest: float = 1.15
    stretch: float = 1.05
    """Most that the sound itself is stretched or squeezed."""

    @property
    def least_scale(self) -> float:
        """Shortest that a voice is asked to speak."""
        return 1.0 / self.fastest


@dataclass(frozen=True, slots=True)
class Said(Generic[Clip]):
    """One try of a voice."""

    clip: Clip
    seconds: float
    """Without the silence at both ends."""


@dataclass(frozen=True, slots=True)
class Fitted(Generic[Clip]):
    """A line as it will be heard."""

    clip: Clip
    text: str
    start: float
    """Seconds of media time."""
    seconds: float
    """How long it is heard, after the stretch."""
    scale: float
    """Length that the voice was asked for, against its natural one."""
    stretch: float
    """Tempo of the sound against what the voice said."""
    tries: int
    wording: int = 0
    """0 for the best translation, 1 for the second …"""

    @property
    def tempo(self) -> float:
        """Against the natural tempo of the voice."""
        return self.stretch / self.scale

    @property
    def end(self) -> float:
        """Seconds of media time."""
        return self.start + self.seconds


Say = Callable[[str, float], Said[Clip]]
"""Say a text at a length scale."""
Predict = Callable[[str], float]
"""Seconds that a text will take at the natural tempo."""


@dataclass(frozen=True, slots=True)
class Fitter(Generic[Clip]):
    """Fits lines of one voice."""

    say: Say[Clip]
    predict: Predict
    tempo: TempoLimits = TempoLimits()

    def fit(self, slot: Slot, wordings: Iterable[str]) -> Fitted[Clip]:
        """The first wording that fits `slot`, else the one that runs over least.

        Args:
            slot: the line's time.
            wordings: the translation, then shorter ones; taken one by one, as they are needed.
        """
        best: Fitted[Clip] | None = None
        for number, text in enumerate(wordings):
            if best is not None and self.predict(text) > _SHORTER * self.predict(best.text):
                continue
            fitted = self._fit(slot, text, number)
            if best is None or fitted.seconds < best.seconds:
                best = fitted
            if best.end <= slot.end + _TOLERANCE:
                return best
        assert best is not None, "no wording"
        return best

    def scale(self, slot: Slot, text: str) -> float:
        """At which a text is said first."""
        return self._clamped(_room(slot) / self.predict(text))

    def _fit(self, slot: Slot, text: str, wording: int) -> Fitted[Clip]:
        room, scale = _room(slot), self.scale(slot, text)
        said = self.say(text, scale)
        tries = 1
        better = self._clamped(scale * room / said.seconds) if said.seconds > 0 else 1.0
        if abs(better - scale) > _CLOSE:
            said, scale, tries = self.say(text, better), better, 2
        stretch = min(max(said.seconds / room, 1.0), self.tempo.stretch, max(1.0, self.tempo.fastest * scale))
        seconds = said.seconds / stretch
        start = slot.start - min(max(0.0, seconds - room), slot.lead)
        return Fitted(said.clip, text, start, seconds, scale, stretch, tries, wording)

    def _clamped(self, scale: float) -> float:
        """Natural where there is room: to fill a slot is no reason to drawl."""
        return round(min(1.0, max(scale, self.tempo.least_scale)), 3)


def _room(slot: Slot) -> float:
    return max(slot.room, _SMALLEST_ROOM)


_SMALLEST_ROOM = 0.2
_TOLERANCE = 0.005
