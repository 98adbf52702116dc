"""Which keys do what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QMainWindow, QVBoxLayout, QWidget

from streamlation_desktop.gui.theme import SPACE, trailing_margins
from streamlation_desktop.gui.widgets.labels import button, label
from streamlation_desktop.gui.widgets.scrolled import scrolled
from streamlation_desktop.gui.widgets.within_screen import within_screen


class KeysDialog(QDialog):
    """Of the player, the transcript and the window."""

    change_wanted = Signal()
    """The keys of the player are to be changed."""

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
        if player:
            self._section(self.tr("Player"), player)
        line = [(self.tr("Edit the chosen line of the transcript"), "F2"), (self.tr("Play the chosen line"), "↵")]
        self._section(self.tr("Transcript"), line)
        self._section(self.tr("Window"), _shortcuts(window))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.change = button(self.tr("Change keys…"))
        self.change.clicked.connect(self._change)
        buttons.addButton(self.change, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.addWidget(scrolled(body))
        column.addWidget(buttons)
        self.resize(within_screen(self, 620, 600))

    def _section(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        self._form.addRow(label(title, "heading"))
        for text, keys in rows:
            self._add(text, keys)

    def _change(self) -> None:
        self.accept()
        self.change_wanted.emit()

    def _add(self, text: str, keys: str) -> None:
        """What is done, and the keys: there may be many, which break."""
        self._form.addRow(label(text, "muted"), label(keys, wrap=True))


def _shortcuts(window: QMainWindow) -> list[tuple[str, str]]:
    shown = [action for action in window.actions() if not action.shortcut().isEmpty()]
    native = QKeySequence.SequenceFormat.NativeText
    return [(action.text().replace("&", ""), action.shortcut().toString(native)) for action in shown]
