"""What is open, elsewhere: on a television, on a phone; and the API for programs of this computer."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.casting import CastDevice
from streamlation_desktop.gui.state.cast_desk import CastDesk

if TYPE_CHECKING:
    from streamlation_desktop.gui.dialogs.cast import CastDialog
    from streamlation_desktop.gui.main_window import MainWindow
    from streamlation_desktop.gui.state.api_desk import ApiDesk
    from streamlation_desktop.gui.state.desk import Desk
    from streamlation_desktop.gui.state.share_desk import ShareDesk


class Screens(QObject):
    """Made when it is first wanted, and so are its parts."""

    remarked = Signal(str, str)
    failed = Signal(object)

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self.caster = CastDesk(desk, self)
        self.caster.remarked.connect(self.remarked)
        self.caster.failed.connect(self.failed)

    @cached_property
    def sharer(self) -> ShareDesk:
        """Shows what is open on phones."""
        from streamlation_desktop.gui.state.share_desk import ShareDesk

        sharer = ShareDesk(self._desk, self.caster, self)
        sharer.failed.connect(self.failed)
        return sharer

    @cached_property
    def api(self) -> ApiDesk:
        """For programs of this computer."""
        from streamlation_desktop.gui.state.api_desk import ApiDesk

        return ApiDesk(self._desk, self.caster, self)

    def cast(self) -> None:
        """Ask on which device to play what is open, and play it there instead of here."""
        from streamlation_desktop.gui.dialogs.cast import CastDialog

        dialog = CastDialog(self._desk, self.caster, self._window)
        dialog.chosen.connect(lambda device: self._cast_to(device, dialog.dub))
        dialog.phone_wanted.connect(self.share)
        dialog.open()
        self._offer_dubs(dialog)

    def share(self) -> None:
        """Show what is open on a phone or another screen of the network."""
        from streamlation_desktop.gui.dialogs.share import ShareDialog

        page = self._window.made("player")
        order = page.cast_order() if page is not None else None
        if order is None:
            title, text = self.tr("Open a film or a stream first"), self.tr("Then it can be shown on a phone, too.")
            self.remarked.emit(title, text)
            return
        ShareDialog(self.sharer, order, self._window).open()

    def stop_sharing(self) -> None:
        """Something else is open: the link on the phones was to what was open before."""
        if "sharer" in self.__dict__:
            self.sharer.stop()

    def switch_api(self) -> None:
        """Show the switch of the local API."""
        from streamlation_desktop.gui.dialogs.local_api import LocalApiDialog

        self._desk.when_ready(self, lambda: LocalApiDialog(self.api, self._window).open())

    def close(self) -> None:
        """Nothing is played elsewhere, and nothing listens any more."""
        if "api" in self.__dict__:
            self.api.stop()
        self.caster.close()

    def _offer_dubs(self, dialog: CastDialog) -> None:
        """Of the file that is open."""
        from streamlation_desktop.gui.state.finished_dubs import finished_dubs

        order = self._window.page("player").cast_order()
        if order is None or order.media.live is not None:
            return
        database, location = self._desk.shelf.services.database, order.media.location
        heard = order.language if order.is_spoken else None
        self._desk.tasks.run(
            "disk",
            dialog,
            lambda: finished_dubs(database, location),
            lambda dubs: dialog.offer_dubs(dubs, heard),
            self.failed.emit,
        )

    def _cast_to(self, device: CastDevice, dub: Path | None) -> None:
        page = self._window.page("player")
        order = page.cast_order()
        if order is not None:
            page.player.player.pause()
            self.caster.play(device, replace(order, dub=dub))
