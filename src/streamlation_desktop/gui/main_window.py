"""The window: a list of pages, the page in front, a strip for messages. What happens is in `conductor`."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from streamlation_desktop.gui.sidebar import Sidebar
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.turns import TURN
from streamlation_desktop.gui.widgets.drop import locations_in
from streamlation_desktop.gui.widgets.message_bar import MessageBar

log = logging.getLogger(__name__)

_LONGEST_UNPAINTED = 1_000
"""Milliseconds; a window that starts minimized is not painted."""

MakePage = Callable[[str], Iterator[QWidget | None]]
"""Makes a page in steps, each short enough for a turn; the last gives the page."""
PreparePage = Callable[[str, Callable[[], object]], None]
"""Calls back when a page can be made without delay."""


class MainWindow(QMainWindow):
    """Pages are made when they are first shown."""

    dropped = Signal(list)
    """Locations that were dropped somewhere on the window."""
    closing = Signal()
    painted = Signal()
    """It was painted for the first time, or it is out of sight and will not be for a while. Once."""

    def __init__(self, make_page: MakePage, memory: QSettings, prepare: PreparePage | None = None) -> None:
        super().__init__()
        self._make_page, self._memory = make_page, memory
        self._prepare = prepare or (lambda _name, then: then())
        self._pages: dict[str, QWidget] = {}
        self._steps: dict[str, Iterator[QWidget | None]] = {}
        self._was_painted = False
        self._is_closed = False
        self.setWindowTitle("Streamlation")
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(820, 560))
        body = QWidget(self)  # from the outside in: what is moved into another widget gets its style anew
        self.setCentralWidget(body)
        self.sidebar = Sidebar(body)
        self.messages = MessageBar(body)
        self.stack = QStackedWidget(body)
        self._strip = QVBoxLayout()
        self._strip.setContentsMargins(SPACE, SPACE, SPACE, 0)
        self._strip.addWidget(self.messages)
        self._was_told = False
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self._strip)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self.sidebar.chosen.connect(self._bring)
        self._recall()

    @property
    def current(self) -> str:
        """Name of the page in front."""
        item = self.sidebar.currentRow()
        return self.sidebar.names()[item] if item >= 0 else ""

    def page(self, name: str) -> Any:
        """A page, made if it was never shown."""
        while name not in self._pages:
            self._advance(name)
        return self._pages[name]

    def made(self, name: str) -> Any:
        """A page if it was shown before, else None."""
        return self._pages.get(name)

    def with_page(self, name: str, work: Callable[[], object]) -> None:
        """Have a page made and then do `work`, each in a turn of its own: together they would hold the window up."""

        def make() -> None:
            if name not in self._pages:
                self._advance(name)
            self.later(work if name in self._pages else make)

        if name in self._pages:
            work()
        else:
            self._prepare(name, lambda: None if self._is_closed else make())

    def later(self, work: Callable[[], object]) -> None:
        """Do `work` in a turn of its own, unless the window closes before."""
        QTimer.singleShot(TURN, self, lambda: None if self._is_closed else work())

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        if self.current == name:
            self._bring(name)
        else:
            self.sidebar.choose(name)

    def fill(self, is_full: bool) -> None:
        """Hide what is around the page, for a film that fills the screen, or show it again."""
        self.menuBar().setVisible(not is_full)
        self.sidebar.setVisible(not is_full)
        self._strip.setContentsMargins(*((0, 0, 0, 0) if is_full else (SPACE, SPACE, SPACE, 0)))
        if is_full:  # what is told from now on is shown all the same
            self._was_told = self.messages.isVisible()
            self.messages.hide()
        elif self._was_told:
            self.messages.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt."""
        super().paintEvent(event)
        if not self._was_painted:
            QTimer.singleShot(0, self, self._tell_painted)

    def showEvent(self, event: QShowEvent) -> None:
        """See Qt."""
        super().showEvent(event)
        QTimer.singleShot(_LONGEST_UNPAINTED, self, self._tell_painted)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """See Qt."""
        if locations_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """See Qt."""
        locations = locations_in(event.mimeData())
        if locations:
            event.acceptProposedAction()
            self.dropped.emit(locations)

    def closeEvent(self, event: QCloseEvent) -> None:
        """See Qt."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)  # else the next start would be so
        self._memory.setValue("window/geometry", self.saveGeometry())
        self._memory.setValue("window/page", self.current)
        self._is_closed = True
        self._complete()
        self.closing.emit()
        super().closeEvent(event)

    def _tell_painted(self) -> None:
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def _advance(self, name: str) -> None:
        """One step of making a page."""
        steps = self._steps.pop(name, None) or self._make_page(name)
        page = next(steps)  # one that fails is not gone on with: it is made anew
        if page is None:
            self._steps[name] = steps
        else:
            self._pages[name] = page

    def _complete(self) -> None:
        """Make whole what is half made, so that it can let go of what it holds."""
        for name in tuple(self._steps):
            try:
                self.page(name)
            except Exception:  # the window closes all the same
                log.exception("the page %s cannot be made", name)

    def _bring(self, name: str) -> None:
        if self.isVisible():  # made in one turn, given its style in the next
            self.with_page(name, partial(self._front, name))
        else:
            self._front(name)

    def _front(self, name: str) -> None:
        page = self.page(name)
        is_new = self.stack.indexOf(page) < 0
        if is_new:
            self.stack.addWidget(page)
        if self.current == name:
            self.stack.setCurrentWidget(page)
            if is_new:
                QTimer.singleShot(TURN, page, page.shown)
            else:
                page.shown()

    def _recall(self) -> None:
        geometry = self._memory.value("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1180, 740)
