"""Writes captions of the history to files, where and as what the user says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.main_window import MainWindow
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.widgets.times import figures

if TYPE_CHECKING:
    from streamlation_desktop.gui.state.film_export import FilmExport
    from streamlation_desktop.session.captions import ExportRequest
    from streamlation_desktop.session.request import JobRequest

_FOLDER, _FORMATS, _BILINGUAL = "export/folder", "export/formats", "export/bilingual"


class Exporter(QObject):
    """Asks in a dialog that begins with what was chosen the last time."""

    told = Signal(str, str)
    failed = Signal(object)
    """A `StreamlationError`."""

    def __init__(self, desk: Desk, window: MainWindow, memory: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window, self._memory = desk, window, memory
        self._film: FilmExport | None = None

    def export(self, record_id: str, location: str) -> None:
        """Ask what to export, and write it."""
        history = self._desk.shelf.history
        self._desk.tasks.run(
            "disk",
            self,
            lambda: history.show(record_id).cue_languages,
            lambda languages: self._ask(record_id, location, languages),
            self.failed.emit,
        )

    def _ask(self, record_id: str, location: str, languages: tuple[LanguageCode, ...]) -> None:
        from streamlation_desktop.gui.dialogs.export import ExportDialog
        from streamlation_desktop.session.naming import output_stem

        if not languages:
            self.told.emit(self.tr("There are no captions to export yet"), "")
            return
        beside = _beside(location)
        kept = self._kept_folder()
        film = Path(location) if Path(location).is_file() else None
        dialog = ExportDialog(record_id, languages, kept or beside, output_stem(location), self._window, film=film)
        if any(one.job.location == location for one in self._desk.sessions.running):
            dialog.say(self.tr("This is still being translated: what there is so far is written."))
        dialog.choose(self._formats(), bilingual=bool(self._memory.value(_BILINGUAL, defaultValue=False, type=bool)))
        if dialog.exec():
            request = dialog.request()
            self._keep(request.folder, beside, request.formats, bilingual=request.bilingual)
            self._write(request, dialog.copies())

    def close(self) -> None:
        """The window closes: a copy of a film that is being made is given up."""
        if self._film is not None:
            self._film.cancel()

    def _write(self, request: ExportRequest, copies: JobRequest | None) -> None:
        captions = self._desk.shelf.captions

        def written(paths: tuple[Path, ...]) -> None:
            if paths:
                self._tell(paths)
            if copies is not None:
                self._copy(request, copies)

        self._desk.tasks.run("disk", self, lambda: captions.export(request), written, self.failed.emit)

    def _copy(self, request: ExportRequest, copies: JobRequest) -> None:
        """May take minutes; what was begun before is given up."""
        from streamlation_desktop.gui.state.film_export import FilmExport

        self.close()
        film = self._film = FilmExport(self._desk.shelf.captions, request, copies)
        title, messages, tasks = self.tr("Writing a copy of the film…"), self._window.messages, self._desk.tasks
        messages.tell(title, Path(copies.location).name, self.tr("Cancel"), film.cancel)

        def show(fraction: float) -> None:
            done = figures(f"{fraction:.0%}")
            tasks.report(self, lambda: messages.retell(title, f"{Path(copies.location).name}: {done}"))

        tasks.run("film", self, lambda: film.run(show), self._tell, self.failed.emit)

    def _kept_folder(self) -> Path | None:
        """Where the last export went, unless that was beside its film: then the next goes beside the next film."""
        folder = str(self._memory.value(_FOLDER, defaultValue="") or "")
        return Path(folder) if folder and Path(folder).is_dir() else None

    def _formats(self) -> tuple[str, ...]:
        return tuple(str(self._memory.value(_FORMATS, defaultValue="") or "").split())

    def _keep(self, folder: Path, beside: Path, formats: tuple[str, ...], *, bilingual: bool) -> None:
        self._memory.setValue(_FOLDER, "" if folder == beside else str(folder))
        self._memory.setValue(_FORMATS, " ".join(formats))
        self._memory.setValue(_BILINGUAL, bilingual)

    def _tell(self, paths: tuple[Path, ...]) -> None:
        shown = "\n".join(str(path) for path in paths[:4])
        title, folder = self.tr("%Ln file(s) written", "", len(paths)), QUrl.fromLocalFile(str(paths[0].parent))
        self._window.messages.tell(title, shown, self.tr("Open folder"), lambda: QDesktopServices.openUrl(folder))


def _beside(location: str) -> Path:
    source = Path(location)
    return source.parent if source.is_file() else Path.home()
