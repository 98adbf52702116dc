"""Writes the states of live captions in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Word


@dataclass(slots=True)
class LineWriter:
    """Turns settled words and tails into states; a state that would look like the last one is not made."""

    language: LanguageCode
    line: int = 0
    """The first line's ordinal."""
    revision: int = 0
    """What comes before the first state's revision."""
    _words: tuple[Word, ...] = ()
    _tail: str = ""
    _is_stale: bool = False
    """A mark came that no state shows yet."""
    _last: CaptionState | None = field(default=None)

    @property
    def settled(self) -> tuple[Word, ...]:
        """The settled words of the open line."""
        return self._words

    def mark(self, settled: Sequence[Word]) -> None:
        """The settled words of the line once more: there may be a full stop behind the last of them now."""
        self._is_stale = self._words[-1:] != tuple(settled[-1:])
        self._words = tuple(settled)

    def write(self, words: Sequence[Word], tail: str, heard_until: float) -> list[CaptionState]:
        """Add settled words to the line, and show `tail` behind them."""
        if not words and tail == self._tail and not self._is_stale:
            return []
        self._words += tuple(words)
        self._tail = tail
        return [self._state(heard_until, is_closed=False)]

    def close(self, words: Sequence[Word], heard_until: float) -> list[CaptionState]:
        """Add the line's last words; what is said next is on a line of its own."""
        self._words += tuple(words)
        self._tail = ""
        state = self._state(heard_until, is_closed=True)
        self.line, self._words = self.line + 1, ()
        return [state]

    def clear(self, heard_until: float) -> list[CaptionState]:
        """Nobody speaks: take the last line off the display, if it is still there."""
        if self._last is None or not self._last.is_closed:
            return []
        return [self._state(heard_until, is_closed=False)]

    def _state(self, heard_until: float, *, is_closed: bool) -> CaptionState:
        self.revision += 1
        self._is_stale = False
        words = self._words
        if words:
            words = (replace(words[0], text=words[0].text.lstrip()), *words[1:])
        self._last = CaptionState(self.language, self.revision, self.line, words, self._tail, heard_until, is_closed)
        return self._last
