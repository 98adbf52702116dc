"""Which keys do what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QMainWindow, QVBoxLayout, QWidget

from streamlation_desktop.gui.theme import SPACE, trailing_margins
from streamlation_desktop.gui.widgets.labels import label
from streamlation_desktop.gui.widgets.scrolled import scrolled


class KeysDialog(QDialog):
    """Of the window, the transcript and the player."""

    def __init__(self, window: QMainWindow, player: Sequence[tuple[str, str]]) -> None:
        """`player` says what the player's keys do: text and keys."""
        super().__init__(window)
        self.setWindowTitle(self.tr("Keyboard"))
        body = QWidget()
        self._form = QFormLayout(body)
        self._form.setHorizontalSpacing(4 * SPACE)
        self._form.setVerticalSpacing(SPACE)
        self._form.setContentsMargins(*trailing_margins())
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for action in window.actions():
            if not action.shortcut().isEmpty():
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                self._add(action.text().replace("&", ""), keys)
        self._add(self.tr("Edit the chosen line of the transcript"), "F2")
        self._add(self.tr("Play the chosen line"), "↵")
        for text, keys in player:
            self._add(text, keys)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.addWidget(scrolled(body))
        column.addWidget(buttons)
        self.resize(620, 600)

    def _add(self, text: str, keys: str) -> None:
        """What is done, and the keys: there may be many, which break."""
        self._form.addRow(label(text, "muted"), label(keys, wrap=True))
