"""What works here, what was logged, and a report that can be shown to others."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from streamlation_desktop.gui.finding_texts import finding_advice, finding_detail, finding_subject
from streamlation_desktop.gui.pages.page import Page
from streamlation_desktop.gui.state.child import run_verb
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import button, card, label
from streamlation_desktop.settings.logs import LOG_FILE

_LOG_BYTES = 60_000
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s'\",]+")
_PATH = re.compile(r"(?:/[^\s'\":,/]+){2,}|[A-Za-z]:\\[^\s'\",]+")


class DiagnosticsPage(Page):
    """Checks run in a process of their own: nothing that crashes there takes the window along."""

    checked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Diagnostics"), parent=parent)
        self._desk = desk
        self._findings: list[dict[str, Any]] = []
        self.again = button(self.tr("Check again"), "reset")
        self.copy = button(self.tr("Copy report"), "copy", tip=self.tr("Without names of files, folders or addresses"))
        self.again.clicked.connect(self.check)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report()))
        self.tools.addWidget(self.again)
        self.tools.addWidget(self.copy)
        frame, inside = card()
        self.status = label(self.tr("Checking…"), "muted")
        inside.addWidget(self.status)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(2, 1)
        inside.addLayout(self._grid)
        self.column.addWidget(frame)
        self.column.addWidget(label(self.tr("Log"), "heading"))
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setTabChangesFocus(True)
        self.log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.log.setAccessibleName(self.tr("Log"))
        self.column.addWidget(self.log, 1)

    def shown(self) -> None:
        """See `Page`."""
        self._desk.tasks.run("disk", self, lambda: _tail(self._desk.paths.logs / LOG_FILE), self._show_log)
        if not self._findings:
            self.check()

    def check(self) -> None:
        """Look at everything anew."""
        self.again.setEnabled(False)
        self.status.setText(self.tr("Checking…"))
        self.status.show()
        self._desk.tasks.run("check", self, lambda: run_verb("doctor", "--json"), self._show, self._failed)

    def report(self) -> str:
        """Findings and log without private data."""
        lines = [f"{one['verdict']}: {one['subject']}: {one['detail']}" for one in self._findings]
        return without_private("\n".join([*lines, "", self.log.toPlainText()]))

    def _show(self, output: str) -> None:
        self.again.setEnabled(True)
        self._findings = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        words = {
            "works": ("good", self.tr("works")),
            "limited": ("warn", self.tr("limited")),
            "broken": ("bad", self.tr("broken")),
        }
        for row, one in enumerate(self._findings):
            role, text = words[one["verdict"]]
            self._grid.addWidget(label(text, role), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(finding_subject(one["subject"]), "muted"), row, 1, Qt.AlignmentFlag.AlignTop)
            told = [finding_detail(one["detail"])]
            if one.get("advice"):
                told.append(finding_advice(one["advice"]))
            self._grid.addWidget(label("\n".join(told), wrap=True), row, 2)
        self.status.setVisible(not self._findings)
        self.checked.emit()

    def _failed(self, error: object) -> None:
        self.again.setEnabled(True)
        self.status.setText(str(error))

    def _show_log(self, text: str) -> None:
        self.log.setPlainText(text)
        self.log.verticalScrollBar().setValue(self.log.verticalScrollBar().maximum())


def without_private(text: str) -> str:
    """`text` without addresses, paths and the user's name."""
    text = _ADDRESS.sub("<address>", text)
    text = _PATH.sub("<path>", text)
    name = Path.home().name
    return re.sub(rf"\b{re.escape(name)}\b", "<user>", text) if len(name) > 2 else text


def _tail(path: Path) -> str:
    if not path.exists():
        return ""
    with path.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(file.tell() - _LOG_BYTES, 0))
        return file.read().decode("utf-8", "replace")
