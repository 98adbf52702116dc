"""Boxes for figures, with the room before the text that other fields have: styles give them none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QWidget

from streamlation_desktop.gui.theme import SPACE


class FigureBox(QSpinBox):
    """A whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _pad(self)


class FractionBox(QDoubleSpinBox):
    """A number with decimals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _pad(self)


def _pad(box: QAbstractSpinBox) -> None:
    box.lineEdit().setTextMargins(SPACE, 0, SPACE, 0)
    box.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
