"""What the television does, and the few things one does with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from streamlation_desktop.core.casting import CastState, CastStatus
from streamlation_desktop.core.events import CastTelemetry
from streamlation_desktop.gui.icons import set_symbol
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.cast_timing import CastTimingButton
from streamlation_desktop.gui.widgets.labels import label, tool
from streamlation_desktop.gui.widgets.times import clock, figures

_SETTLE = 150
"""Milliseconds that the volume rests before the device hears of it."""


class CastStrip(QWidget):
    """Hidden while nothing is cast."""

    toggle_wanted = Signal()
    stop_wanted = Signal()
    volume_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", "muted")
        self._waits = 0
        self.toggle = tool(self.tr("Pause on the television"), "pause")
        self.stop = tool(self.tr("Stop on the television"), "stop")
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setFixedWidth(80)
        self.volume.setAccessibleName(self.tr("Volume of the television"))
        self._rest = QTimer(self, interval=_SETTLE, singleShot=True)
        self._rest.timeout.connect(lambda: self.volume_wanted.emit(self.volume.value() / 100))
        self.volume.sliderMoved.connect(lambda _: self._rest.start())
        self.toggle.clicked.connect(self.toggle_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        self.timing = CastTimingButton()
        for widget in (self.words, self.volume, self.timing, self.toggle, self.stop):
            row.addWidget(widget)
        self.hide()

    def show_status(self, status: CastStatus | None) -> None:
        """What the device does; None hides the strip."""
        self.setVisible(status is not None)
        if status is None:
            self._waits = 0
            self.words.setToolTip("")
            return
        self.words.setText(self._words(status))
        paused = status.state is CastState.PAUSED
        name = self.tr("Go on on the television") if paused else self.tr("Pause on the television")
        self.toggle.setToolTip(name)
        self.toggle.setAccessibleName(name)
        set_symbol(self.toggle, "play" if paused else "pause")
        self.volume.setVisible(status.volume is not None)
        if status.volume is not None and not self.volume.isSliderDown() and not self._rest.isActive():
            self.volume.setValue(round(status.volume * 100))

    def show_telemetry(self, telemetry: CastTelemetry) -> None:
        """How well it plays: how often it ran dry beside its state, all figures when pointed at."""
        self._waits = telemetry.stalls
        told = self.tr("Waited {0} s for data in all; {1} s from its clock; {2} parts without their captions")
        self.words.setToolTip(
            told.format(
                figures(f"{telemetry.buffering_seconds:.1f}"),
                figures(f"{telemetry.drift:+.1f}"),
                figures(str(telemetry.late)),
            )
        )

    def _words(self, status: CastStatus) -> str:
        texts = {
            CastState.CONNECTING: self.tr("{0}: connecting…"),
            CastState.BUFFERING: self.tr("{0}: loading…"),
            CastState.PLAYING: self.tr("{0}: playing"),
            CastState.PAUSED: self.tr("{0}: paused"),
            CastState.RECONNECTING: self.tr("{0}: connection lost, trying again…"),
        }
        text = texts.get(status.state, "{0}").format(status.device)
        if status.position:
            text = f"{text}  {clock(status.position)}"
        return f"{text}  {self.tr('waits: {0}').format(figures(str(self._waits)))}" if self._waits else text
