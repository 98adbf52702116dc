"""The film and its transcript side by side, with a line of controls above them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from streamlation_desktop.gui.theme import SPACE, trailing_margins


class FilmColumn(QWidget):
    """Made from the outside in: what is moved into another widget gets its style anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        """The film comes first into it, then the transcript."""
        self._head = QWidget()
        self._column = QVBoxLayout(self)

    def arrange(self, title: QWidget, *controls: QWidget) -> None:
        """Put everything in its place, once the splitter has what belongs into it."""
        head = QHBoxLayout(self._head)
        head.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 0)
        head.addWidget(title, 1)
        for control in controls:
            head.addWidget(control)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([600, 440])
        self._space()
        self._column.addWidget(self._head)
        self._column.addWidget(self.splitter, 1)

    def fill(self, is_full: bool) -> None:
        """Leave no room around the film, or put it back."""
        if is_full:
            self._column.setContentsMargins(0, 0, 0, 0)
            self._column.setSpacing(0)
        else:
            self._space()
        self._head.setVisible(not is_full)

    def _space(self) -> None:
        left, top, right, _ = trailing_margins()
        self._column.setContentsMargins(left, top, right, SPACE)
        self._column.setSpacing(SPACE)
