"""Starts the window."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from streamlation_desktop.core.files import with_home
from streamlation_desktop.gui.appearance import apply_language, read_appearance
from streamlation_desktop.gui.application import make_application
from streamlation_desktop.gui.conductor import Conductor
from streamlation_desktop.gui.endings import Endings, start_again
from streamlation_desktop.gui.first_words import meet_letters
from streamlation_desktop.gui.icons import app_icon, refresh_symbols
from streamlation_desktop.gui.instance import SingleInstance
from streamlation_desktop.gui.interpreter import hurry, settle
from streamlation_desktop.gui.menus import Menus
from streamlation_desktop.gui.open_requests import OpenRequests
from streamlation_desktop.gui.page_table import make_page, preload_pages, prepare_page
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.session_center import SessionCenter
from streamlation_desktop.gui.tasks import Tasks
from streamlation_desktop.gui.theme import apply_theme
from streamlation_desktop.gui.unclean_end import RunMarker
from streamlation_desktop.settings.paths import AppPaths, app_paths

if TYPE_CHECKING:
    from streamlation_desktop.gui.notices import Notices
    from streamlation_desktop.gui.state.update_watch import UpdateWatch

log = logging.getLogger(__name__)


class Window:
    """Everything that lives as long as the window."""

    def __init__(self, app: QApplication, paths: AppPaths) -> None:
        hurry()
        self._app = app
        appearance = read_appearance(paths.settings_file)
        self.language = apply_language(app, appearance.language)
        apply_theme(app, appearance.theme)
        self.memory = QSettings(str(paths.config / "window.ini"), QSettings.Format.IniFormat)
        self.marker = RunMarker(paths.data)
        self.desk = Desk(paths, Tasks(), SessionCenter())
        self.conductor = Conductor(self.desk, self.memory, make_page, prepare_page)
        self.window = self.conductor.window
        self.menus = Menus(self.conductor)
        self.notices: Notices | None = None
        self.updates: UpdateWatch | None = None
        self.desk.settings_changed.connect(self._restyle)
        app.styleHints().colorSchemeChanged.connect(self._restyle)

    def show(self, locations: Sequence[str] = ()) -> None:
        """Paint first, then open what takes time."""
        self.window.painted.connect(lambda: self._begin(list(locations)))
        self.window.show_page("home")
        self.window.show()

    def come(self, locations: list[str]) -> None:
        """Another start of the program asks to open `locations`."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        if locations:
            self.conductor.open_all(locations)

    def on_defect(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        """An exception that nobody caught: log it, say so, go on."""
        log.error("unexpected error", exc_info=(kind, error, traceback))
        self.conductor.teller.tell_defect(f"{kind.__name__}: {error}")

    def leave(self) -> None:
        """The desktop's session ends: this is an end in order, whether or not there is time to close."""
        self.conductor.keep_place()
        self.marker.end()

    def stay(self) -> None:
        """The end of the session was called off."""
        self.marker.begin()
        self.marker.watch()

    def close(self) -> None:
        """End in order."""
        self.conductor.downloads.close()
        self.desk.close()
        self.marker.end()

    def _begin(self, locations: list[str]) -> None:
        # First of pydantic, and whole: PySide looks into every module that is imported after itself, and a part of
        # pydantic answers that look with an import of what is still being imported.
        from pydantic import BaseModel, ConfigDict, Field, ValidationError  # noqa: F401

        from streamlation_desktop.gui.notices import Notices

        unclean = self.marker.begin()
        self.notices = Notices(self.desk, self.window, self.conductor)
        self.conductor.finished.connect(self.notices.tell)
        self.desk.broken.connect(settle)
        self.desk.open()
        self.desk.when_ready(self.conductor, preload_pages)
        self.desk.when_ready(self.conductor, self._expire)
        self.desk.when_ready(self.conductor, lambda: meet_letters(self.window, self.desk.tasks))
        if locations:
            self.conductor.open_all(locations)
        self.desk.when_ready(self.conductor, lambda: self._welcome(unclean=unclean, busy=bool(locations)))

    def _welcome(self, *, unclean: bool, busy: bool) -> None:
        from streamlation_desktop.gui.recovery import offer_unfinished, tell_safe_mode
        from streamlation_desktop.gui.update_notice import watch_updates
        from streamlation_desktop.gui.welcome import offer_first, run_first
        from streamlation_desktop.settings.safe_mode import is_safe_mode

        is_first = not self.memory.value("first-run/done", defaultValue=False, type=bool)
        if is_safe_mode(os.environ):
            tell_safe_mode(self.conductor)
        elif is_first and busy:
            once = Qt.ConnectionType.SingleShotConnection
            self.conductor.shown.connect(partial(offer_first, self.conductor, self.memory), once)
        elif is_first:
            run_first(self.conductor, self.memory)
        else:
            offer_unfinished(self.conductor, unclean=unclean)
        self.updates = watch_updates(self.conductor, self.memory)

    def _expire(self) -> None:
        """Dubs that are kept for a time only."""
        hours, database = self.desk.settings.dubbing.keep_hours, self.desk.shelf.services.database

        def expire(hours: float) -> None:
            from streamlation_desktop.jobs.retention import expire_assets

            expire_assets(database, hours)

        if hours is not None:
            self.desk.tasks.run("disk", self.conductor, partial(expire, hours))

    def _restyle(self) -> None:
        theme = self.desk.settings.interface.theme if self.desk.is_ready else "auto"
        if apply_theme(self._app, theme):
            refresh_symbols()


def run(locations: Sequence[str]) -> int:
    """Open the window and end with it, or hand `locations` to the one that is open and return 0."""
    app = make_application()
    paths = app_paths()
    whole = [_absolute(location) for location in locations]
    instance = SingleInstance(paths.data)
    if not instance.begin(whole):
        return 0
    app.setWindowIcon(app_icon())
    window = Window(app, paths)
    window.window.painted.connect(_log)
    sys.excepthook = window.on_defect
    instance.asked.connect(window.come)
    requests = OpenRequests(app)
    if sys.platform == "darwin":  # it is asked of every event of the program, which costs a fifth of the start
        app.installEventFilter(requests)
    requests.asked.connect(window.come)
    again: list[bool] = []
    window.conductor.restart_wanted.connect(again.append)
    window.conductor.restart_wanted.connect(window.window.close)
    Endings(app, window.window.close, window.leave, window.stay)
    window.show(whole)
    window.window.painted.connect(window.marker.watch)
    window.window.painted.connect(instance.listen)
    code = app.exec()
    instance.close()
    window.close()
    for safe in again:
        start_again([], safe=safe)
    logging.shutdown()
    sys.stdout.flush()
    os._exit(code)  # a check or a download may be deep in a call, and nobody waits for it any more


def _log() -> None:
    from streamlation_desktop.settings.logs import configure_logging

    configure_logging()


def _absolute(location: str) -> str:
    path = with_home(location)
    return str(path.absolute()) if "://" not in location and path.exists() else location
