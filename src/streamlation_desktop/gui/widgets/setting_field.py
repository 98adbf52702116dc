"""An editor for one setting, made from its description in the schema."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_origin

from pydantic.fields import FieldInfo
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, parse_language
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.widgets.colour_field import ColourField
from streamlation_desktop.gui.widgets.known_text_field import KnownTextField
from streamlation_desktop.gui.widgets.labels import label, set_role, tool
from streamlation_desktop.gui.widgets.path_field import PathField
from streamlation_desktop.gui.widgets.setting_editors import NO_LIMIT, TextEditor, editor_for, kinds_of
from streamlation_desktop.settings.schema import Meaning


class SettingField(QWidget):
    """Shows a value and tells of every change; `value` is what the schema understands."""

    changed = Signal()
    fault: QLabel
    """What is wrong with what was written; whoever shows the field puts it below."""

    def __init__(self, title: str, info: FieldInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.info = info
        self._fault = ""
        self._editor = editor_for(info, title)
        self._editor.setAccessibleDescription(info.description or "")
        self._editor.setToolTip(QCoreApplication.translate("Settings", info.description or ""))
        self.reset = tool(QCoreApplication.translate("Settings", "Back to the default: {0}").format(title), "reset")
        self.reset.clicked.connect(self._to_default)
        self.fault = label("", "bad", wrap=True)
        self.fault.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._editor, 1)
        self.presets = [self._preset(title, value) for value in info.examples or ()]
        for preset in self.presets:
            row.addWidget(preset)
        row.addWidget(self.reset)
        self._connect()

    def offer(self, known: Iterable[str]) -> None:
        """What can be chosen, where the value is a text that one may write, too."""
        texts = tuple(known)
        if isinstance(self._editor, KnownTextField):
            self._editor.known = lambda: texts

    @property
    def value(self) -> Any:
        """As edited; the schema checks it."""
        editor = self._editor
        if isinstance(editor, TextEditor):
            text = editor.text().strip()
            return None if not text and type(None) in kinds_of(self.info.annotation) else text
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, QComboBox):
            return editor.currentData()
        if isinstance(editor, QSpinBox):
            return None if editor.value() == NO_LIMIT else editor.value()
        assert isinstance(editor, QDoubleSpinBox)
        return editor.value()

    def show_value(self, value: Any) -> None:
        """Show what is set, without telling anybody."""
        if not self._shows(value):
            self._put(value)
        self.reset.setEnabled(value != self.info.get_default(call_default_factory=False))
        if self._fault:
            self.show_fault("")

    def _shows(self, value: Any) -> bool:
        if isinstance(self._editor, TextEditor):
            return self._editor.text() == self._text(value)
        return bool(self.value == value)

    def _put(self, value: Any) -> None:
        editor = self._editor
        with QSignalBlocker(editor):
            if isinstance(editor, TextEditor):
                editor.setText(self._text(value))
            elif isinstance(editor, QCheckBox):
                editor.setChecked(bool(value))
            elif isinstance(editor, QComboBox):
                editor.setCurrentIndex(max(editor.findData(value), 0))
            elif isinstance(editor, QDoubleSpinBox):
                editor.setValue(float(value))
            else:
                assert isinstance(editor, QSpinBox)
                editor.setValue(NO_LIMIT if value is None else int(value))

    def show_fault(self, text: str) -> None:
        """Mark the value as one that makes no sense; empty takes the mark away."""
        self._fault = text
        marked = self._editor.line if isinstance(self._editor, ColourField | PathField) else self._editor
        set_role(marked, "fault" if text else "")
        self.fault.setText(text)
        self.fault.setVisible(bool(text))

    def _connect(self) -> None:
        editor = self._editor
        if isinstance(editor, TextEditor | QSpinBox | QDoubleSpinBox):
            editor.editingFinished.connect(self.changed)
        elif isinstance(editor, QCheckBox):
            editor.toggled.connect(self.changed)
        elif isinstance(editor, QComboBox):
            editor.currentIndexChanged.connect(self.changed)

    def _text(self, value: Any) -> str:
        """Languages by their names, which the schema understands as it does their codes."""
        if Meaning.LANGUAGES in self.info.metadata:
            return ", ".join(_name(code) for code in value)
        return _as_text(value)

    def _preset(self, title: str, value: Any) -> QPushButton:
        button = QPushButton(_as_text(value))
        button.setAccessibleName(f"{title}: {_as_text(value)}")
        button.clicked.connect(lambda: self._take(value))
        return button

    def _take(self, value: Any) -> None:
        self.show_value(value)
        self.changed.emit()

    def _to_default(self) -> None:
        self._take(self.info.get_default(call_default_factory=False))


def is_editable(info: FieldInfo) -> bool:
    """False for tables, which have no editor of one line."""
    return get_origin(info.annotation) is not dict


def _name(code: LanguageCode) -> str:
    name = readable_name(code)
    try:
        return name if parse_language(name) == code else code
    except UnknownLanguage:
        return code


def _as_text(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(str(item) for item in value)
    return "" if value is None else str(value)
