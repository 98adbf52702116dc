"""Switches the local API on and off, and shows how to reach it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from streamlation_desktop.gui.state.api_desk import ApiDesk
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.figures import FigureBox
from streamlation_desktop.gui.widgets.labels import button, label

if TYPE_CHECKING:
    from streamlation_desktop.core.errors import StreamlationError

_PORT = 8765


class LocalApiDialog(QDialog):
    """It stays on when the dialog is closed."""

    def __init__(self, desk: ApiDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Local API"))
        self.setMinimumWidth(520)
        self.switch = QCheckBox(self.tr("Let programs of this computer use Streamlation"))
        self.port = FigureBox()
        self.port.setRange(0, 65_535)
        self.port.setValue(_PORT)
        self.port.setSpecialValueText(self.tr("any"))
        self.port.setAccessibleName(self.tr("Port"))
        self.address, self.token = self._shown(self.tr("Address")), self._shown(self.tr("Token"))
        self.copy = button(self.tr("Copy token"), "copy")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.token.text()))
        self.notice = label("", "muted", wrap=True)
        self._build()
        self.switch.toggled.connect(self._on_switch)
        desk.changed.connect(self._show)
        desk.failed.connect(self._fail)
        self._show()

    def _shown(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setReadOnly(True)
        line.setAccessibleName(name)
        return line

    def _build(self) -> None:
        secret = QHBoxLayout()
        secret.addWidget(self.token, 1)
        secret.addWidget(self.copy)
        form = QFormLayout()
        form.addRow(label(self.tr("Port")), self.port)
        form.addRow(label(self.tr("Address")), self.address)
        form.addRow(label(self.tr("Token")), secret)
        words = self.tr("Sessions, exports, jobs and devices over HTTP; described at /api/v1/openapi.json.")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.switch)
        column.addWidget(label(words, "muted", wrap=True))
        column.addLayout(form)
        column.addWidget(self.notice)
        column.addWidget(buttons)

    def _on_switch(self, on: bool) -> None:
        self.notice.setText("")
        if on:
            self._desk.start(self.port.value())
        else:
            self._desk.stop()

    def _show(self) -> None:
        access = self._desk.access
        with QSignalBlocker(self.switch):
            self.switch.setChecked(access is not None)
        self.port.setEnabled(access is None)
        self.address.setText(access.url if access else "")
        self.token.setText(access.token if access else "")
        self.copy.setEnabled(access is not None)

    def _fail(self, error: StreamlationError) -> None:
        self._show()
        self.notice.setText(f"{error}\n{error.hint}" if error.hint else str(error))
