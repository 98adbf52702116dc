"""Says what deleting a job removes, and asks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget


class DeleteJobBox(QMessageBox):
    """Answered with Yes by a person who agrees; the finished files go only when that is ticked, too."""

    def __init__(self, title: str, files: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Delete"))
        self.setText(self.tr("Delete the job {0}?").format(title))
        self.setInformativeText(self.tr("Its trail and intermediate files go. The film itself stays."))
        self.with_files = QCheckBox(self.tr("Also delete its %Ln finished file(s)", "", files))
        self.with_files.setEnabled(files > 0)
        self.setCheckBox(self.with_files)
        self.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(QMessageBox.StandardButton.Cancel)
        self.button(QMessageBox.StandardButton.Yes).setText(self.tr("Delete"))
