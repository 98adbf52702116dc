"""Chooses how far behind a live stream one watches."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from streamlation_desktop.gui.widgets.times import figures

SECONDS = (3, 5, 8, 12, 20, 30)
_AUTOMATIC = -1.0


class DelayBox(QComboBox):
    """Automatic, as early as possible, or so many seconds."""

    chosen = Signal(object)
    """Seconds, or None for automatic."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("How far behind the stream"))
        self.setToolTip(
            self.tr("Behind by some seconds, captions land on what is said; as early as possible, they come after it.")
        )
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.addItem(self.tr("Delay: automatic"), _AUTOMATIC)
        self.addItem(self.tr("As early as possible"), 0.0)
        for seconds in SECONDS:
            self.addItem(self.tr("{0} s behind").format(figures(str(seconds))), float(seconds))
        self.activated.connect(lambda _: self.chosen.emit(self.delay))

    @property
    def delay(self) -> float | None:
        """Seconds, or None for automatic."""
        seconds = float(self.currentData())
        return None if seconds == _AUTOMATIC else seconds

    def show_delay(self, delay: float | None) -> None:
        """Show a choice without telling anybody."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(self.findData(_AUTOMATIC if delay is None else float(delay)), 0))

    def show_current(self, seconds: float) -> None:
        """What automatic means now."""
        self.setItemText(0, self.tr("Delay: automatic ({0} s)").format(figures(f"{seconds:g}")))
