"""The queue of dubbing jobs as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from streamlation_desktop.core.jobs import JobState
from streamlation_desktop.gui.theme import SPACE, colours
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.job_words import job_title, job_words
from streamlation_desktop.storage.job_records import JobRecord

JOB = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class JobModel(QAbstractListModel):
    """The newest first."""

    jobs: tuple[JobRecord, ...] = ()

    def set_jobs(self, jobs: Sequence[JobRecord]) -> None:
        """Show the queue as it is now; what is selected stays selected where it is still there."""
        newest = tuple(reversed(jobs))
        if [job.id for job in newest] != [job.id for job in self.jobs]:
            self.beginResetModel()
            self.jobs = newest
            self.endResetModel()
        elif newest != self.jobs:
            self.jobs = newest
            self.dataChanged.emit(self.index(0), self.index(len(newest) - 1))

    def row_of(self, job_id: str) -> int:
        """Where a job is; -1 where it is not."""
        return next((row for row, job in enumerate(self.jobs) if job.id == job_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """See Qt."""
        return 0 if parent.isValid() else len(self.jobs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        job = self.jobs[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return job_title(job)
            case Qt.ItemDataRole.ToolTipRole:
                return unmarked(job.location)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{job_title(job)}, {job_words(job)}"
        return job if role == JOB else None


class JobDelegate(QStyledItemDelegate):
    """Name above, state below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """See Qt."""
        return QSize(200, 2 * option.fontMetrics.lineSpacing() + 3 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See Qt."""
        job: JobRecord = index.data(JOB)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours().accent_soft))
            painter.drawRoundedRect(QRect(option.rect).adjusted(2, 1, -2, -1), 7, 7)
        inside = QRect(option.rect).adjusted(2 * SPACE, SPACE, -2 * SPACE, -SPACE)
        metrics = painter.fontMetrics()
        for text, colour, side in (
            (job_title(job), colours().text, Qt.AlignmentFlag.AlignTop),
            (job_words(job), _colour(job.state), Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, inside.width())
            painter.drawText(inside, side | Qt.AlignmentFlag.AlignLeading, shown)
        painter.restore()


def _colour(state: JobState) -> str:
    match state:
        case JobState.FAILED:
            return colours().bad
        case JobState.FINISHED:
            return colours().good
        case _:
            return colours().muted
