"""Where to play: the devices of the network, as they are found."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from streamlation_desktop.core.casting import CastDevice
from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.messages import explain
from streamlation_desktop.gui.state.cast_desk import CastDesk
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.finished_dubs import FinishedDub
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.labels import button, label, primary_first

if TYPE_CHECKING:
    from streamlation_desktop.cast.airplay_pairing import AirPlayPairing

_DEVICE = Qt.ItemDataRole.UserRole


class CastDialog(QDialog):
    """A list that fills by itself, and an address for networks that hide their devices."""

    chosen = Signal(object)
    """A `CastDevice`, paired where that was needed."""
    phone_wanted = Signal()
    """A link is wanted instead, for a screen that is no device to cast to."""

    def __init__(self, desk: Desk, cast: CastDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Play on a television"))
        self.setMinimumSize(540, 380)
        self._desk, self._cast = desk, cast
        self.devices = QListWidget()
        self.devices.setAccessibleName(self.tr("Devices"))
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Address of a device"))
        self.address.setPlaceholderText(self.tr("Not found? Its address, such as 192.168.1.20"))
        self.ask = button(self.tr("Find"), "search")
        self.sound = QComboBox()
        self.sound.setAccessibleName(self.tr("What is heard"))
        self.sound.addItem(self.tr("The film's own sound"), None)
        self.sound.hide()
        self.phone = button(self.tr("On a phone or another screen…"), "link")
        self.phone.clicked.connect(self._take_phone)
        self.notice = label(self.tr("Looking for devices…"), "muted", wrap=True)
        both = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self.buttons = primary_first(QDialogButtonBox(both))
        self.play = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.play.setText(self.tr("Play"))
        self.play.setEnabled(False)
        self._build()
        cast.devices_changed.connect(self._show)
        cast.failed.connect(self._tell)
        cast.look()

    @property
    def dub(self) -> Path | None:
        """The mix that is to be heard; None for the film's own sound."""
        mix = self.sound.currentData()
        return Path(mix) if mix else None

    def offer_dubs(self, dubs: tuple[FinishedDub, ...], heard: LanguageCode | None) -> None:
        """Dubs that were made of the film; that in the language that is `heard` in the player is chosen."""
        for dub in dubs:
            self.sound.addItem(self.tr("Dub: {0}").format(readable_name(dub.language)), str(dub.mix))
            if dub.language == heard:
                self.sound.setCurrentIndex(self.sound.count() - 1)
        self.sound.setVisible(bool(dubs))

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.address, 1)
        row.addWidget(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.devices, 1)
        column.addWidget(self.notice)
        column.addLayout(row)
        column.addWidget(self.sound)
        column.addWidget(self.phone)
        column.addWidget(self.buttons)
        self.devices.itemSelectionChanged.connect(self._on_selection)
        self.devices.itemActivated.connect(lambda _: self._take())
        self.ask.clicked.connect(self._ask_address)
        self.address.returnPressed.connect(self._ask_address)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)

    def _show(self, devices: tuple[CastDevice, ...]) -> None:
        selected = self._selected()
        self.devices.clear()
        for device in devices:
            self._add(device, is_current=selected is not None and device.id == selected.id)
        self.notice.setText("" if devices else self.tr("Looking for devices…"))
        self._on_selection()

    def _add(self, device: CastDevice, *, is_current: bool) -> None:
        item = QListWidgetItem(f"{device.name}\n{device.model or device.kind.value.capitalize()}")
        item.setData(_DEVICE, device)
        self.devices.addItem(item)
        if is_current:
            self.devices.setCurrentItem(item)

    def _selected(self) -> CastDevice | None:
        item = self.devices.currentItem()
        device = item.data(_DEVICE) if item is not None and item.isSelected() else None
        return device if isinstance(device, CastDevice) else None

    def _on_selection(self) -> None:
        device = self._selected()
        self.play.setEnabled(device is not None)
        if device is not None:
            self.notice.setText(device.note)

    def _ask_address(self) -> None:
        text = self.address.text().strip()
        if text:
            self.notice.setText(self.tr("Asking {0}…").format(text))
            self._cast.find(text, self._found)

    def _found(self, device: CastDevice) -> None:
        self.notice.setText("")
        self._add(device, is_current=True)
        self._on_selection()

    def _tell(self, error: StreamlationError) -> None:
        told = explain(error.code, str(error))
        self.notice.setText(f"{told.text}\n{told.hint}")

    def _take_phone(self) -> None:
        self.reject()
        self.phone_wanted.emit()

    def _take(self) -> None:
        device = self._selected()
        if device is None:
            return
        if device.needs_pairing:
            self._pair(device)
        else:
            self._done(device)

    def _pair(self, device: CastDevice) -> None:
        """The device shows a PIN, the user types it."""
        self.notice.setText(self.tr("{0} shows a PIN in a moment…").format(device.name))
        pairing = self._cast.pairing(device)
        ask = partial(self._ask_pin, device, pairing)
        self._desk.tasks.run("network", self, pairing.begin, lambda _: ask(), self._tell)

    def _ask_pin(self, device: CastDevice, pairing: AirPlayPairing) -> None:
        question = unmarked(self.tr("PIN that {0} shows:").format(device.name))
        pin, accepted = QInputDialog.getText(self, device.name, question)

        def work() -> None:
            try:
                if accepted:
                    pairing.finish(pin.strip())
            finally:
                pairing.close()

        done = partial(self._done, device) if accepted else partial(self.notice.setText, "")
        self._desk.tasks.run("network", self, work, lambda _: done(), self._tell)

    def _done(self, device: CastDevice) -> None:
        self.chosen.emit(device)
        self.accept()
