"""The controls under the picture."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSlider, QToolButton, QVBoxLayout, QWidget

from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.gui.player.glyphs import glyph
from streamlation_desktop.gui.player.seek_bar import SeekBar
from streamlation_desktop.gui.widgets.times import clock, figures

_STYLE = """
QWidget#playerControls { background: #14161b; }
QWidget#playerControls QLabel { color: #e9ebf0; background: transparent; }
QWidget#playerControls QToolButton { color: #e9ebf0; background: transparent; border: 2px solid transparent;
    border-radius: 6px; padding: 3px; }
QWidget#playerControls QToolButton#live:disabled { color: #ff8f8f; }
QWidget#playerControls QToolButton:hover { background: #2b303a; }
QWidget#playerControls QToolButton:checked { background: #2a3258; }
QWidget#playerControls QToolButton:focus { border-color: #8ea2ff; }
QWidget#playerControls QToolButton::menu-indicator { image: none; }
QWidget#playerControls QSlider::groove:horizontal { background: #4b4d51; }
QWidget#playerControls QSlider::sub-page:horizontal { background: #8ea2ff; }
QWidget#playerControls QSlider::handle:horizontal { background: #ffffff; border-color: #14161b; }
QWidget#playerControls QSlider::handle:horizontal:focus { border-color: #8ea2ff; }
"""
_MAX_VOLUME = 150
_SIDE, _SPACE = 10, 4


class ControlBar(QWidget):
    """Tells what was asked for by the name of the action; shows what it is told."""

    asked = Signal(str)
    volumeChosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("playerControls")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(_STYLE)
        self.seek_bar = SeekBar(self)
        self.time_label = QLabel("0:00", self)
        self.time_label.setTextFormat(Qt.TextFormat.PlainText)
        self.time_label.setAccessibleName(self.tr("Position and length"))
        self.play = self._button("toggle", "play", self.tr("Play"))
        self.mute = self._button("mute", "volume", self.tr("Mute"))
        self.volume = self._volume_slider()
        self.live = self._live_button()
        self.speed = self._menu_button("1×", self.tr("Speed"))
        self.audio = self._menu_button("audio", self.tr("Audio track"))
        self.captions = self._menu_button("captions", self.tr("Captions"))
        self.shot = self._button("screenshot", "camera", self.tr("Screenshot"))
        self.inset = self._button("inset", "inset", self.tr("Picture in picture"))
        self.full = self._button("full_screen", "full-screen", self.tr("Full screen"))
        self.more = self._menu_button("more", self.tr("More"))
        self._arrange()
        self._is_playing = False

    def show_playing(self, is_playing: bool) -> None:
        """Play or pause as the next step."""
        if is_playing != self._is_playing:
            self._is_playing = is_playing
            self.play.setIcon(glyph("pause" if is_playing else "play"))
            self._name(self.play, self.tr("Pause") if is_playing else self.tr("Play"))

    def show_time(self, position: float, duration: float | None) -> None:
        """Numbers beside the bar."""
        long = bool(duration and duration >= 3600)
        here = clock(position, long=long)
        text = f"{here} / {clock(duration, long=long)}" if duration else here
        before = self.time_label.text()
        if text != before:
            self.time_label.setText(text)
            self.seek_bar.describe(position)
            if len(text) != len(before):
                self._fit()
        self.seek_bar.set_position(position)

    def show_live(self, window: TimeSpan | None, position: float, *, is_at_live: bool) -> None:
        """Of a live stream: what one can go back to, and the way to its newest; None for others."""
        if self.live.isHidden() == (window is not None):
            self.live.setVisible(window is not None)
            self._fit()
        if window is None:
            return
        self.seek_bar.set_window(window.start, window.end)
        self.live.setEnabled(not is_at_live)
        behind = clock(max(0.0, window.end - position))
        self.live.setText(self.tr("Live") if is_at_live else self.tr("Live −{0}").format(behind))

    def show_volume(self, volume: float, is_muted: bool) -> None:
        """The slider, and the crossed-out loudspeaker."""
        self.volume.blockSignals(True)
        self.volume.setValue(round(volume * 100))
        self.volume.blockSignals(False)
        self.mute.setIcon(glyph("muted" if is_muted or volume == 0 else "volume"))
        self._name(self.mute, self.tr("Sound on") if is_muted else self.tr("Mute"))

    def show_speed(self, speed: float) -> None:
        """As a factor."""
        self.speed.setText(figures(f"{speed:g}×"))

    def show_full_screen(self, is_full: bool) -> None:
        """The way back."""
        self.full.setIcon(glyph("window" if is_full else "full-screen"))
        self._name(self.full, self.tr("Leave full screen") if is_full else self.tr("Full screen"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """See Qt."""
        least = 2 * _SIDE + sum(each.sizeHint().width() + _SPACE for each in self._needed())
        return QSize(least, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Where there is no room, that gives way for which there are keys and the mouse's wheel."""
        room = self.width() - self.minimumSizeHint().width()
        for each in (self.shot, self.inset, self.volume):
            room -= each.sizeHint().width() + _SPACE
            each.setVisible(room >= 0)

    def _needed(self) -> list[QWidget]:
        first = (self.play, self.mute, self.time_label, *(() if self.live.isHidden() else (self.live,)))
        return [*first, self.speed, self.audio, self.captions, self.more, self.full]

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(_SPACE)
        for widget in (self.play, self.mute, self.volume, self.time_label, self.live):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.speed, self.audio, self.captions, self.shot, self.inset, self.more, self.full):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 2, _SIDE, 6)
        column.setSpacing(0)
        column.addWidget(self.seek_bar)
        column.addLayout(row)

    def _button(self, action: str, symbol: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(glyph(symbol))
        button.setIconSize(QSize(22, 22))
        self._name(button, name)
        button.clicked.connect(lambda: self.asked.emit(action))
        return button

    def _live_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("live")
        self._name(button, self.tr("Back to live"))
        button.clicked.connect(lambda: self.asked.emit("end"))
        button.hide()
        return button

    def _menu_button(self, symbol: str, name: str) -> QToolButton:
        button = QToolButton(self)
        if symbol.endswith("×"):
            button.setText(symbol)
        else:
            button.setIcon(glyph(symbol))
            button.setIconSize(QSize(22, 22))
        self._name(button, name)
        button.setMenu(QMenu(button))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _volume_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(0, _MAX_VOLUME)
        slider.setValue(100)
        slider.setPageStep(10)
        slider.setFixedWidth(96)
        self._name(slider, self.tr("Volume"))
        slider.valueChanged.connect(lambda value: self.volumeChosen.emit(value / 100))
        return slider

    @staticmethod
    def _name(widget: QWidget, name: str) -> None:
        widget.setAccessibleName(name)
        widget.setToolTip(name)
