"""Which keys do what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QMainWindow, QVBoxLayout, QWidget

from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import label
from streamlation_desktop.gui.widgets.scrolled import scrolled


class KeysDialog(QDialog):
    """Of the window, the transcript and the player."""

    def __init__(self, window: QMainWindow, player: Sequence[tuple[str, str]]) -> None:
        """`player` says what the player's keys do: text and keys."""
        super().__init__(window)
        self.setWindowTitle(self.tr("Keyboard"))
        body = QWidget()
        form = QFormLayout(body)
        form.setHorizontalSpacing(4 * SPACE)
        form.setVerticalSpacing(SPACE)
        for action in window.actions():
            if not action.shortcut().isEmpty():
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                form.addRow(label(keys, "heading"), label(action.text().replace("&", "")))
        for keys, text in (
            ("F2", self.tr("Edit the chosen line of the transcript")),
            ("↵", self.tr("Play the chosen line")),
        ):
            form.addRow(label(keys, "heading"), label(text))
        for text, keys in player:
            form.addRow(label(keys, "heading"), label(text))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(scrolled(body))
        column.addWidget(buttons)
        self.resize(460, 560)
