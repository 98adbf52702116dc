"""Switches the spoken translation, and sets how loud it is against the original."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFormLayout, QMenu, QSlider, QToolButton, QWidget, QWidgetAction

from streamlation_desktop.gui.icons import set_symbol
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.figures import FractionBox
from streamlation_desktop.gui.widgets.labels import label
from streamlation_desktop.gui.widgets.times import seconds_unit

_LOUDEST = 150
_WIDTH = 52
"""Pixels: room for the symbol beside the arrow."""


class DubButton(QToolButton):
    """Press to hear the translation; the arrow opens the settings."""

    switched = Signal(bool)
    original_changed = Signal(float)
    """Linear volume of the original, beside the ducking."""
    voice_changed = Signal(float)
    offset_changed = Signal(float)
    """Seconds by which the voice comes later."""
    voices_wanted = Signal()
    """The voices of the speakers are to be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("Hear the translation")
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setMinimumWidth(_WIDTH)
        set_symbol(self, "dub")
        self.original = self._slider(self.tr("Volume of the original"), self.original_changed)
        self.voice = self._slider(self.tr("Volume of the voice"), self.voice_changed)
        self.offset = FractionBox()
        self.offset.setRange(-5.0, 5.0)
        self.offset.setSingleStep(0.1)
        self.offset.setDecimals(1)
        self.offset.setSuffix(seconds_unit())
        self.offset.setAccessibleName(self.tr("Voice later by"))
        self.offset.valueChanged.connect(self.offset_changed)
        self.setMenu(self._menu())
        self.toggled.connect(self.switched)

    def show_off(self) -> None:
        """It could not be done."""
        self.setChecked(False)

    def _slider(self, name: str, told: SignalInstance) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, _LOUDEST)
        slider.setValue(100)
        slider.setMinimumWidth(160)
        slider.setAccessibleName(name)
        slider.valueChanged.connect(lambda value: told.emit(value / 100))
        return slider

    def _menu(self) -> QMenu:
        menu, panel = QMenu(self), QWidget()
        form = QFormLayout(panel)
        form.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        form.addRow(label(self.tr("Original")), self.original)
        form.addRow(label(self.tr("Voice")), self.voice)
        form.addRow(label(self.tr("Voice later by")), self.offset)
        action = QWidgetAction(menu)
        action.setDefaultWidget(panel)
        menu.addAction(action)
        menu.addAction(self.tr("Voices of the speakers…"), self.voices_wanted.emit)
        return menu
