"""Edits a long text in its cell."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from streamlation_desktop.gui.item_models.transcript import DIRECTION

Index = QModelIndex | QPersistentModelIndex
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_FRAME = 36
"""Pixels of an editor that are not text: frame, margins, the space of one line more."""


class _CellEditor(QPlainTextEdit):
    """Enter takes the text, Escape leaves it."""

    finished = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class TextDelegate(QStyledItemDelegate):
    """Plain text over several lines."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The model's own background, which a style sheet hides, below the rest."""
        background = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(background, QColor):
            painter.fillRect(option.rect, background)
        super().paint(painter, option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Full stops belong where the language of the cell puts them."""
        super().initStyleOption(option, index)
        direction = index.data(DIRECTION)
        if direction is not None:
            option.direction = direction

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """See Qt."""
        editor = _CellEditor(parent)
        editor.setTabChangesFocus(True)
        editor.setAccessibleName(self.tr("Text of the line"))
        editor.finished.connect(lambda: self._take(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """See Qt."""
        assert isinstance(editor, QPlainTextEdit)
        editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """See Qt."""
        assert isinstance(editor, QPlainTextEdit)
        model.setData(index, editor.toPlainText())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Room for the whole text, as far as the view has it."""
        area, view = QRect(option.rect), editor.parentWidget()
        room = view.rect() if view is not None else area
        words = option.fontMetrics.boundingRect(area.adjusted(0, 0, -_FRAME, 9_999), _WRAPPED, str(index.data()))
        area.setHeight(min(max(area.height(), words.height() + _FRAME), room.height()))
        area.moveBottom(min(area.bottom(), room.bottom()))
        editor.setGeometry(area)

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
