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
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import button, label, primary_first

if TYPE_CHECKING:
    from streamlation_desktop.session.captions import ExportRequest
    from streamlation_desktop.session.request import JobRequest

FORMATS = ("srt", "vtt", "ass", "ttml", "txt", "json")


class ExportDialog(QDialog):
    """Builds an `ExportRequest`; existing files are named and need a tick."""

    def __init__(
        self,
        record_id: str,
        languages: Sequence[LanguageCode],
        folder: Path,
        stem: str,
        parent: QWidget | None = None,
        *,
        film: Path | None = None,
    ) -> None:
        """`film` is the file that copies with captions can be made of; None where there is none."""
        super().__init__(parent)
        self._film = film
        self.setWindowTitle(self.tr("Export captions"))
        self._record_id, self._stem = record_id, stem
        self.languages = {code: QCheckBox(readable_name(code).capitalize()) for code in languages}
        self.formats = {name: QCheckBox(name.upper()) for name in FORMATS}
        self.formats["srt"].setChecked(True)
        self.bilingual = QCheckBox(self.tr("Two languages in each file: what was said above what it means"))
        self.bilingual.setEnabled(len(languages) > 1)
        self.burn_in = QCheckBox(self.tr("A copy of the film with captions in the picture"))
        self.mux = QCheckBox(self.tr("A copy of the film with captions as tracks"))
        self.overwrite = QCheckBox(self.tr("Overwrite files that are there"))
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.remark = label("", "muted", wrap=True)
        self.remark.hide()
        self.notice = label("", "warn", wrap=True)
        both = QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        self.buttons = primary_first(QDialogButtonBox(both))
        self._build()
        for box in (*self.languages.values(), *self.formats.values(), *self._options()):
            box.toggled.connect(self._check)
        self.folder.textChanged.connect(self._check)
        for box in self.languages.values():
            box.setChecked(True)
        self._check()

    def choose(self, formats: Sequence[str], *, bilingual: bool) -> None:
        """Begin with these formats, as far as there are such, and with or without two languages in each file."""
        known = [name for name in formats if name in self.formats]
        for name, box in self.formats.items():
            box.setChecked(name in (known or FORMATS[:1]))
        self.bilingual.setChecked(bilingual and self.bilingual.isEnabled())

    def say(self, text: str) -> None:
        """Something that whoever exports should know."""
        self.remark.setText(text)
        self.remark.show()

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

    def copies(self) -> JobRequest | None:
        """Which copies of the film were chosen; None for none."""
        from streamlation_desktop.gui.state.film_export import copies_request

        burn_in, mux = self.burn_in.isChecked(), self.mux.isChecked()
        if self._film is None or not (burn_in or mux):
            return None
        return copies_request(self._film, with_home(self.folder.text()), burn_in=burn_in, mux=mux)

    def _options(self) -> tuple[QCheckBox, ...]:
        return self.bilingual, self.burn_in, self.mux, self.overwrite

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(label(self.tr("Languages"), "heading"))
        column.addLayout(_grid(list(self.languages.values()), 3))
        column.addSpacing(SPACE)
        column.addWidget(label(self.tr("Formats"), "heading"))
        column.addLayout(_grid(list(self.formats.values()), 6))
        for box in (self.bilingual, self.burn_in, self.mux):
            column.addWidget(box)
        for box in (self.burn_in, self.mux):
            box.setVisible(self._film is not None)
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
        column.addWidget(self.remark)
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
        request, copies = self.request(), self.copies()
        there = [path.name for path in (*request.paths(), *_copies(copies, request)) if path.exists()]
        blocked = bool(there) and not request.overwrite
        names = ", ".join(there[:4]) + ("…" if len(there) > 4 else "")
        self.notice.setText(self.tr("Already there: {0}").format(names) if there else "")
        complete = bool(request.languages and (request.formats or copies) and self.folder.text().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(complete and not blocked)


def _copies(copies: JobRequest | None, request: ExportRequest) -> tuple[Path, ...]:
    from streamlation_desktop.gui.state.film_export import copy_paths

    return copy_paths(copies, request) if copies is not None else ()


def _grid(boxes: list[QCheckBox], columns: int) -> QGridLayout:
    grid = QGridLayout()
    for number, box in enumerate(boxes):
        grid.addWidget(box, number // columns, number % columns)
    return grid
