"""An editor for one setting, made from its description in the schema."""

from __future__ import annotations

import types
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.labels import set_role, tool

_NO_LIMIT = -1


class SettingField(QWidget):
    """Shows a value and tells of every change; `value` is what the schema understands."""

    changed = Signal()

    def __init__(self, title: str, info: FieldInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.info = info
        self._editor = _editor(info)
        self._editor.setAccessibleName(title)
        self._editor.setAccessibleDescription(info.description or "")
        self._editor.setToolTip(QCoreApplication.translate("Settings", info.description or ""))
        self.reset = tool(QCoreApplication.translate("Settings", "Back to the default: {0}").format(title), "reset")
        self.reset.clicked.connect(self._to_default)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._editor, 1)
        self.presets = [self._preset(title, value) for value in info.examples or ()]
        for preset in self.presets:
            row.addWidget(preset)
        row.addWidget(self.reset)
        self._connect()

    @property
    def value(self) -> Any:
        """As edited; the schema checks it."""
        editor = self._editor
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, QComboBox):
            return editor.currentData()
        if isinstance(editor, QSpinBox):
            return None if editor.value() == _NO_LIMIT else editor.value()
        if isinstance(editor, QDoubleSpinBox):
            return editor.value()
        assert isinstance(editor, QLineEdit)
        text = editor.text().strip()
        return None if not text and type(None) in _kinds(self.info.annotation) else text

    def show_value(self, value: Any) -> None:
        """Show what is set, without telling anybody."""
        editor = self._editor
        with QSignalBlocker(editor):
            if isinstance(editor, QCheckBox):
                editor.setChecked(bool(value))
            elif isinstance(editor, QComboBox):
                editor.setCurrentIndex(max(editor.findData(value), 0))
            elif isinstance(editor, QDoubleSpinBox):
                editor.setValue(float(value))
            elif isinstance(editor, QSpinBox):
                editor.setValue(_NO_LIMIT if value is None else int(value))
            else:
                assert isinstance(editor, QLineEdit)
                editor.setText(_as_text(value))
        self.reset.setEnabled(value != self.info.get_default(call_default_factory=False))
        self.show_fault("")

    def show_fault(self, text: str) -> None:
        """Mark the value as one that makes no sense; empty takes the mark away."""
        set_role(self._editor, "fault" if text else "")
        self._editor.setToolTip(unmarked(text) or QCoreApplication.translate("Settings", self.info.description or ""))

    def _connect(self) -> None:
        editor = self._editor
        if isinstance(editor, QCheckBox):
            editor.toggled.connect(self.changed)
        elif isinstance(editor, QComboBox):
            editor.currentIndexChanged.connect(self.changed)
        elif isinstance(editor, QLineEdit | QSpinBox | QDoubleSpinBox):
            editor.editingFinished.connect(self.changed)

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


def _editor(info: FieldInfo) -> QWidget:
    kinds = _kinds(info.annotation)
    if bool in kinds:
        return QCheckBox()
    choices = next((get_args(kind) for kind in kinds if get_origin(kind) is Literal), ())
    if choices:
        return _choice(choices)
    if int in kinds:
        return _number(info, optional=type(None) in kinds)
    if float in kinds and type(None) not in kinds:
        return _fraction(info)
    editor = QLineEdit()
    editor.setClearButtonEnabled(True)
    return editor


def _kinds(annotation: Any) -> tuple[Any, ...]:
    """The types that a value may have."""
    if get_origin(annotation) in (Union, types.UnionType):
        return get_args(annotation)
    return (annotation,)


def _choice(values: tuple[str, ...]) -> QComboBox:
    box = QComboBox()
    for value in values:
        text = value if value else QCoreApplication.translate("Settings", "as the system")
        box.addItem(QCoreApplication.translate("Settings", text), value)
    return box


def _number(info: FieldInfo, *, optional: bool) -> QSpinBox:
    box = QSpinBox()
    lowest, highest = _bounds(info)
    box.setRange(_NO_LIMIT if optional else int(lowest), int(highest))
    if optional:
        box.setSpecialValueText(QCoreApplication.translate("Settings", "no limit"))
    box.setGroupSeparatorShown(True)
    return box


def _fraction(info: FieldInfo) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    lowest, highest = _bounds(info)
    box.setRange(lowest, highest)
    box.setSingleStep(0.1 if highest <= 2 else 0.5)
    return box


def _bounds(info: FieldInfo) -> tuple[float, float]:
    lowest = next((float(bound.ge) for bound in info.metadata if isinstance(bound, Ge)), 0.0)  # type: ignore[arg-type]
    highest = next((float(bound.le) for bound in info.metadata if isinstance(bound, Le)), 2.0**31 - 1)  # type: ignore[arg-type]
    return lowest, highest


def _as_text(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(str(item) for item in value)
    return "" if value is None else str(value)
