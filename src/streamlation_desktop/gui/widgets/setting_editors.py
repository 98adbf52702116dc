"""Which widget edits which kind of setting."""

from __future__ import annotations

import types
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from streamlation_desktop.gui.widgets.colour_field import ColourField
from streamlation_desktop.gui.widgets.figures import FigureBox, FractionBox
from streamlation_desktop.gui.widgets.known_text_field import KnownTextField
from streamlation_desktop.gui.widgets.path_field import PathField
from streamlation_desktop.settings.schema import Meaning

NO_LIMIT = -1
"""Stands for None in a box for figures."""
TextEditor = QLineEdit | ColourField | KnownTextField | PathField


def editor_for(info: FieldInfo, title: str) -> QWidget:
    """The widget that fits what a setting may be; `title` is what a screen reader calls it."""
    editor = _editor_for(info, title)
    if isinstance(editor, ColourField):
        editor.name(title)
    elif not isinstance(editor, PathField):
        editor.setAccessibleName(title)
    return editor


def _editor_for(info: FieldInfo, title: str) -> QWidget:
    kinds = kinds_of(info.annotation)
    if bool in kinds:
        return QCheckBox()
    choices = next((get_args(kind) for kind in kinds if get_origin(kind) is Literal), ())
    if choices:
        return _choice(choices)
    if int in kinds:
        return _number(info, optional=type(None) in kinds)
    if float in kinds and type(None) not in kinds:
        return _fraction(info)
    if Meaning.COLOUR in info.metadata:
        return ColourField()
    if Meaning.FONT in info.metadata:
        return KnownTextField(_font_families)
    if Meaning.RECOGNIZER in info.metadata or Meaning.TRANSLATOR in info.metadata:
        return KnownTextField(tuple)  # which there are is offered by the page
    if Meaning.FILE in info.metadata or Meaning.FOLDER in info.metadata:
        return PathField(title, folder=Meaning.FOLDER in info.metadata)
    editor = QLineEdit()
    editor.setClearButtonEnabled(True)
    return editor


def kinds_of(annotation: Any) -> tuple[Any, ...]:
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
    box = FigureBox()
    lowest, highest = _bounds(info)
    box.setRange(NO_LIMIT if optional else int(lowest), int(highest))
    if optional:
        box.setSpecialValueText(QCoreApplication.translate("Settings", "no limit"))
    box.setGroupSeparatorShown(True)
    return box


def _fraction(info: FieldInfo) -> QDoubleSpinBox:
    box = FractionBox()
    lowest, highest = _bounds(info)
    box.setRange(lowest, highest)
    box.setSingleStep(0.1 if highest <= 2 else 0.5)
    return box


def _bounds(info: FieldInfo) -> tuple[float, float]:
    lowest = next((float(bound.ge) for bound in info.metadata if isinstance(bound, Ge)), 0.0)  # type: ignore[arg-type]
    highest = next((float(bound.le) for bound in info.metadata if isinstance(bound, Le)), 2.0**31 - 1)  # type: ignore[arg-type]
    return lowest, highest


def _font_families() -> list[str]:
    """Those that are for people."""
    return [name for name in QFontDatabase.families() if not QFontDatabase.isPrivateFamily(name)]
