"""What hears, translates and speaks: install, check, remove."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTableView,
    QWidget,
)

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.licence import LicenceDialog
from streamlation_desktop.gui.item_models.kept_cells import KeptCells
from streamlation_desktop.gui.item_models.models import (
    KIND,
    LANGUAGES,
    LICENCE,
    NAME,
    QUALITY,
    SIZE,
    STATE,
    ModelRow,
    ModelTable,
    rows_of,
)
from streamlation_desktop.gui.pages.page import Page
from streamlation_desktop.gui.panels.download_list import DownloadList
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.downloads import Downloads
from streamlation_desktop.gui.state.extras_desk import ExtrasDesk
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.facts import joined
from streamlation_desktop.gui.widgets.labels import button, label
from streamlation_desktop.gui.widgets.language_box import LanguageBox
from streamlation_desktop.gui.widgets.times import figures, size
from streamlation_desktop.modelstore.importer import ImportOptions
from streamlation_desktop.modelstore.store import DiskUse
from streamlation_desktop.modelstore.verify import Problem

_MEASURED = 24
"""Rows that say how wide a column is: all hundred would hold up the window."""


class ModelsPage(Page):
    """A table of models, and those on their way."""

    failed = Signal(object)

    def __init__(self, desk: Desk, downloads: Downloads, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Models"), parent=parent)
        self._desk, self.downloads = desk, downloads
        self.extras = ExtrasDesk(desk, self)
        self._rows: list[ModelRow] = []
        self._told: Set[str] = frozenset()  # models on their way
        self.table = ModelTable(self)
        self.column.addLayout(self._filters())
        self.column.addWidget(self._view(), 1)
        self.detail = label("", "muted", wrap=True)
        self.column.addWidget(self.detail)
        self.column.addWidget(DownloadList(downloads))
        self.column.addLayout(self._foot())
        self.view.selectionModel().selectionChanged.connect(self._enable)
        self.view.selectionModel().selectionChanged.connect(self._describe)
        downloads.changed.connect(self._show_states)
        downloads.failed.connect(self.failed)
        desk.models_changed.connect(self.refresh)
        desk.when_ready(self, self.refresh)
        self._enable()

    def begin_search(self) -> None:
        """See `Page`."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def want(self, source: LanguageCode | None, target: LanguageCode | None) -> None:
        """Show what serves these languages."""
        self.source.choose(source)
        self.target.choose(target)
        self._apply()

    def refresh(self) -> None:
        """Read what is on disk anew."""
        store = self._desk.shelf.models

        def work() -> tuple[list[ModelRow], DiskUse]:
            return rows_of(store.installed(), store.catalog), store.disk_use()

        self._desk.tasks.run("disk", self, work, lambda found: self._show(*found), self.failed.emit)

    def install(self, row: ModelRow) -> None:
        """Show size and licence, and fetch it when they are agreed to."""
        dialog = LicenceDialog(row, self)
        if dialog.exec():
            self.downloads.start(row.id, accepted=dialog.is_accepted)

    def import_from(self, path: Path, *, accepted: bool = False) -> None:
        """Install from a folder or archive."""
        store, options = self._desk.shelf.models, ImportOptions(accept_licence=accepted)
        self.detail.setText(self.tr("Importing {0}…").format(path.name))
        self._desk.tasks.run(
            "download",
            self,
            lambda: store.import_from(path, options, CancelToken()),
            lambda model: self._changed(self.tr("{0} is installed.").format(model.name)),
            self.failed.emit,
        )

    def _filters(self) -> QHBoxLayout:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search models"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind"))
        kinds = (("", self.tr("All kinds")), ("recognizer", self.tr("Hears")), ("translator", self.tr("Translates")))
        for value, text in (*kinds, ("voice", self.tr("Speaks"))):
            self.kind.addItem(text, value)
        self.source = LanguageBox(self.tr("Any spoken language"), self.tr("Spoken language"))
        self.target = LanguageBox(self.tr("Any translation"), self.tr("Translate into"))
        self.search.textChanged.connect(self._apply)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.search, 1)
        for box in (self.kind, self.source, self.target):
            box.currentIndexChanged.connect(self._apply)
            row.addWidget(box)
        for languages in (self.source, self.target):
            languages.offer(())
        return row

    def _view(self) -> QTableView:
        view = self.view = QTableView()
        view.setAccessibleName(self.tr("Models"))
        view.setModel(self.table)
        view.setItemDelegate(KeptCells(self.table, view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 2 * SPACE)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(_MEASURED)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(LANGUAGES, QHeaderView.ResizeMode.Stretch)
        view.activated.connect(lambda _: self._act())
        return view

    def _foot(self) -> QHBoxLayout:
        self.used = label("", "muted")
        self.importing = button(self.tr("Import…"), "archive")
        menu = QMenu(self.importing)
        menu.addAction(self.tr("From a folder…"), self._import_folder)
        menu.addAction(self.tr("From an archive…"), self._import_archive)
        self.importing.setMenu(menu)
        self.parts = button(
            self.tr("Optional parts…"), "archive", tip=self.tr("More engines, a graphics card, web pages")
        )
        self.parts.clicked.connect(self._show_parts)
        self.verify = button(self.tr("Verify"), "verify", tip=self.tr("Check every file against its checksum"))
        self.remove = button(self.tr("Remove…"), "delete")
        self.add = button(self.tr("Install…"), "download", primary=True)
        self.verify.clicked.connect(self._verify)
        self.remove.clicked.connect(self._remove)
        self.add.clicked.connect(self._act)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.used, 1)
        for made in (self.parts, self.importing, self.verify, self.remove, self.add):
            row.addWidget(made)
        return row

    def _show(self, rows: list[ModelRow], used: DiskUse) -> None:
        self._rows = rows
        self._apply()
        self._fit((KIND, SIZE, QUALITY, LICENCE, STATE))
        parts = [
            self.tr("{0} in models").format(size(sum(used.models.values()))),
            self.tr("{0} free").format(size(used.free)),
        ]
        if used.unfinished:
            parts.insert(1, self.tr("{0} in unfinished downloads").format(size(used.unfinished)))
        self.used.setText(joined(*parts))

    def _apply(self) -> None:
        text, kind, chosen = self.search.text().casefold().strip(), self.kind.currentData(), self._selected()
        self.table.reset(
            (
                row
                for row in self._rows
                if (not text or text in f"{row.id} {row.name}".casefold())
                and kind in ("", row.kind)
                and row.serves(self.source.language, self.target.language)
            ),
            self._states(),
        )
        if chosen is not None:
            self._choose(chosen.id)
        self._enable()

    def _choose(self, model: str) -> None:
        """Select it, where it is still shown; what is said below the table stays."""
        row = next((row for row, one in enumerate(self.table.rows) if one.id == model), None)
        if row is not None:
            with QSignalBlocker(self.view.selectionModel()):
                self.view.selectRow(row)

    def _states(self) -> dict[str, str]:
        states = {}
        for model, download in self.downloads.active.items():
            percent = figures(f" {100 * download.done // download.total} %") if download.total else ""
            states[model] = (self.tr("downloading") if download.is_running else self.tr("paused")) + percent
        return states

    def _show_states(self) -> None:
        states = self._states()
        is_new = states.keys() - self._told
        self._told = states.keys()
        self.table.set_states(states)
        if is_new:
            self._fit((STATE,))
        self._enable()

    def _fit(self, columns: Iterable[int]) -> None:
        """Width for what they hold: not each time that the page is shown, which would take 30 ms."""
        for column in columns:
            self.view.resizeColumnToContents(column)

    def _selected(self) -> ModelRow | None:
        rows = self.view.selectionModel().selectedRows()
        return self.table.rows[rows[0].row()] if rows else None

    def _enable(self) -> None:
        row = self._selected()
        own = row is not None and row.is_installed and not row.is_built_in
        on_its_way = row is not None and row.id in self.downloads.active and self.downloads.active[row.id].is_running
        self.verify.setEnabled(own)
        self.remove.setEnabled(own)
        self.add.setEnabled(row is not None and not row.is_installed and not on_its_way)

    def _describe(self) -> None:
        """About the model that was chosen, until something else is to be said."""
        row = self._selected()
        words: Sequence[str] = (row.note, row.attribution, row.licence) if row else ()
        self.detail.setText(joined(*words))

    def _act(self) -> None:
        row = self._selected()
        if row is not None and self.add.isEnabled():
            self.install(row)

    def _verify(self) -> None:
        row = self._selected()
        if row is None:
            return
        store, name = self._desk.shelf.models, row.name

        def told(problems: list[Problem]) -> None:
            faults = ", ".join(f"{one.path}: {one.fault}" for one in problems)
            whole = self.tr("{0}: every file is as it should be.").format(name)
            self.detail.setText(self.tr("{0} is damaged: {1}").format(name, faults) if faults else whole)

        self.detail.setText(self.tr("Checking {0}…").format(name))
        self._desk.tasks.run("download", self, lambda: store.verify(row.id, CancelToken()), told, self.failed.emit)

    def _remove(self) -> None:
        row = self._selected()
        if row is None:
            return
        told = self.tr("Remove {0}? This frees {1}. It can be installed again.").format(row.name, size(row.size))
        question = unmarked(told)
        if QMessageBox.question(self, self.tr("Remove a model"), question) == QMessageBox.StandardButton.Yes:
            store = self._desk.shelf.models
            self._desk.tasks.run(
                "download",
                self,
                lambda: store.remove(row.id),
                lambda freed: self._changed(self.tr("{0} freed.").format(size(freed))),
                self.failed.emit,
            )

    def _changed(self, words: str) -> None:
        self._desk.models_changed.emit()
        self.detail.setText(words)

    def _show_parts(self) -> None:
        from streamlation_desktop.gui.dialogs.extras import ExtrasDialog

        ExtrasDialog(self.extras, self).open()

    def _import_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Folder of a model"))
        if path:
            self.import_from(Path(path))

    def _import_archive(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Archive of a model"), "", self.tr("Archives") + " (*.zip *.tar *.tar.gz *.tgz *.argosmodel)"
        )
        if path:
            self.import_from(Path(path))
