"""What all pages have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import label


class Page(QWidget):
    """A title, room for tools beside it, and the page's own content below."""

    def __init__(self, title: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        self.column.setSpacing(2 * SPACE)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(SPACE)
        self.tools.addWidget(label(title, "title"))
        self.tools.addStretch(1)
        self.column.addLayout(self.tools)
        if text:
            self.column.addWidget(label(text, "muted", wrap=True))

    def shown(self) -> None:
        """It has come to the front."""

    def begin_search(self) -> None:
        """Put the cursor where something on the page is searched for."""
