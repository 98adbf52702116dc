"""All settings, made from their schema."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from streamlation_desktop.gui.error_details import said_in_language
from streamlation_desktop.gui.pages.page import Page
from streamlation_desktop.gui.setting_texts import field_title, section_title
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.usable_models import usable_models
from streamlation_desktop.gui.theme import SPACE, trailing_margins
from streamlation_desktop.gui.turns import SHARE, TURN
from streamlation_desktop.gui.widgets.labels import button, card, label
from streamlation_desktop.gui.widgets.scrolled import scrolled
from streamlation_desktop.gui.widgets.setting_field import SettingField, is_editable
from streamlation_desktop.settings.schema import Meaning, Settings

_KEYS = ("player", "keys")
"""A table, which has a dialog of its own."""


class PreferencesPage(Page):
    """A card per component; every change is kept at once."""

    keys_wanted = Signal()
    """The keys of the player are to be changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Preferences"), parent=parent)
        self._desk = desk
        self.fields: dict[tuple[str, str], SettingField] = {}
        self._rows: dict[tuple[str, str], tuple[QFormLayout, QLabel, QWidget]] = {}
        self._cards: dict[str, QFrame] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search preferences"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.reset = button(self.tr("Reset all…"), "reset")
        self.reset.clicked.connect(self._ask_reset)
        self.search.setMinimumWidth(280)
        self.tools.addWidget(self.search)
        self.tools.addWidget(self.reset)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(*trailing_margins())
        self._column.setSpacing(2 * SPACE)
        self.column.addWidget(scrolled(self._body), 1)
        desk.settings_changed.connect(self._show)
        desk.models_changed.connect(self._look_for_models)
        self._steps = self._make()
        desk.when_ready(self, lambda: QTimer.singleShot(TURN, self, self._fill))

    @property
    def is_filled(self) -> bool:
        """True once every setting has its editor."""
        return len(self._cards) == len(Settings.model_fields)

    def begin_search(self) -> None:
        """See `Page`."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reset_all(self) -> None:
        """Every setting back to its default."""
        for name, section in Settings.model_fields.items():
            self._desk.change_settings(name, section.get_default().model_dump())

    def _fill(self) -> None:
        """Some rows for each turn of the window's thread: all at once would hold it up."""
        end = perf_counter() + SHARE
        for _ in self._steps:
            if perf_counter() > end:
                QTimer.singleShot(TURN, self, self._fill)
                return
        self._column.addStretch(1)
        self._filter(self.search.text())
        self._look_for_models()

    def _look_for_models(self) -> None:
        if self.is_filled:
            services = self._desk.shelf.services
            self._desk.tasks.run("disk", self, lambda: usable_models(services), self._offer_models)

    def _offer_models(self, models: dict[Meaning, tuple[str, ...]]) -> None:
        for field in self.fields.values():
            for meaning, names in models.items():
                if meaning in field.info.metadata:
                    field.offer(names)

    def _make(self) -> Iterator[None]:
        """Stops after each row; a card is put up when it is whole."""
        for section in Settings.model_fields:
            frame, form = _card(section)
            for name, info in type(getattr(self._desk.settings, section)).model_fields.items():
                if is_editable(info):
                    field = SettingField(field_title(section, name), info)
                    field.changed.connect(lambda key=(section, name): self._change(*key))
                    self.fields[section, name] = field
                    self._add_row(form, (section, name), field, info.description or "")
                elif (section, name) == _KEYS:
                    self.keys = button(self.tr("Change keys…"))
                    self.keys.clicked.connect(self.keys_wanted)
                    self._add_row(form, _KEYS, self.keys, info.description or "")
                yield
            self._cards[section] = frame
            self._show(section)
            self._column.addWidget(frame)

    def _add_row(self, form: QFormLayout, key: tuple[str, str], editor: QWidget, description: str) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(editor, 0, Qt.AlignmentFlag.AlignLeading if key == _KEYS else Qt.AlignmentFlag(0))
        if isinstance(editor, SettingField):
            column.addWidget(editor.fault)
        column.addWidget(label(QCoreApplication.translate("Settings", description), "muted", wrap=True))
        caption = label(field_title(*key))
        caption.setMinimumWidth(190)
        form.addRow(caption, words)
        self._rows[key] = (form, caption, words)

    def _show(self, only: str = "") -> None:
        for (section, name), field in self.fields.items():
            if only in ("", section):
                field.show_value(getattr(getattr(self._desk.settings, section), name))

    def _change(self, section: str, name: str) -> None:
        field = self.fields[section, name]
        value: Any = field.value
        if value == getattr(getattr(self._desk.settings, section), name):
            return
        try:
            self._desk.change_settings(section, {name: value})
        except ValidationError as exc:
            field.show_fault(self._fault(exc))

    def _fault(self, error: ValidationError) -> str:
        """What our own checks say; the schema's are in words of programmers."""
        ours = error.errors(include_url=False)[0].get("ctx", {}).get("error")
        return said_in_language(str(ours)) if ours is not None else self.tr("This value cannot be used here.")

    def _filter(self, text: str) -> None:
        wanted = text.casefold().strip()
        for (section, name), (form, caption, words) in self._rows.items():
            description = type(getattr(self._desk.settings, section)).model_fields[name].description
            described = f"{section_title(section)} {caption.text()} {description}"
            form.setRowVisible(words, wanted in f"{described} {section}.{name}".casefold())
        for section, frame in self._cards.items():
            rows = [key for key in self._rows if key[0] == section]
            frame.setVisible(any(self._rows[key][0].isRowVisible(self._rows[key][2]) for key in rows))

    def _ask_reset(self) -> None:
        question = self.tr("Put every setting back to its default? Models and the library stay.")
        if QMessageBox.question(self, self.tr("Reset all"), question) == QMessageBox.StandardButton.Yes:
            self.reset_all()


def _card(section: str) -> tuple[QFrame, QFormLayout]:
    frame, inside = card()
    inside.addWidget(label(section_title(section), "heading"))
    form = QFormLayout()
    form.setHorizontalSpacing(3 * SPACE)
    form.setVerticalSpacing(SPACE + 4)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    inside.addLayout(form)
    return frame, form
