"""What comes to the window from outside: files, folders, subtitles, addresses, links of web pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.gui.main_window import MainWindow
from streamlation_desktop.gui.player.subtitle_files import is_subtitles
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.opening import request_for


class Arrivals(QObject):
    """Opens the first, puts the others in line, gives subtitles to the film that is open."""

    wanted = Signal(str)
    """A location that is to be opened."""
    told = Signal(str, str)
    failed = Signal(object)
    """A `StreamlationError`."""
    shown = Signal()
    """Media is in the player now; told from outside."""

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window

    def take(self, locations: list[str]) -> None:
        """Open the first; the others are translated in turn. Links of web pages are asked about."""
        from streamlation_desktop.media.names import is_invitation

        links = [location for location in locations if is_invitation(location)]
        subtitles = [location for location in locations if is_subtitles(location)]
        files = [location for location in locations if location not in (*links, *subtitles)]
        if files:
            self.wanted.emit(files[0])
        for location in files[1:]:
            self._desk.when_ready(self, partial(self._queue, location))
        if subtitles:
            self._take_subtitles(subtitles, files[0] if files else "")
        for link in links[:1]:  # a page that asks for more has not only its reader in mind
            self._ask_about(link)

    def _take_subtitles(self, files: list[str], film: str) -> None:
        page = self._window.made("player")
        if film:
            self.shown.connect(partial(self._show_with, film, files), Qt.ConnectionType.SingleShotConnection)
        elif page is not None and page.media is not None:
            self._window.show_page("player")
            self._show_subtitles(files)
        else:
            self.told.emit(
                self.tr("These are subtitles"), self.tr("Open the film first, then drop them on it once more.")
            )

    def _show_with(self, film: str, files: list[str]) -> None:
        """`film` came with `files`; what is in the player may be something else, when it could not be opened."""
        location = Path(self._window.page("player").media.location)
        if Path(film) in (location, *location.parents):
            self._show_subtitles(files)

    def _show_subtitles(self, files: list[str]) -> None:
        for path in files:
            self._window.page("player").player.add_subtitle_file(Path(path))

    def _queue(self, location: str) -> None:
        request = request_for(location, self._desk.settings)
        self._desk.sessions.start(request, Path(location).name or location)

    def _ask_about(self, link: str) -> None:
        from streamlation_desktop.gui.dialogs.invitation import InvitationBox
        from streamlation_desktop.media.invitation import read_invitation

        try:
            invitation = read_invitation(link)
        except StreamlationError as error:
            self.failed.emit(error)
            return
        box = InvitationBox(invitation, self._window)
        box.agreed.connect(self.wanted)
        box.open()
