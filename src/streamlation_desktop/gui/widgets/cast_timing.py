"""How far behind a live stream a television is."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QMenu, QToolButton, QWidget, QWidgetAction

from streamlation_desktop.core.casting import BUFFERS, LONGEST_DELAY, CastTiming
from streamlation_desktop.gui.icons import set_symbol
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.figures import FigureBox
from streamlation_desktop.gui.widgets.labels import label
from streamlation_desktop.gui.widgets.times import seconds_unit

_SETTLE = 800
"""Milliseconds that a figure rests before the device hears of it: it may have to load the stream anew."""


class CastTimingButton(QToolButton):
    """Opens two figures, which are kept for the device; hidden where nothing live is cast."""

    chosen = Signal(object)
    """A `CastTiming`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("Delay of the television")
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_symbol(self, "clock")
        self.delay = self._figure(self.tr("Behind the stream"), 1, LONGEST_DELAY)
        self.buffer = self._figure(self.tr("The television keeps"), *BUFFERS)
        self._rest = QTimer(self, interval=_SETTLE, singleShot=True)
        self._rest.timeout.connect(lambda: self.chosen.emit(self.timing))
        self.setMenu(self._menu())
        self.hide()

    @property
    def timing(self) -> CastTiming:
        """As shown."""
        return CastTiming(_seconds(self.delay), _seconds(self.buffer))

    def show_timing(self, timing: CastTiming | None) -> None:
        """What is kept for the device; None hides the button."""
        self.setVisible(timing is not None)
        if timing is not None:
            for box, seconds in ((self.delay, timing.delay), (self.buffer, timing.buffer)):
                with QSignalBlocker(box):
                    box.setValue(box.minimum() if seconds is None else round(seconds))

    def _figure(self, name: str, least: float, most: float) -> FigureBox:
        box = FigureBox()
        box.setRange(round(least) - 1, round(most))
        box.setSpecialValueText(self.tr("as needed"))
        box.setSuffix(seconds_unit())
        box.setAccessibleName(name)
        box.valueChanged.connect(lambda _: self._rest.start())
        return box

    def _menu(self) -> QMenu:
        menu, panel = QMenu(self), QWidget()
        form = QFormLayout(panel)
        form.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        form.addRow(label(self.delay.accessibleName()), self.delay)
        form.addRow(label(self.buffer.accessibleName()), self.buffer)
        action = QWidgetAction(menu)
        action.setDefaultWidget(panel)
        menu.addAction(action)
        return menu


def _seconds(box: FigureBox) -> float | None:
    """The lowest figure stands for none."""
    return float(box.value()) if box.value() > box.minimum() else None
