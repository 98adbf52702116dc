"""Labels and buttons in the styles of the theme; text is always plain."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from streamlation_desktop.gui.icons import set_symbol
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.unmarked import unmarked


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label; `role` is ``title``, ``heading``, ``muted``, ``good``, ``warn`` or ``bad``."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    as_written(made)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    set_role(made, role)
    return made


def as_written(made: QLabel) -> None:
    """In a window from the right, text in Latin letters would stand at the other end of what surrounds it."""
    if _is_mirrored():
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def _is_mirrored() -> bool:
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def set_role(widget: QWidget, role: str) -> None:
    """Put a widget into another style."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it gets its style when it is shown
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def button(text: str, symbol: str = "", *, primary: bool = False, tip: str = "") -> QPushButton:
    """A push button."""
    made = QPushButton(f" {text}" if symbol and _is_mirrored() else text)  # the style leaves no gap there
    made.setProperty("primary", primary)
    made.setAccessibleName(text.replace("&", ""))
    made.setToolTip(unmarked(tip))
    if symbol:
        set_symbol(made, symbol)
    return made


def primary_first(buttons: QDialogButtonBox) -> QDialogButtonBox:
    """Let the button that takes the answer stand out."""
    for made in buttons.buttons():
        if buttons.buttonRole(made) is QDialogButtonBox.ButtonRole.AcceptRole:
            made.setProperty("primary", True)
    return buttons


def tool(name: str, symbol: str, *, checkable: bool = False) -> QToolButton:
    """A button with a symbol only; `name` is its tool-tip and what a screen reader says."""
    made = QToolButton()
    made.setToolTip(unmarked(name))
    made.setAccessibleName(name)
    made.setCheckable(checkable)
    made.setAutoRaise(True)
    set_symbol(made, symbol)
    return made


def card() -> tuple[QFrame, QVBoxLayout]:
    """A framed surface and its layout."""
    frame = QFrame()
    frame.setProperty("role", "card")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
    inside.setSpacing(SPACE)
    return frame, inside
