"""A strip at the top of the window that tells something and offers a way on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from streamlation_desktop.gui.icons import set_symbol
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import button, label, tool


class MessageBar(QFrame):
    """One message at a time; a newer one takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._act: Callable[[], Any] | None = None
        self._act_other: Callable[[], Any] | None = None
        self._symbol = QLabel()
        set_symbol(self._symbol, "info", 22)
        self.title = label("", "heading", wrap=True)
        self.text = label("", wrap=True)
        self.action: QPushButton = button("", primary=True)
        self.action.clicked.connect(lambda: self._on_action(self._act))
        self.other: QPushButton = button("")
        self.other.clicked.connect(lambda: self._on_action(self._act_other))
        for way in (self.action, self.other):
            way.hide()
        self.dismiss = tool(self.tr("Dismiss"), "close")
        self.dismiss.clicked.connect(self.hide)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        row.setSpacing(2 * SPACE)
        row.addWidget(self._symbol)
        row.addLayout(words, 1)
        row.addWidget(self.other)
        row.addWidget(self.action)
        row.addWidget(self.dismiss)
        self.hide()

    def tell(self, title: str, text: str = "", button: str = "", act: Callable[[], Any] | None = None) -> None:
        """Show a message; `act` is what the button does."""
        self._act = act
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        _label(self.action, button if act else "")
        self.offer("", None)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        set_symbol(self._symbol, "info", 22)
        self.show()

    def retell(self, title: str, text: str) -> None:
        """Say how the matter of that title stands now, unless another has taken its place or nobody wants to know."""
        if self.title.text() == title and not self.isHidden():
            self.text.setText(text)
            self.setAccessibleDescription(text)

    def offer(self, button: str, act: Callable[[], Any] | None) -> None:
        """Another way on, beside the first."""
        self._act_other = act
        _label(self.other, button)

    def _on_action(self, act: Callable[[], Any] | None) -> None:
        self.hide()
        if act is not None:
            act()


def _label(way: QPushButton, text: str) -> None:
    way.setText(text)
    way.setAccessibleName(text)
    way.setVisible(bool(text))
