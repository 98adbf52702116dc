"""Which captions to write, as what, and where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from streamlation_desktop.core.files import with_home
from streamlation_desktop.core.language import LanguageCode, own_name
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import button, label

if TYPE_CHECKING:
    from streamlation_desktop.session.captions import ExportRequest

FORMATS = ("srt", "vtt", "ass", "ttml", "txt", "json")


class ExportDialog(QDialog):
    """Builds an `ExportRequest`; existing files are named and need a tick."""

    def __init__(
        self, record_id: str, languages: Sequence[LanguageCode], folder: Path, stem: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export captions"))
        self._record_id, self._stem = record_id, stem
        self.languages = {code: QCheckBox(own_name(code).capitalize()) for code in languages}
        self.formats = {name: QCheckBox(name.upper()) for name in FORMATS}
        self.formats["srt"].setChecked(True)
        self.bilingual = QCheckBox(self.tr("Two languages in each file: what was said above what it means"))
        self.bilingual.setEnabled(len(languages) > 1)
        self.overwrite = QCheckBox(self.tr("Overwrite files that are there"))
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.notice = label("", "warn", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._build()
        for box in (*self.languages.values(), *self.formats.values(), self.overwrite, self.bilingual):
            box.toggled.connect(self._check)
        self.folder.textChanged.connect(self._check)
        for box in self.languages.values():
            box.setChecked(True)
        self._check()

    def request(self) -> ExportRequest:
        """What was chosen."""
        from streamlation_desktop.session.captions import ExportRequest

        return ExportRequest(
            self._record_id,
            tuple(code for code, box in self.languages.items() if box.isChecked()),
            tuple(name for name, box in self.formats.items() if box.isChecked()),
            with_home(self.folder.text()),
            self._stem,
            bilingual=self.bilingual.isChecked(),
            overwrite=self.overwrite.isChecked(),
        )

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(label(self.tr("Languages"), "heading"))
        column.addLayout(_grid(list(self.languages.values()), 3))
        column.addSpacing(SPACE)
        column.addWidget(label(self.tr("Formats"), "heading"))
        column.addLayout(_grid(list(self.formats.values()), 6))
        column.addWidget(self.bilingual)
        column.addSpacing(SPACE)
        column.addWidget(label(self.tr("Folder"), "heading"))
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        choose = button(self.tr("Choose…"), "folder")
        choose.clicked.connect(self._choose)
        row.addWidget(choose)
        column.addLayout(row)
        column.addWidget(self.overwrite)
        column.addWidget(self.notice)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.setMinimumWidth(560)

    def _choose(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Folder for the captions"), self.folder.text())
        if path:
            self.folder.setText(path)

    def _check(self) -> None:
        """Say what would be in the way; nothing is overwritten without a tick."""
        request = self.request()
        there = [path.name for path in request.paths() if path.exists()]
        blocked = bool(there) and not request.overwrite
        names = ", ".join(there[:4]) + ("…" if len(there) > 4 else "")
        self.notice.setText(self.tr("Already there: {0}").format(names) if there else "")
        complete = bool(request.languages and request.formats and self.folder.text().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(complete and not blocked)


def _grid(boxes: list[QCheckBox], columns: int) -> QGridLayout:
    grid = QGridLayout()
    for number, box in enumerate(boxes):
        grid.addWidget(box, number // columns, number % columns)
    return grid
