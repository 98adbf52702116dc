"""The menu bar; every action has a key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from streamlation_desktop.gui.conductor import Conductor
    from streamlation_desktop.storage.records import SessionRecord

_RECENT = 10
_Keys = QKeySequence.StandardKey | str | None


class Menus(QObject):
    """Builds the menus of the window."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(conductor)
        self._conductor = conductor
        self._window = conductor.window
        self._file()
        self._edit()
        self._view()
        self._help()

    def _file(self) -> None:
        menu, window, standard = self._menu(self.tr("&File")), self._window, QKeySequence.StandardKey
        self._add(menu, self.tr("&Open file…"), standard.Open, lambda: window.page("home").choose_file())
        self._add(menu, self.tr("Open &folder…"), "Ctrl+Shift+O", lambda: window.page("home").choose_folder())
        self._add(menu, self.tr("Open &link…"), "Ctrl+L", lambda: window.page("home").paste_link())
        self._add(menu, self.tr("Watch &live…"), "Ctrl+Shift+L", self._conductor.watch_live)
        self._add(menu, self.tr("Show on a &phone…"), "Ctrl+Shift+P", lambda: self._conductor.screens.share())
        self._recent = menu.addMenu(self.tr("Open &recent"))
        self._recent.aboutToShow.connect(self._fill_recent)
        menu.addSeparator()
        self._add(menu, self.tr("&Export captions…"), "Ctrl+E", self._export)
        self._add(menu, self.tr("Make a &dub…"), "Ctrl+D", lambda: self._conductor.dub(self._playing()))
        self._add(menu, self.tr("&Translate again"), "Ctrl+Shift+T", self._conductor.translate_again)
        menu.addSeparator()
        self._add(menu, self.tr("&Quit"), standard.Quit, window.close)

    def _edit(self) -> None:
        menu, standard = self._menu(self.tr("&Edit")), QKeySequence.StandardKey
        self._add(menu, self.tr("&Undo"), standard.Undo, lambda: self._undo_stack("undo"))
        self._add(menu, self.tr("&Redo"), standard.Redo, lambda: self._undo_stack("redo"))
        menu.addSeparator()
        self._add(menu, self.tr("&Find"), standard.Find, self._find)

    def _view(self) -> None:
        menu, sidebar = self._menu(self.tr("&View")), self._window.sidebar
        for number, name in enumerate(sidebar.names(), start=1):
            text = sidebar.item(number - 1).text()
            self._add(menu, text, f"Ctrl+{number}", partial(self._window.show_page, name))

    def _help(self) -> None:
        menu = self._menu(self.tr("&Help"))
        self._add(menu, self.tr("&Keyboard"), "F1", self._conductor.show_keys)
        self._add(menu, self.tr("&Local API…"), None, lambda: self._conductor.screens.switch_api())
        self._add(menu, self.tr("Start again in &safe mode"), None, lambda: self._conductor.restart_wanted.emit(True))
        self._add(menu, self.tr("&About Streamlation"), None, lambda: self._window.show_page("about"))

    def _menu(self, title: str) -> QMenu:
        menu: QMenu = self._window.menuBar().addMenu(title)
        return menu

    def _add(self, menu: QMenu, text: str, keys: _Keys, act: Callable[[], Any]) -> None:
        action = menu.addAction(text)
        action.triggered.connect(lambda _checked=False: act())
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        self._window.addAction(action)

    def _find(self) -> None:
        page = self._window.made(self._window.current)
        if page is not None and hasattr(page, "begin_search"):
            page.begin_search()

    def _undo_stack(self, what: str) -> None:
        """Of the page in front; fields of text undo by themselves."""
        stack = getattr(self._window.made(self._window.current), "undo_stack", None)
        if stack is not None:
            getattr(stack, what)()

    def _playing(self) -> str:
        """Location of the file that is open, if any."""
        page = self._window.made("player")
        return page.media.location if page is not None and page.media is not None and not page.media.live else ""

    def _export(self) -> None:
        page = self._window.made("player")
        if page is not None and page.media is not None and page.feed.record_id:
            self._conductor.export(page.feed.record_id, page.media.location)

    def _fill_recent(self) -> None:
        """The list is there in an instant: it is read when the menu opens, and shown when it has come."""
        from streamlation_desktop.storage.records import HistoryFilter, SortBy

        desk = self._conductor.desk
        if desk.is_ready:
            wanted = HistoryFilter(sort=SortBy.UPDATED, limit=_RECENT)
            desk.tasks.run("disk", self, lambda: desk.shelf.history.list(wanted), self._show_recent)

    def _show_recent(self, records: tuple[SessionRecord, ...]) -> None:
        self._recent.clear()
        for record in records:
            open_it = self._recent.addAction((record.title or record.location).replace("&", "&&"))
            open_it.triggered.connect(lambda _checked=False, location=record.location: self._conductor.open(location))
