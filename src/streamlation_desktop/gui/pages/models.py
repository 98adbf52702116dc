"""What hears, translates and speaks: install, check, remove."""

from __future__ import annotations

from collections.abc import Sequence, Set
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QWidget,
)

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.licence import LicenceDialog
from streamlation_desktop.gui.item_models.models import (
    KIND,
    LICENCE,
    QUALITY,
    SIZE,
    STATE,
    ModelRow,
    ModelTable,
    rows_of,
)
from streamlation_desktop.gui.pages.page import Page
from streamlation_desktop.gui.panels.download_list import DownloadList
from streamlation_desktop.gui.panels.model_filters import ModelFilters
from streamlation_desktop.gui.panels.model_view import ModelView
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.downloads import Downloads
from streamlation_desktop.gui.state.extras_desk import ExtrasDesk
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.facts import joined
from streamlation_desktop.gui.widgets.labels import button, label
from streamlation_desktop.gui.widgets.times import figures, size
from streamlation_desktop.modelstore.importer import ImportOptions
from streamlation_desktop.modelstore.store import DiskUse
from streamlation_desktop.modelstore.verify import Problem


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
        self.filters = ModelFilters()
        self.filters.changed.connect(self._apply)
        self.column.addWidget(self.filters)
        self.view = ModelView(self.table)
        self.view.activated.connect(lambda _: self._act())
        self.column.addWidget(self.view, 1)
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
        self.filters.begin_search()

    def want(self, source: LanguageCode | None, target: LanguageCode | None) -> None:
        """Show what serves these languages."""
        self.filters.want(source, target)

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
        self.view.fit((KIND, SIZE, QUALITY, LICENCE, STATE))
        parts = [
            self.tr("{0} in models").format(size(sum(used.models.values()))),
            self.tr("{0} free").format(size(used.free)),
        ]
        if used.unfinished:
            parts.insert(1, self.tr("{0} in unfinished downloads").format(size(used.unfinished)))
        self.used.setText(joined(*parts))

    def _apply(self) -> None:
        chosen = self.view.selected()
        self.table.reset(filter(self.filters.passes, self._rows), self._states())
        if chosen is not None:  # what is said of it below the table stays
            self.view.choose(chosen.id)
        self._enable()

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
            self.view.fit((STATE,))
        self._enable()

    def _enable(self) -> None:
        row = self.view.selected()
        own = row is not None and row.is_installed and not row.is_built_in
        on_its_way = row is not None and row.id in self.downloads.active and self.downloads.active[row.id].is_running
        self.verify.setEnabled(own)
        self.remove.setEnabled(own)
        self.add.setEnabled(row is not None and not row.is_installed and not on_its_way)

    def _describe(self) -> None:
        """About the model that was chosen, until something else is to be said."""
        row = self.view.selected()
        words: Sequence[str] = (row.note, row.attribution, row.licence) if row else ()
        self.detail.setText(joined(*words))

    def _act(self) -> None:
        row = self.view.selected()
        if row is not None and self.add.isEnabled():
            self.install(row)

    def _verify(self) -> None:
        row = self.view.selected()
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
        row = self.view.selected()
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
