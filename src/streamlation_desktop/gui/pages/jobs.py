"""The queue of dubbing jobs: what each does, and what can be done with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QUndoStack
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QMessageBox,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from streamlation_desktop.core.errors import StreamlationError, UsageError
from streamlation_desktop.core.jobs import WORKING_STAGES, JobState, Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.delete_job import DeleteJobBox
from streamlation_desktop.gui.dialogs.voice import Cast, VoiceDialog
from streamlation_desktop.gui.item_models.jobs import JobDelegate, JobModel
from streamlation_desktop.gui.pages.page import Page
from streamlation_desktop.gui.panels.job_panel import JobPanel
from streamlation_desktop.gui.state.change import Change
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.job_desk import JobDesk
from streamlation_desktop.gui.state.job_detail import read_detail
from streamlation_desktop.gui.theme import SPACE, leading_margins
from streamlation_desktop.gui.widgets.empty_state import EmptyState
from streamlation_desktop.gui.widgets.job_words import job_title, stage_words
from streamlation_desktop.gui.widgets.labels import button
from streamlation_desktop.jobs.keys import request_of
from streamlation_desktop.storage.job_records import JobRecord

_STOPPABLE = (JobState.QUEUED, JobState.RUNNING)


class JobsPage(Page):
    """A list, and beside it the job that is chosen."""

    dub_wanted = Signal()
    """A new job is to be made."""
    failed = Signal(object)

    def __init__(self, desk: Desk, jobs: JobDesk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Jobs"), parent=parent)
        self._desk, self._jobs = desk, jobs
        self._expected = ""
        self._read: tuple[str, float] = ("", 0.0)
        self.undo_stack = QUndoStack(self)
        self.model = JobModel(self)
        self.panel = JobPanel()
        self.add = button(self.tr("Make a dub…"), "dub", primary=True)
        self.add.clicked.connect(self.dub_wanted)
        self.tools.addWidget(self.add)
        self._build()
        self.panel.edited.connect(self._edit)
        self.panel.named.connect(self._rename)
        self.panel.voice_wanted.connect(self._ask_voice)
        jobs.changed.connect(self.show_jobs)
        desk.when_ready(self, jobs.watch)
        self.show_jobs()

    @property
    def job(self) -> JobRecord | None:
        """The chosen one."""
        index = self.list.currentIndex()
        return self.model.jobs[index.row()] if index.isValid() else None

    def shown(self) -> None:
        """See `Page`."""
        if self._desk.is_ready:
            self._jobs.watch()

    def expect(self, job_id: str) -> None:
        """Show one job, now or as soon as it is in the list."""
        self._expected = job_id
        self.show_jobs()

    def show_jobs(self) -> None:
        """Show the queue as it is now."""
        chosen = self.job.id if self.job else ""
        self.model.set_jobs(self._jobs.jobs)
        expected = self.model.row_of(self._expected)
        row = expected if expected >= 0 else self.model.row_of(chosen)
        if expected >= 0:
            self._expected = ""
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(max(row, 0)))
        self._stack.setCurrentIndex(1 if self.model.rowCount() else 0)
        self._show_job()

    def _build(self) -> None:
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Jobs"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(JobDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.selectionModel().currentChanged.connect(self._show_job)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(*leading_margins())
        column.setSpacing(SPACE)
        column.addWidget(self.panel, 1)
        column.addLayout(self._actions())
        split = QSplitter()
        split.addWidget(self.list)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([280, 620])
        split.setChildrenCollapsible(False)
        empty = EmptyState(
            "jobs",
            self.tr("No dubs yet"),
            self.tr("A dub speaks the translation of a film in one or more languages, and writes it to files."),
            self.tr("Make a dub…"),
        )
        empty.action.clicked.connect(self.dub_wanted)
        self._stack = QStackedLayout()
        self._stack.addWidget(empty)
        self._stack.addWidget(split)
        self.column.addLayout(self._stack, 1)

    def _actions(self) -> QHBoxLayout:
        self.pause = button(self.tr("Pause"), "pause")
        self.resume = button(self.tr("Go on"), "play")
        self.cancel = button(self.tr("Cancel"), "stop")
        self.retry = button(self.tr("Try again"), "reset")
        self.replay = button(self.tr("Do again from…"), "redo")
        self.folder = button(self.tr("Show files"), "folder")
        self.delete = button(self.tr("Delete…"), "delete")
        menu = QMenu(self.replay)
        menu.aboutToShow.connect(lambda: self._fill_replay(menu))
        self.replay.setMenu(menu)
        for made, name in (
            (self.pause, "pause"),
            (self.resume, "resume"),
            (self.cancel, "cancel"),
            (self.retry, "retry"),
        ):
            made.clicked.connect(lambda _checked=False, name=name: self._act(name))
        self.resume.clicked.connect(self._go_on)
        self.folder.clicked.connect(self._show_files)
        self.delete.clicked.connect(self._delete)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addStretch(1)
        for made in (self.delete, self.folder, self.replay, self.cancel, self.retry, self.pause, self.resume):
            row.addWidget(made)
        return row

    def _show_job(self) -> None:
        job = self.job
        if job is None:
            return
        self.panel.show_progress(job, self._jobs.remaining)
        dead = any(track.error is not None for track in job.tracks)
        stopped = job.state in (JobState.PAUSED, JobState.CANCELLED)
        self.pause.setVisible(job.state in _STOPPABLE)
        self.cancel.setVisible(job.state in (*_STOPPABLE, JobState.PAUSED))
        self.resume.setVisible(stopped or (job.state in _STOPPABLE and not self._jobs.is_working))
        self.retry.setVisible(dead and job.state not in (JobState.PAUSED, JobState.CANCELLED))
        self.replay.setEnabled(job.state not in _STOPPABLE)
        if self._read != (job.id, job.updated):
            self._read = (job.id, job.updated)
            self._read_detail(job.id)

    def _read_detail(self, job_id: str) -> None:
        database = self._desk.shelf.services.database
        self._desk.tasks.run(
            "disk", self, lambda: read_detail(database, job_id), self.panel.show_detail, self._not_read
        )

    def _not_read(self, error: StreamlationError) -> None:
        if not isinstance(error, UsageError):  # else it was deleted meanwhile
            self.failed.emit(error)

    def _act(self, name: str) -> None:
        if self.job is not None:
            self._jobs.act(name, self.job)

    def _go_on(self) -> None:
        if self.job is not None and self.job.state in _STOPPABLE:
            self._jobs.work()
        else:
            self._act("resume")

    def _fill_replay(self, menu: QMenu) -> None:
        menu.clear()
        for stage in WORKING_STAGES:
            menu.addAction(stage_words(stage), partial(self._replay, stage))

    def _replay(self, stage: Stage) -> None:
        if self.job is not None:
            self._jobs.replay(self.job, stage, None)

    def _edit(self, language: str, line: int, text: str) -> None:
        job, detail = self.job, self.panel.detail
        if job is None or detail is None:
            return
        code = LanguageCode(language)
        before = next(each.text for each in detail.lines[code] if each.line == line)
        say = partial(self._jobs.edit, job, code, line)
        self.undo_stack.push(Change(say, before, text, self.tr("change of a line")))

    def _rename(self, speaker: str, name: str) -> None:
        job, detail = self.job, self.panel.detail
        if job is None or detail is None:
            return

        def call(name: str) -> None:
            self._jobs.rename(job, speaker, name, lambda: self._read_detail(job.id))

        self.undo_stack.push(Change(call, detail.names[speaker], name, self.tr("name of a speaker")))

    def _ask_voice(self, language: str) -> None:
        job, detail = self.job, self.panel.detail
        if job is None or detail is None or not language:
            return
        code = LanguageCode(language)
        dialog = VoiceDialog(self._desk, Cast(code, request_of(job).project_name, detail.names), self)

        def apply() -> None:
            for speaker, voice in dialog.choices.items():
                self._jobs.change_voice(job, code, speaker, voice)

        dialog.accepted.connect(apply)
        dialog.open()

    def _show_files(self) -> None:
        job, detail = self.job, self.panel.detail
        if job is not None:
            first = detail.files[0] if detail is not None and detail.files else job.location
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(first).parent)))

    def _delete(self) -> None:
        job, detail = self.job, self.panel.detail
        if job is None:
            return
        files = len(detail.files) if detail is not None and detail.job.id == job.id else 0
        box = DeleteJobBox(job_title(job), files, self)
        if box.exec() == QMessageBox.StandardButton.Yes:
            self.undo_stack.clear()
            self._jobs.delete(job, with_files=box.with_files.isChecked())
