"""Chooses a project, and puts media into one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QInputDialog, QMenu, QWidget

from streamlation_desktop.gui.state.desk import Desk

if TYPE_CHECKING:
    from streamlation_desktop.storage.library import Project


class ProjectChoice(QComboBox):
    """All media, or those of one project."""

    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Project"))
        self._desk = desk
        self._projects: tuple[Project, ...] = ()
        self.addItem(self.tr("All projects"), None)
        desk.when_ready(self, self.refresh)

    @property
    def project(self) -> int | None:
        """Id of the chosen one."""
        chosen: int | None = self.currentData()
        return chosen

    def refresh(self) -> None:
        """Read the projects anew."""
        self._desk.tasks.run("disk", self, self._desk.shelf.library.projects, self._show, self.failed.emit)

    def menu(self, fingerprints: Sequence[str], parent: QWidget) -> QMenu:
        """A menu that puts media into a project."""
        menu = QMenu(self.tr("Move to project"), parent)
        menu.addAction(self.tr("New project…"), lambda: self._new(fingerprints))
        menu.addAction(self.tr("No project"), lambda: self._assign(fingerprints, None))
        menu.addSeparator()
        for project in self._projects:
            menu.addAction(project.name, partial(self._assign, fingerprints, project.id))
        return menu

    def _show(self, projects: tuple[Project, ...]) -> None:
        chosen = self.project
        self._projects = projects
        with QSignalBlocker(self):
            while self.count() > 1:
                self.removeItem(1)
            for project in projects:
                self.addItem(f"{project.name} ({project.media})", project.id)
            self.setCurrentIndex(max(self.findData(chosen), 0))

    def _new(self, fingerprints: Sequence[str]) -> None:
        name, accepted = QInputDialog.getText(self, self.tr("New project"), self.tr("Name:"))
        if not accepted or not name.strip():
            return
        library = self._desk.shelf.library

        def work() -> None:
            project = library.add_project(name)
            for fingerprint in fingerprints:
                library.assign(fingerprint, project)

        self._desk.tasks.run("disk", self, work, lambda _: self.refresh(), self.failed.emit)

    def _assign(self, fingerprints: Sequence[str], project: int | None) -> None:
        library = self._desk.shelf.library

        def work() -> None:
            for fingerprint in fingerprints:
                library.assign(fingerprint, project)

        self._desk.tasks.run("disk", self, work, lambda _: self.refresh(), self.failed.emit)
