"""A path that is typed, or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from streamlation_desktop.core.files import with_home
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import tool


class PathField(QWidget):
    """A line and a button that opens the system's chooser."""

    changed = Signal()
    """With every letter."""
    editingFinished = Signal()

    def __init__(self, name: str, *, folder: bool = False, hint: str = "", parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says, `hint` what stands in the empty line."""
        super().__init__(parent)
        self._name, self._is_folder = name, folder
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.changed)
        self.line.editingFinished.connect(self.editingFinished)
        self.choose = tool(self.tr("Choose: {0}").format(name), "folder")
        self.choose.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)

    @property
    def path(self) -> Path | None:
        """As typed; None for an empty line."""
        text = self.line.text().strip()
        return with_home(text).absolute() if text else None

    def text(self) -> str:
        """As typed."""
        return self.line.text()

    def setText(self, text: str) -> None:
        """Show a path as it is written."""
        self.line.setText(text)

    def set_path(self, path: Path | str) -> None:
        """Show a path."""
        self.line.setText(str(path))

    def _choose(self) -> None:
        if self._is_folder:
            found = QFileDialog.getExistingDirectory(self, self._name, self.line.text())
        else:
            found, _ = QFileDialog.getOpenFileName(self, self._name, self.line.text())
        if found:
            self.line.setText(found)
            self.editingFinished.emit()
