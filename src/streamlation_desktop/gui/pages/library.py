"""Everything that was translated: search in what was said, open, group, delete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QMessageBox,
    QStackedLayout,
    QWidget,
)

from streamlation_desktop.gui.dialogs.purge import PurgeBox
from streamlation_desktop.gui.item_models.history import HistoryDelegate, HistoryModel
from streamlation_desktop.gui.item_models.hits import HitDelegate, HitModel
from streamlation_desktop.gui.pages.page import Page
from streamlation_desktop.gui.panels.library_filters import LibraryFilters
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.pictures import Pictures
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.choosing import on_choice
from streamlation_desktop.gui.widgets.empty_state import EmptyState
from streamlation_desktop.gui.widgets.facts import joined
from streamlation_desktop.gui.widgets.labels import button, label
from streamlation_desktop.gui.widgets.times import size
from streamlation_desktop.storage.records import SessionRecord

if TYPE_CHECKING:
    from streamlation_desktop.storage.retention import PurgePlan, Usage
    from streamlation_desktop.storage.search import SearchHit

_MOST_HITS, _MOST_SIFTED = 200, 5_000
"""Sentences asked for; the second where filters leave some of them out."""
_LIST, _HITS, _EMPTY, _NOTHING = range(4)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read for the page."""

    records: Sequence[SessionRecord]
    hits: Sequence[SearchHit]
    titled: Sequence[SessionRecord]
    """Whose title or location has what was searched for; shown are the titles."""
    used: Usage


class LibraryPage(Page):
    """A list of sessions, or of the sentences that were found."""

    open_wanted = Signal(str, float, str)
    """Location, moment in seconds (negative: where it was left), and id in the history."""
    export_wanted = Signal(str, str)
    """Id in the history and location."""
    failed = Signal(object)
    told = Signal(str, str)
    """Title and text of what is worth knowing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Library"), parent=parent)
        self._desk = desk
        self._pictures = Pictures(desk, self)
        self.model = HistoryModel(self._pictures.want, self)
        self._pictures.ready.connect(self.model.set_picture)
        self.hits = HitModel(self)
        self.filters = LibraryFilters(desk)
        self.filters.changed.connect(self.refresh)
        self.filters.left.connect(self._go_to_list)
        self.filters.projects.failed.connect(self.failed)
        self.column.addWidget(self.filters)
        self._build_lists()
        self.column.addLayout(self._foot())
        desk.when_ready(self, self.refresh)
        desk.sessions.ended.connect(self.filters.change_soon)

    def shown(self) -> None:
        """See `Page`."""
        if self._desk.is_ready:
            self.filters.projects.refresh()
            self.refresh()

    def begin_search(self) -> None:
        """See `Page`."""
        self.filters.begin_search()

    def refresh(self) -> None:
        """Read the history anew, as the filters say."""
        from streamlation_desktop.storage.retention import usage
        from streamlation_desktop.storage.search import search

        shelf, text, wanted = self._desk.shelf, self.filters.text, self.filters.wanted
        database, most = shelf.services.database, _MOST_SIFTED if self.filters.leaves_out else _MOST_HITS

        def work() -> _Found:
            records = shelf.history.list(wanted)
            hits = search(database, text, limit=most) if text else ()
            titled = shelf.history.list(replace(wanted, text=text)) if text else ()
            return _Found(records, hits, titled, usage(database))

        self._desk.tasks.run("disk", self, work, lambda found: self._show(text, found), self.failed.emit)

    def _build_lists(self) -> None:
        self.list, self.found = QListView(), QListView()
        for view, name in ((self.list, self.tr("Library")), (self.found, self.tr("Sentences found"))):
            view.setAccessibleName(name)
            view.setMouseTracking(True)
            view.setUniformItemSizes(True)
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HistoryDelegate(self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.activated.connect(self._open)
        self.found.setModel(self.hits)
        self.found.setItemDelegate(HitDelegate(self.found))
        on_choice(self.found, self._open_hit)
        self.empty = EmptyState(
            "library",
            self.tr("Nothing here"),
            self.tr("What you translate is kept here, and every sentence in it can be found again."),
        )
        self.nothing = EmptyState(
            "search",
            self.tr("Nothing found"),
            self.tr("No sentence has all these words, and no title. Fewer words or other filters find more."),
        )
        self._stack = QStackedLayout()
        for widget in (self.list, self.found, self.empty, self.nothing):
            self._stack.addWidget(widget)
        self.column.addLayout(self._stack, 1)
        remove = QAction(self.tr("Delete…"), self.list)
        remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        remove.triggered.connect(self._delete)
        self.list.addAction(remove)

    def _foot(self) -> QHBoxLayout:
        self.used = label("", "muted")
        self.open = button(self.tr("Open"), "play", primary=True)
        self.export = button(self.tr("Export…"), "export")
        self.delete = button(self.tr("Delete…"), "delete")
        self.delete_all = button(self.tr("Delete everything…"))
        self.open.clicked.connect(lambda: self._open(self.list.currentIndex()))
        self.export.clicked.connect(self._export)
        self.delete.clicked.connect(self._delete)
        self.delete_all.clicked.connect(lambda: self._purge(None))
        self.list.selectionModel().selectionChanged.connect(self._enable)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.used, 1)
        for made in (self.delete_all, self.delete, self.export, self.open):
            row.addWidget(made)
        self.delete_all.setEnabled(False)
        self._enable()
        return row

    def _show(self, text: str, found: _Found) -> None:
        if text != self.filters.text:
            return
        shown, used = [one for one in found.records if self.filters.passes(one)], found.used
        self._reset(shown)
        titled = [one for one in found.titled if self.filters.passes(one) and text.lower() in one.shown_title.lower()]
        self.hits.reset(found.hits, {one.id: one for one in shown}, titled, text)
        if text:
            self._stack.setCurrentIndex(_HITS if self.hits.rowCount() else _NOTHING)
        else:
            self._stack.setCurrentIndex(_LIST if shown else _EMPTY)
        self.used.setText(joined(self.tr("%Ln session(s)", "", used.sessions), size(used.database + used.other_files)))
        self.delete_all.setEnabled(used.sessions > 0)
        self._enable()

    def _reset(self, shown: Sequence[SessionRecord]) -> None:
        """Show other sessions; those that were chosen and are still there stay so."""
        chosen, current = {one.id for one in self._selected()}, self.list.currentIndex()
        front = self.model.records[current.row()].id if current.isValid() else ""
        place = self.list.verticalScrollBar().value()
        self.model.reset(shown)
        selection = self.list.selectionModel()
        for row, record in enumerate(shown):
            if record.id == front:
                selection.setCurrentIndex(self.model.index(row), selection.SelectionFlag.NoUpdate)
            if record.id in chosen:
                selection.select(self.model.index(row), selection.SelectionFlag.Select)
        self.list.verticalScrollBar().setValue(place)

    def _go_to_list(self) -> None:
        """On from the search with the keyboard."""
        view = self._stack.currentWidget()
        if isinstance(view, QListView):
            view.setFocus(Qt.FocusReason.TabFocusReason)
            if not view.selectionModel().hasSelection():
                view.setCurrentIndex(view.model().index(0, 0))

    def _selected(self) -> list[SessionRecord]:
        return [self.model.records[index.row()] for index in self.list.selectionModel().selectedIndexes()]

    def _enable(self) -> None:
        chosen = len(self._selected())
        self.open.setEnabled(chosen == 1)
        self.export.setEnabled(chosen == 1)
        self.delete.setEnabled(chosen > 0)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            record = self.model.records[index.row()]
            self.open_wanted.emit(record.location, -1.0, record.id)

    def _open_hit(self, index: QModelIndex) -> None:
        found = self.hits.at(index.row())
        if found is not None:
            record, seconds = found
            self.open_wanted.emit(record.location, seconds, record.id)

    def _export(self) -> None:
        for record in self._selected()[:1]:
            self.export_wanted.emit(record.id, record.location)

    def _menu(self, at: QPoint) -> None:
        chosen = self._selected()
        if not chosen:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Open"), lambda: self._open(self.list.currentIndex())).setEnabled(len(chosen) == 1)
        menu.addAction(self.tr("Export…"), self._export).setEnabled(len(chosen) == 1)
        menu.addMenu(self.filters.projects.menu([record.fingerprint for record in chosen], menu))
        menu.addSeparator()
        menu.addAction(self.tr("Delete…"), self._delete)
        menu.exec(self.list.viewport().mapToGlobal(at))

    def _delete(self) -> None:
        if self._selected():
            self._purge(self._selected())

    def _purge(self, records: Sequence[SessionRecord] | None) -> None:
        """Ask, and delete; without `records` all there are, whatever the filters show."""
        from streamlation_desktop.storage.retention import plan_purge, purge

        database, history = self._desk.shelf.services.database, self._desk.shelf.history

        def plan() -> PurgePlan:
            return plan_purge(database, history.list() if records is None else records, everything=records is None)

        def ask(plan: PurgePlan) -> None:
            if PurgeBox(plan, self).exec() == QMessageBox.StandardButton.Yes:
                self._pictures.forget([record.fingerprint for record in plan.sessions])
                self._desk.tasks.run("disk", self, lambda: purge(database, plan), self._purged, self.failed.emit)

        self._desk.tasks.run("disk", self, plan, ask, self.failed.emit)

    def _purged(self, kept: Sequence[SessionRecord]) -> None:
        self.refresh()
        if kept:
            title = self.tr("%Ln session(s) cannot be deleted now", "", len(kept))
            self.told.emit(title, self.tr("They are being translated. Stop them first, on the sessions page."))
