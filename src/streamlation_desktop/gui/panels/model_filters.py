"""Which models are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.item_models.models import ModelRow
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.language_box import LanguageBox


class ModelFilters(QWidget):
    """Words, kind and languages; what is left open lets everything pass."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search models"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.changed)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind"))
        kinds = (("", self.tr("All kinds")), ("recognizer", self.tr("Hears")), ("translator", self.tr("Translates")))
        for value, text in (*kinds, ("voice", self.tr("Speaks"))):
            self.kind.addItem(text, value)
        self.source = LanguageBox(self.tr("Any spoken language"), self.tr("Spoken language"))
        self.target = LanguageBox(self.tr("Any translation"), self.tr("Translate into"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.search, 1)
        for box in (self.kind, self.source, self.target):
            box.currentIndexChanged.connect(self.changed)
            row.addWidget(box)
        for languages in (self.source, self.target):
            languages.offer(())

    def begin_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def want(self, source: LanguageCode | None, target: LanguageCode | None) -> None:
        """Let pass what serves these languages."""
        self.source.choose(source)
        self.target.choose(target)
        self.changed.emit()

    def passes(self, row: ModelRow) -> bool:
        """True when the model is to be shown."""
        text, kind = self.search.text().casefold().strip(), self.kind.currentData()
        is_named = not text or text in f"{row.id} {row.name}".casefold()
        return is_named and kind in ("", row.kind) and row.serves(self.source.language, self.target.language)
