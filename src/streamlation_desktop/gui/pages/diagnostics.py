"""What works here, what was logged, and a report that can be shown to others."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from streamlation_desktop.gui.finding_texts import finding_advice, finding_detail, finding_subject
from streamlation_desktop.gui.pages.page import Page
from streamlation_desktop.gui.state.child import run_verb
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.unclean_end import crash_report
from streamlation_desktop.gui.widgets.fitting import Fitting
from streamlation_desktop.gui.widgets.labels import button, card, label
from streamlation_desktop.settings.logs import LOG_FILE
from streamlation_desktop.settings.paths import AppPaths

_LOG_BYTES = 60_000
_LEAST_LOG = 90
"""Pixels."""
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s'\",]+")
_BEGIN = r"(?:/(?=[^\s/])|[A-Za-z]:\\|\\\\)"
_QUOTED = re.compile(rf"(['\"]){_BEGIN}[^\n]*?\1")
_BARE = re.compile(rf"(?<![\w/<]){_BEGIN}(?:[^\n]*\.\w{{1,5}}\b|[^\n]*)")
"""Names of files may hold anything: up to what looks like the last extension of the line, or to its end."""
_OURS = re.compile(r"streamlation_desktop[/\\][\w/\\]+\.py")


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
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE)
        inside.addLayout(self._rows)
        self.column.addWidget(Fitting(frame))

    def add_log(self) -> None:
        """The second half: to make both in one turn would hold the window up."""
        self.column.addWidget(label(self.tr("Log"), "heading"))
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setTabChangesFocus(True)
        self.log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.log.setMinimumHeight(_LEAST_LOG)
        self.log.setAccessibleName(self.tr("Log"))
        self.column.addWidget(self.log, 1)

    def shown(self) -> None:
        """See `Page`."""
        self._desk.tasks.run("disk", self, lambda: _told(self._desk.paths), self._show_log)
        if not self._findings:
            self.check()

    def check(self) -> None:
        """Look at everything anew."""
        self.again.setEnabled(False)
        self.status.setText(self.tr("Checking…"))
        self.status.show()
        tasks = self._desk.tasks
        tasks.run("check", self, lambda: run_verb(tasks.ending, "doctor", "--json"), self._show, self._failed)

    def report(self) -> str:
        """Findings and log without private data."""
        lines = [f"{one['verdict']}: {one['subject']}: {one['detail']}" for one in self._findings]
        return without_private("\n".join([*lines, "", self.log.toPlainText()]))

    def _show(self, output: str) -> None:
        self.again.setEnabled(True)
        self._findings = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        rows = [self._row(one) for one in self._findings]
        for column in (0, 1):
            widest = max((row[column].sizeHint().width() for row in rows), default=0)
            for row in rows:
                row[column].setMinimumWidth(widest)
        self.status.setVisible(not self._findings)
        self.checked.emit()

    def _row(self, one: dict[str, Any]) -> tuple[QLabel, QLabel]:
        """Verdict and subject of a finding, which is added below the others; a grid would cut long texts."""
        role, text = {
            "works": ("good", self.tr("works")),
            "limited": ("warn", self.tr("limited")),
            "broken": ("bad", self.tr("broken")),
        }[one["verdict"]]
        told = [finding_detail(one["detail"])]
        if one.get("advice"):
            told.append(finding_advice(one["advice"]))
        verdict, subject = label(text, role), label(finding_subject(one["subject"]), "muted")
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        for widget in (verdict, subject):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        detail = label("\n".join(told), wrap=True)
        detail.setAlignment((detail.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask) | Qt.AlignmentFlag.AlignTop)
        row.addWidget(detail, 1)
        self._rows.addWidget(frame)
        return verdict, subject

    def _failed(self, error: object) -> None:
        self.again.setEnabled(True)
        self.status.setText(str(error))

    def _show_log(self, text: str) -> None:
        self.log.setPlainText(text)
        self.log.verticalScrollBar().setValue(self.log.verticalScrollBar().maximum())


def without_private(text: str) -> str:
    """`text` without addresses, paths and the user's name."""
    text = _ADDRESS.sub("<address>", text)
    text = _BARE.sub("<path>", _QUOTED.sub(_hidden, text))
    name = Path.home().name
    return re.sub(rf"\b{re.escape(name)}\b", "<user>", text) if len(name) > 2 else text


def _hidden(quoted: re.Match[str]) -> str:
    """A path; of our own modules, which are in what a crash leaves behind, there is no secret."""
    ours = _OURS.search(quoted[0])
    return f"{quoted[1]}{ours[0] if ours else '<path>'}{quoted[1]}"


def _told(paths: AppPaths) -> str:
    """The log, and below it what is known of the last crash."""
    crash = crash_report(paths.data)
    return _tail(paths.logs / LOG_FILE) + (f"\n--- last crash ---\n{crash}" if crash else "")


def _tail(path: Path) -> str:
    if not path.exists():
        return ""
    with path.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(file.tell() - _LOG_BYTES, 0))
        return file.read().decode("utf-8", "replace")
