"""Says what deleting removes, and asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

if TYPE_CHECKING:
    from streamlation_desktop.storage.retention import PurgePlan

_NAMED = 8


def confirm_purge(parent: QWidget, plan: PurgePlan) -> bool:
    """True when the person agrees to lose it."""
    box = purge_box(parent, plan)
    return box.exec() == QMessageBox.StandardButton.Yes


def purge_box(parent: QWidget, plan: PurgePlan) -> QMessageBox:
    """The question."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(translate("Purge", "Delete"))
    box.setText(translate("Purge", "Delete %n session(s) from the library?", "", len(plan.sessions)))
    lines = [record.title or record.location for record in plan.sessions[:_NAMED]]
    if len(plan.sessions) > _NAMED:
        lines.append("…")
    lines += ["", translate("Purge", "%n caption(s), the texts, pictures and positions go.", "", plan.cues)]
    if plan.everything:
        lines.append(translate("Purge", "The translation cache and old backups go, too."))
    lines.append(translate("Purge", "Your media and the files that were exported stay. This cannot be undone."))
    box.setInformativeText("\n".join(lines))
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.button(QMessageBox.StandardButton.Yes).setText(translate("Purge", "Delete"))
    return box
