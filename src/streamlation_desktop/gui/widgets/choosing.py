"""Lists whose items open with one click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView


def on_choice(view: QAbstractItemView, act: Callable[[QModelIndex], object]) -> None:
    """Call `act` with what is clicked, or chosen with Enter.

    Qt tells a double click, and on some desktops each click, as both: it counts once.
    """
    clicked = QElapsedTimer()

    def click(index: QModelIndex) -> None:
        clicked.start()
        act(index)

    def activate(index: QModelIndex) -> None:
        if not clicked.isValid() or clicked.hasExpired(QGuiApplication.styleHints().mouseDoubleClickInterval()):
            act(index)

    view.clicked.connect(click)
    view.activated.connect(activate)
