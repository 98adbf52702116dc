"""A change of one text that can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand


class Change(QUndoCommand):
    """One text before and after."""

    def __init__(self, apply: Callable[[str], object], before: str, after: str, text: str) -> None:
        """`apply` shows and keeps a text; it is called at once, by the stack. `text` names the change."""
        super().__init__(text)
        self._apply, self._before, self._after = apply, before, after

    def redo(self) -> None:
        """See Qt."""
        self._apply(self._after)

    def undo(self) -> None:
        """See Qt."""
        self._apply(self._before)
