"""What live captions show: text that is settled, and a tail that may still change.

A session publishes one `CaptionState` after another for each language. Every state stands alone, so a
viewer that comes late, misses some or gets some twice shows the right text all the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import TimeSpan, Word


@dataclass(frozen=True, slots=True)
class CaptionState:
    """The line being spoken, in one language, at one moment.

    Within a line, `committed` only grows; once `is_closed`, the line never changes again and the next state
    begins the next line. An open line without any text clears the display.
    """

    language: LanguageCode
    revision: int
    """Counts the states of this language in the session, from 1 and without gaps."""
    line: int
    """Ordinal of the line in the session, from 0; the same sentence has the same number in every language."""
    committed: tuple[Word, ...] = ()
    """Settled words with their media times; each carries its own leading space."""
    tail: str = ""
    """What seems to follow; it may change or vanish."""
    heard_until: float = 0.0
    """Media time in seconds up to which the sound is understood."""
    is_closed: bool = False

    @property
    def text(self) -> str:
        """The settled text."""
        return "".join(word.text for word in self.committed).strip()

    @property
    def span(self) -> TimeSpan:
        """From the first settled word to the last; empty where nothing is settled."""
        if not self.committed:
            return TimeSpan(self.heard_until, self.heard_until)
        return TimeSpan(self.committed[0].span.start, max(word.span.end for word in self.committed))


@dataclass(slots=True)
class CaptionLog:
    """Puts the states of one language together again, in whatever order and however often they come."""

    keep: int | None = None
    """How many of the latest lines to remember; None for all."""
    _lines: dict[int, CaptionState] = field(default_factory=dict)
    _latest: CaptionState | None = None

    def add(self, state: CaptionState) -> bool:
        """Take one state; False when it tells nothing new."""
        known = self._lines.get(state.line)
        if known is not None and known.revision >= state.revision:
            return False
        if self.keep is not None and state.line <= self._newest_line() - self.keep:
            return False
        self._lines[state.line] = state
        if self._latest is None or state.revision > self._latest.revision:
            self._latest = state
        self._forget()
        return True

    @property
    def latest(self) -> CaptionState | None:
        """The state to show."""
        return self._latest

    @property
    def lines(self) -> tuple[CaptionState, ...]:
        """The last state of every line, in order."""
        return tuple(self._lines[number] for number in sorted(self._lines))

    @property
    def text(self) -> str:
        """All settled text, one line per line."""
        return "\n".join(state.text for state in self.lines if state.committed)

    def _newest_line(self) -> int:
        return max(self._lines, default=-1)

    def _forget(self) -> None:
        if self.keep is not None:
            newest = self._newest_line()
            for number in [number for number in self._lines if number <= newest - self.keep]:
                del self._lines[number]
