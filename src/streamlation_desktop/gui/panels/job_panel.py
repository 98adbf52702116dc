"""One dubbing job: its languages, the lines that are spoken, its files and its trail."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.item_models.dub_lines import SPEAKER, TEMPO, TEXT, TIME, DubLineModel
from streamlation_desktop.gui.item_models.text_delegate import TextDelegate
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.panels.job_tracks import JobTracks
from streamlation_desktop.gui.state.job_detail import JobDetail
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.fitting import Fitting
from streamlation_desktop.gui.widgets.job_words import event_words, job_title, state_words
from streamlation_desktop.gui.widgets.labels import button, card, label
from streamlation_desktop.storage.job_records import JobRecord


class JobPanel(QWidget):
    """Shows a `JobDetail`; what is changed in it is told by signals."""

    edited = Signal(str, int, str)
    """Language, id of a line, and what it is to say."""
    named = Signal(str, str)
    """Label of a speaker, and a name."""
    voice_wanted = Signal(str)
    """Language for which another voice is to be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.detail: JobDetail | None = None
        self.title = label("", "heading", wrap=True)
        self.state = label("", "muted", wrap=True)
        self.tracks = JobTracks()
        self.warnings = label("", "warn", wrap=True)
        frame, inside = card()
        for widget in (self.title, self.state, self.tracks, self.warnings):
            inside.addWidget(widget)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._lines_tab(), self.tr("Lines"))
        self.trail = self._list(self.tr("Trail"))
        self.files = self._list(self.tr("Files"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(Fitting(frame))
        column.addWidget(self.tabs, 1)

    @property
    def language(self) -> LanguageCode | None:
        """Whose lines are shown."""
        code = self.languages.currentData()
        return LanguageCode(code) if code else None

    def show_progress(self, job: JobRecord, remaining: Mapping[tuple[str, LanguageCode, Stage], float]) -> None:
        """Show where the job stands."""
        self.title.setText(job_title(job))
        self.title.setToolTip(unmarked(job.location))
        self.state.setText(state_words(job.state))
        self.tracks.show_job(job, remaining)

    def show_detail(self, detail: JobDetail) -> None:
        """Show the rest."""
        same = self.detail is not None and self.detail.job.id == detail.job.id
        self.detail = detail
        self.warnings.setText("\n".join(detail.warnings))
        self.warnings.setVisible(bool(detail.warnings))
        if not same:
            self.languages.clear()
            for track in detail.job.tracks:
                self.languages.addItem(readable_name(track.language), track.language)
        self.languages.setVisible(len(detail.job.tracks) > 1)
        _fill(self.trail, [event_words(event) for event in detail.events])
        _fill(self.files, list(detail.files))
        self._show_lines()

    def _lines_tab(self) -> QWidget:
        self.languages = QComboBox()
        self.languages.setAccessibleName(self.tr("Language of the lines"))
        self.languages.currentIndexChanged.connect(self._show_lines)
        self.voice = button(self.tr("Voice…"), "dub", tip=self.tr("Only what is spoken is made again"))
        self.voice.clicked.connect(lambda: self.voice_wanted.emit(self.language or ""))
        self.hint = label("", "muted", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self.languages)
        head.addWidget(self.hint, 1)
        head.addWidget(self.voice)
        self.model = DubLineModel(self)
        self.model.edited.connect(lambda line, text: self.edited.emit(self.language or "", line, text))
        self.model.named.connect(self.named)
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.addLayout(head)
        column.addWidget(self._table(), 1)
        return tab

    def _table(self) -> QTableView:
        view = self.table = QTableView()
        view.setAccessibleName(self.tr("Lines of the dub"))
        view.setModel(self.model)
        view.setItemDelegateForColumn(TEXT, TextDelegate(view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(2 * view.fontMetrics().lineSpacing() + SPACE)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column in (TIME, SPEAKER, TEMPO):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        return view

    def _list(self, name: str) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(name)
        made.setWordWrap(True)
        made.setSpacing(3)
        self.tabs.addTab(made, name)
        return made

    def _show_lines(self, _index: QModelIndex | int = 0) -> None:
        language = self.language
        if self.detail is None or language is None:
            return
        lines = self.detail.lines.get(language, ())
        if self.table.state() is not QAbstractItemView.State.EditingState:
            self.model.show_lines(language, lines, self.detail.names)
        self.voice.setEnabled(bool(lines))
        self.hint.setText(
            self.tr("Double-click a text to change it: only that line is spoken anew.")
            if lines
            else self.tr("The lines appear here when they are spoken.")
        )


def _fill(view: QListWidget, lines: list[str]) -> None:
    if [view.item(row).text() for row in range(view.count())] != lines:
        view.clear()
        view.addItems(lines)
        view.scrollToBottom()
