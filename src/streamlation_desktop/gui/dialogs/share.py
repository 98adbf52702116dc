"""A link, with its code, that shows what is open on a phone or any other screen of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from streamlation_desktop.gui.state.cast_desk import CastOrder
from streamlation_desktop.gui.state.share_desk import ShareDesk
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import button, label

if TYPE_CHECKING:
    from streamlation_desktop.core.errors import StreamlationError
    from streamlation_desktop.web.companion_host import CompanionLink

_COUNT_EVERY = 1_000
"""Milliseconds."""
_CODE_SIDE = 240
_MODULE = 8
"""Pixels of a module of the code, as it is made."""


class ShareDialog(QDialog):
    """Closing it leaves the link as it is; stopping ends it."""

    def __init__(self, desk: ShareDesk, order: CastOrder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Show on a phone"))
        self.setMinimumWidth(460)
        self.code = QLabel()
        self.code.setAccessibleName(self.tr("Code of the link, for the camera of a phone"))
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setMinimumHeight(_CODE_SIDE)
        self.link = QLineEdit()
        self.link.setReadOnly(True)
        self.link.setAccessibleName(self.tr("Link"))
        self.copy = button(self.tr("Copy link"), "copy")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.link.text()))
        self.viewers = label(self.tr("Making the link…"), "muted", wrap=True)
        self.stop = button(self.tr("Stop showing"), "stop")
        self.stop.clicked.connect(self._stop)
        self.done_button = button(self.tr("Close"), primary=True)
        self.done_button.clicked.connect(self.accept)
        self._build(order.media.title)
        self._timer = QTimer(self, interval=_COUNT_EVERY)
        self._timer.timeout.connect(self._count)
        desk.opened.connect(self._show)
        desk.failed.connect(self._fail)
        desk.share(order)

    def _build(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(label(title, "heading", wrap=True))
        words = self.tr("Point the camera of a phone in the same network at the code. Who has the link can watch.")
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.code)
        line = QHBoxLayout()
        line.addWidget(self.link, 1)
        line.addWidget(self.copy)
        column.addLayout(line)
        column.addWidget(self.viewers)
        row = QHBoxLayout()
        row.addWidget(self.stop)
        row.addStretch(1)
        row.addWidget(self.done_button)
        column.addLayout(row)
        for widget in (self.link, self.copy, self.stop):
            widget.setEnabled(False)

    def _show(self, link: CompanionLink) -> None:
        picture = QPixmap()
        picture.loadFromData(link.code)
        ratio = self.devicePixelRatioF()
        modules = picture.width() // _MODULE
        side = modules * max(1, round(_CODE_SIDE * ratio) // modules)  # each as large as the others
        scaled = picture.scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
        )
        scaled.setDevicePixelRatio(ratio)
        self.code.setPixmap(scaled)
        self.link.setText(link.url)
        self.link.setCursorPosition(0)
        for widget in (self.link, self.copy, self.stop):
            widget.setEnabled(True)
        self._count()
        self._timer.start()

    def _count(self) -> None:
        count = self._desk.viewers
        self.viewers.setText(
            self.tr("%Ln screen(s) show it now", "", count) if count else self.tr("Nobody watches yet.")
        )

    def _fail(self, error: StreamlationError) -> None:
        self.viewers.setText(str(error))

    def _stop(self) -> None:
        self._timer.stop()
        self._desk.stop()
        self.accept()
