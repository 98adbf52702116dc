"""A walk through the window that keeps a picture of every page, menu and dialog.

Usage: python -m benchmarks.gui.tour FOLDER LOOK (`benchmarks/gui/screenshots.py` starts one for each look)
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError  # noqa: F401 - see gui/main.py
from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from streamlation_desktop.core.casting import CastTiming
from streamlation_desktop.core.errors import LanguageNotSupported
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.application import make_application
from streamlation_desktop.gui.dialogs.cast import CastDialog
from streamlation_desktop.gui.dialogs.delete_job import DeleteJobBox
from streamlation_desktop.gui.dialogs.dub import DubDialog
from streamlation_desktop.gui.dialogs.edit_keys import EditKeysDialog
from streamlation_desktop.gui.dialogs.export import ExportDialog
from streamlation_desktop.gui.dialogs.extras import ExtrasDialog
from streamlation_desktop.gui.dialogs.failure import FailureDialog
from streamlation_desktop.gui.dialogs.invitation import InvitationBox
from streamlation_desktop.gui.dialogs.keys import KeysDialog
from streamlation_desktop.gui.dialogs.licence import LicenceDialog
from streamlation_desktop.gui.dialogs.local_api import LocalApiDialog
from streamlation_desktop.gui.dialogs.purge import PurgeBox
from streamlation_desktop.gui.dialogs.share import ShareDialog
from streamlation_desktop.gui.dialogs.voice import Cast, VoiceDialog
from streamlation_desktop.gui.dialogs.watch_live import WatchLiveDialog
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.messages import explain
from streamlation_desktop.gui.player.caption_window import CaptionWindow
from streamlation_desktop.gui.state.opening import request_for
from streamlation_desktop.gui.welcome import run_first
from streamlation_desktop.media.invitation import read_invitation
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.storage.retention import plan_purge
from tests.support.commands import SAMPLE

_PATIENCE = 120.0
_ENGLISH, _SPANISH = LanguageCode("en"), LanguageCode("es")
_ERROR = LanguageNotSupported("no installed model recognizes Welsh")


class Tour:
    """The window, and the folder for its pictures."""

    def __init__(self, output: Path, look: str) -> None:
        self._output, self._look = output, look
        output.mkdir(parents=True, exist_ok=True)
        self._app = make_application()
        self.window = Window(self._app, app_paths())
        self.window.memory.setValue("first-run/done", True)
        self.window.show()
        self.main = self.window.window
        self.until(lambda: self.window.desk.is_ready, "the window is ready")
        self.window.desk.change_settings("translation", {"targets": (_SPANISH,)})

    def pause(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def until(self, condition: Callable[[], object], what: str) -> None:
        """What does not come is told, and the tour goes on."""
        end = time.monotonic() + _PATIENCE
        while not condition():
            if time.monotonic() > end:
                print(f"{self._look}: not seen: {what}", file=sys.stderr)
                return
            self.pause(0.1)

    def keep(self, widget: QWidget, name: str) -> None:
        self.pause(0.4)
        widget.grab().save(str(self._output / f"{self._look}-{name}.png"))

    def page(self, name: str) -> Any:
        """That page, in front."""
        self.main.show_page(name)
        return self.main.page(name)

    def pages(self) -> None:
        for name in self.main.sidebar.names():
            self.until(partial(_is_whole, self.page(name)), name)
            self.pause(1.0)
            self.keep(self.main, name)
        self.until(self.page("diagnostics").again.isEnabled, "what was checked")
        self.keep(self.main, "diagnostics")

    def player(self) -> None:
        """The sample, open; its preview, both languages, the window with captions only."""
        self.window.conductor.open(str(SAMPLE))
        page = self.page("player")
        self.until(page.model.rowCount, "the transcript")
        page.jump(9.0)
        self.pause(2.0)
        self.keep(self.main, "player-open")
        page.player.player.pause()
        bar = page.player.bar.seek_bar
        for step in range(16):  # the picture is made after the pointer has come
            QTest.mouseMove(bar, bar.rect().center() + QPoint(step % 2, 0))
            self.pause(0.1)
        self.keep(self.main, "seek-preview")
        page.player.captions.toggle_bilingual()
        page.player.run("caption_window")
        self.pause(1.0)
        small = next(each for each in self._app.topLevelWidgets() if isinstance(each, CaptionWindow))
        self.keep(small, "caption-window")
        self.keep(self.main, "player-bilingual")
        small.close()
        page.player.captions.toggle_bilingual()

    def sessions(self) -> None:
        sessions = self.window.desk.sessions
        sessions.start(request_for(str(SAMPLE), self.window.desk.settings, ()), SAMPLE.name)
        self.main.show_page("sessions")
        self.until(lambda: any(one.done for one in sessions.sessions.values()), "a session at work")
        self.keep(self.main, "sessions-open")
        for one in tuple(sessions.sessions):
            sessions.cancel(one)

    def menus(self) -> None:
        """Those of the player, and of what is played on a television."""
        page = self.page("player")
        for name in ("captions", "more"):
            menu = getattr(page.player.bar, name).menu()
            self._keep_menu(menu, page.player.mapToGlobal(page.player.rect().center()), f"{name}-menu")
        self._keep_menu(page.dub.menu(), page.dub.mapToGlobal(page.dub.rect().bottomLeft()), "dub-menu")
        timing = page.cast_strip.timing
        page.cast_strip.show()
        timing.show_timing(CastTiming(12.0, None))
        self._keep_menu(timing.menu(), timing.mapToGlobal(timing.rect().bottomLeft()), "cast-timing")
        self.keep(self.main, "player-cast")
        page.cast_strip.hide()

    def _keep_menu(self, menu: QMenu, place: QPoint, name: str) -> None:
        menu.popup(place)
        self.keep(menu, name)
        menu.close()

    def messages(self) -> None:
        """Errors over pages, and what a search finds."""
        self.window.conductor.tell_error(_ERROR)
        self.keep(self.main, "message")
        self._search("brother", "search")
        self.window.conductor.tell_error(_ERROR)
        self.main.messages.offer(QCoreApplication.translate("Recovery", "Start in safe mode"), lambda: None)
        self.keep(self.main, "message-with-two-ways")
        self.main.messages.hide()
        self._search("zebra", "nothing-found")

    def _search(self, word: str, name: str) -> None:
        self.page("library").filters.search.setText(word)
        self.pause(1.5)
        self.keep(self.main, name)

    def details(self) -> None:
        """Pages with something chosen in them."""
        jobs = self.page("jobs")
        self.until(jobs.panel.model.rowCount, "the lines of a dub")
        self.keep(self.main, "jobs-open")
        preferences = self.page("preferences")
        preferences.search.setText(preferences.fields["captions", "colour"].accessibleName() or "captions.")
        self.keep(self.main, "preferences-captions")

    def dialogs(self) -> None:
        for name, dialog, is_ready in self._dialogs():
            dialog.show()
            self.until(is_ready, name)
            self.keep(dialog, name)
            dialog.hide()

    def _dialogs(self) -> Iterator[tuple[str, QDialog, Callable[[], object]]]:
        window, main, desk = self.window, self.main, self.window.desk
        screens, page = window.conductor.screens, main.page("player")
        row = next(row for row in main.page("models").table.rows if not row.is_installed)
        plan = plan_purge(desk.shelf.services.database, desk.shelf.history.list(), everything=True)
        voice = VoiceDialog(desk, Cast(_SPANISH, "", {"S1": "Ana"}), main)
        share = ShareDialog(screens.sharer, page.cast_order(), main)
        link = "streamlation:open?url=https://example.org/a.m3u8"
        yield "voice", voice, lambda: voice.voices.count() > 1
        yield "share", share, share.link.text
        for name, dialog in (
            ("export", ExportDialog("id", [_ENGLISH, _SPANISH], SAMPLE.parent, "sample", main, film=SAMPLE)),
            ("failure", FailureDialog(explain("engine.language", "nothing translates English into Welsh"), "talk.mp4")),
            ("licence", LicenceDialog(row, main)),
            ("dub", DubDialog(desk.settings, str(SAMPLE), main)),
            ("api", LocalApiDialog(screens.api, main)),
            ("cast", CastDialog(desk, screens.caster, main)),
            ("watch-live", WatchLiveDialog(desk, "rtmp://host/live", main)),
            ("keys-sheet", KeysDialog(main, page.player.key_sheet())),
            ("delete-job", DeleteJobBox("sample.mp4", 5, main)),
            ("purge", PurgeBox(plan, main)),
            ("extras", ExtrasDialog(main.page("models").extras, main)),
            ("invitation", InvitationBox(read_invitation(link), main)),
            ("keys", EditKeysDialog({"mute": ("Ctrl+U",)}, {}, main)),
            ("first-run", run_first(window.conductor, window.memory)),
        ):
            yield name, dialog, lambda: True


def _is_whole(page: QWidget) -> bool:
    return page.isVisible() and bool(getattr(page, "is_filled", True))


def main() -> None:
    tour = Tour(Path(sys.argv[1]), sys.argv[2])
    for part in (tour.pages, tour.player, tour.sessions, tour.menus, tour.messages, tour.details, tour.dialogs):
        part()
    tour.main.close()
    tour.window.close()
    os._exit(0)


if __name__ == "__main__":
    main()
