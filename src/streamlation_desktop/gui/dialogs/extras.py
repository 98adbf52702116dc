"""Optional parts of the application: more engines, libraries for a graphics card."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from streamlation_desktop.gui.panels.part_card import PartCard
from streamlation_desktop.gui.state.extras_desk import ExtrasDesk
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import label


class ExtrasDialog(QDialog):
    """A card for each; work goes on when it is closed."""

    def __init__(self, desk: ExtrasDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Optional parts"))
        self._desk = desk
        self.cards: dict[str, PartCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        self._column.setSpacing(2 * SPACE)
        about = self.tr("Each file is checked against the list of this release. Parts are used from the next start on.")
        self._column.addWidget(label(about, "muted", wrap=True))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACE)
        self._column.addLayout(self._cards)
        caption = label(self.tr("Folder or package index with the files, if not the usual one"), "muted", wrap=True)
        self.source = QLineEdit()
        self.source.setAccessibleName(caption.text())
        caption.setBuddy(self.source)
        named = QVBoxLayout()
        named.setSpacing(SPACE)
        named.addWidget(caption)
        named.addWidget(self.source)
        self._column.addLayout(named)
        self.fault = label("", "bad", wrap=True)
        self.fault.hide()
        self._column.addWidget(self.fault)
        self._column.addStretch(1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self._column.addWidget(self.buttons)
        self.setMinimumWidth(560)
        desk.changed.connect(self._show)
        desk.failed.connect(self._tell)
        self._show()
        desk.refresh()

    def _show(self) -> None:
        known = len(self.cards)
        for name, part in self._desk.parts.items():
            if name not in self.cards:
                card = self.cards[name] = PartCard(name, self)
                card.install_wanted.connect(self._install)
                card.stop_wanted.connect(self._desk.stop)
                card.verify_wanted.connect(self._desk.verify)
                card.remove_wanted.connect(self._desk.remove)
                self._cards.addWidget(card)
            self.cards[name].show_part(part)
        if len(self.cards) > known:
            self.adjustSize()

    def _install(self, name: str) -> None:
        self.fault.hide()
        self._desk.install(name, self.source.text().strip(), accepted=self.cards[name].is_accepted)

    def _tell(self, error: object) -> None:
        from streamlation_desktop.core.errors import StreamlationError
        from streamlation_desktop.gui.messages import explain

        if isinstance(error, StreamlationError):
            told, hint = explain(error.code, str(error)), self.tr("Name a folder or a package index that has the file.")
            lacks_file = error.code.startswith(("usage", "source"))
            self.fault.setText("\n".join((told.title, told.text, hint if lacks_file else told.hint)))
            self.fault.show()
            self.adjustSize()
