"""What to listen to live, and how."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from streamlation_desktop.gui.state.live_view import LiveChoice
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.delay_box import DelayBox
from streamlation_desktop.gui.widgets.labels import label, primary_first

if TYPE_CHECKING:
    from streamlation_desktop.gui.state.desk import Desk


class WatchLiveDialog(QDialog):
    """A stream, the microphone, or what this computer plays."""

    def __init__(self, desk: Desk, link: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Watch live"))
        self.setMinimumWidth(520)
        self.stream = QRadioButton(self.tr("A live stream"))
        self.microphone = QRadioButton(self.tr("The microphone"))
        self.system = QRadioButton(self.tr("What this computer plays"))
        self.address = QLineEdit(link)
        self.address.setPlaceholderText("https://…/live.m3u8   rtmp://…   rtsp://…   srt://…")
        self.address.setAccessibleName(self.tr("Address of the stream"))
        self.devices = QComboBox()
        self.devices.setAccessibleName(self.tr("Device"))
        self.delay = DelayBox()
        self.record = QCheckBox(self.tr("Record the stream, with its captions"))
        self.notice = label("", "muted", wrap=True)
        both = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self.buttons = primary_first(QDialogButtonBox(both))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Start"))
        self._found: list[tuple[str, str, str]] = []
        self._build()
        for choice in (self.stream, self.microphone, self.system):
            choice.toggled.connect(self._show)
        self.address.textChanged.connect(self._show)
        self.stream.setChecked(True)
        desk.tasks.run("check", self, _devices, self._offer, lambda error: self.notice.setText(str(error)))

    def choice(self) -> LiveChoice:
        """What was chosen."""
        if self.stream.isChecked():
            record = _recording(self.address.text().strip()) if self.record.isChecked() else None
            return LiveChoice(self.address.text().strip(), self.delay.delay, record)
        return LiveChoice(self.devices.currentData() or f"{self._kind}:")

    @property
    def _kind(self) -> str:
        return "mic" if self.microphone.isChecked() else "system"

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        for choice in (self.stream, self.microphone, self.system):
            column.addWidget(choice)
        form = QFormLayout()
        form.addRow(label(self.tr("Address")), self.address)
        form.addRow(label(self.tr("Device")), self.devices)
        form.addRow(label(self.tr("Delay")), self.delay)
        column.addSpacing(SPACE)
        column.addLayout(form)
        column.addWidget(self.record)
        column.addWidget(self.notice)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self._form = form
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _offer(self, found: list[tuple[str, str, str]]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        is_stream = self.stream.isChecked()
        for field in (self.address, self.delay):
            self._form.setRowVisible(field, is_stream)
        self._form.setRowVisible(self.devices, not is_stream)
        self.record.setVisible(is_stream)
        if not is_stream:
            self._show_devices()
        elif self.record.isChecked():
            self.notice.setText("")
        ready = "://" in self.address.text() if is_stream else self.devices.count() > 0
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)

    def _show_devices(self) -> None:
        known = [(name, location) for kind, name, location in self._found if kind == self._kind]
        if [self.devices.itemData(row) for row in range(self.devices.count())] != [place for _, place in known]:
            self.devices.clear()
            for name, location in known:
                self.devices.addItem(name, location)
        none = (
            self.tr("No microphone was found.")
            if self._kind == "mic"
            else self.tr("This computer offers no such sound.")
        )
        self.notice.setText("" if known else none)


def _devices() -> list[tuple[str, str, str]]:
    """Kind, name and location of what can be heard, the default first."""
    from streamlation_desktop.capture.source import list_capture_devices

    found = sorted(list_capture_devices(), key=lambda device: not device.is_default)
    return [(device.kind.value, device.name, device.location) for device in found]


def _recording(address: str) -> Path:
    """A new file among the user's films."""
    from streamlation_desktop.media.names import url_name

    films = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation)
    return Path(films or Path.home()) / f"{url_name(address)} {time.strftime('%Y-%m-%d %H.%M.%S')}.mkv"
