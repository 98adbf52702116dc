"""Says what deleting removes, and asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

if TYPE_CHECKING:
    from streamlation_desktop.storage.retention import PurgePlan

_NAMED = 8


class PurgeBox(QMessageBox):
    """The question; answered with Yes by a person who agrees to lose it."""

    def __init__(self, plan: PurgePlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Delete"))
        self.setText(self.tr("Delete %Ln session(s) from the library?", "", len(plan.sessions)))
        lines = [record.title or record.location for record in plan.sessions[:_NAMED]]
        if len(plan.sessions) > _NAMED:
            lines.append("…")
        lines += ["", self.tr("%Ln caption(s), the texts, pictures and positions go.", "", plan.cues)]
        if plan.everything:
            lines.append(self.tr("The translation cache and old backups go, too."))
        lines.append(self.tr("Your media and the files that were exported stay. This cannot be undone."))
        self.setInformativeText("\n".join(lines))
        self.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(QMessageBox.StandardButton.Cancel)
        self.button(QMessageBox.StandardButton.Yes).setText(self.tr("Delete"))
