"""A web page wants to open an address: shows which, and asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

if TYPE_CHECKING:
    from streamlation_desktop.media.invitation import Invitation


class InvitationBox(QMessageBox):
    """The question; without an answer nothing is opened, nor even looked up."""

    agreed = Signal(str)
    """The location to open."""

    def __init__(self, invitation: Invitation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Open a link"))
        self.setText(self.tr("A link wants to open media from {0}").format(invitation.host))
        self.setInformativeText(
            invitation.address + "\n\n" + self.tr("Only open it if you clicked on the link and trust the page.")
        )
        self.setStandardButtons(QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(QMessageBox.StandardButton.Cancel)
        self.button(QMessageBox.StandardButton.Open).clicked.connect(lambda: self.agreed.emit(invitation.location))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
