"""The languages of a job: how far each is, and why it does not go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.messages import explain
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.job_words import track_words
from streamlation_desktop.gui.widgets.labels import label, set_role
from streamlation_desktop.storage.job_records import JobRecord, TrackRecord


@dataclass(frozen=True, slots=True)
class _Row:
    bar: QProgressBar
    words: QLabel
    error: QLabel


class JobTracks(QWidget):
    """One row per language; below it what went wrong, in the words of the error table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._languages: tuple[LanguageCode, ...] = ()
        self.rows: dict[LanguageCode, _Row] = {}

    def show_job(self, job: JobRecord, remaining: Mapping[tuple[str, LanguageCode, Stage], float]) -> None:
        """Show where each language stands."""
        languages = tuple(track.language for track in job.tracks)
        if languages != self._languages:
            self._build(languages)
        for track in job.tracks:
            row = self.rows[track.language]
            row.bar.setValue(round(1000 * track.whole))
            row.words.setText(track_words(track, job.state, remaining.get((job.id, track.language, track.stage))))
            _show_error(row.error, track)

    def _build(self, languages: tuple[LanguageCode, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._languages, self.rows = languages, {}
        names = [label(readable_name(language)) for language in languages]
        widest = max((name.sizeHint().width() for name in names), default=0)
        for language, name in zip(languages, names, strict=True):
            name.setMinimumWidth(widest)
            self.rows[language] = self._add_row(language, name)

    def _add_row(self, language: LanguageCode, name: QLabel) -> _Row:
        """In a column, not a grid: in one, text over several columns would be cut where it breaks."""
        bar, words, error = QProgressBar(), label(""), label("", wrap=True)
        bar.setRange(0, 1000)
        bar.setTextVisible(False)
        bar.setFixedWidth(160)
        bar.setAccessibleName(self.tr("Progress of {0}").format(readable_name(language)))
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        for widget in (name, bar):
            row.addWidget(widget)
        row.addWidget(words, 1)
        self._column.addWidget(head)
        self._column.addWidget(error)
        return _Row(bar, words, error)


def _show_error(where: QLabel, track: TrackRecord) -> None:
    where.setVisible(track.error is not None)
    if track.error is None:
        return
    message = explain(track.error.code, track.error.message)
    lines = [f"{message.title}: {message.text}", message.hint]
    where.setText("\n".join(line for line in lines if line))
    set_role(where, "bad" if track.is_dead else "warn")
