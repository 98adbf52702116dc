"""Real drops and clicks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget


def drop(widget: QWidget, *locations: Path | str) -> None:
    """Drag files or addresses over `widget` and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) if isinstance(each, Path) else QUrl(each) for each in locations])
    point, copy, left, none = (
        widget.rect().center(),
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, QDragEnterEvent(point, copy, data, left, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(point), copy, data, left, none))


def click_row(view: QAbstractItemView, index: QModelIndex, *, double: bool = False) -> None:
    """Click an item where it is on screen."""
    view.scrollTo(index)
    point: QPoint = view.visualRect(index).center()
    viewport = view.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    if double:
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
