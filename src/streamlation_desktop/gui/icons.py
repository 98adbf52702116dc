"""Symbols drawn in the colour of the text, at any scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from streamlation_desktop.gui.theme import colours
from streamlation_desktop.settings.paths import resource

SIZE = 18
"""Pixels of a symbol on a button."""


def set_symbol(widget: QAbstractButton | QLabel, name: str, size: int = SIZE) -> None:
    """Show a symbol on `widget`, now and after every change of the theme."""
    widget.setProperty("symbol", name)
    widget.setProperty("symbolSize", size)
    _show(widget)


def refresh_symbols() -> None:
    """Draw every symbol anew in the colours of the theme."""
    for widget in QApplication.allWidgets():
        if widget.property("symbol") and isinstance(widget, QAbstractButton | QLabel):
            _show(widget)


def symbol(name: str, colour: str = "", size: int = 20, *, fades: bool = True) -> QIcon:
    """An icon of `size` in `colour`, or that of the text; `fades` where what it is on can be disabled."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    return _icon(name, colour or colours().text, size, ratio, fades=fades)


def app_icon() -> QIcon:
    """The application's own."""
    return QIcon(str(resource("icons/app.svg")))


def _show(widget: QAbstractButton | QLabel) -> None:
    name, size = str(widget.property("symbol")), int(widget.property("symbolSize"))
    if isinstance(widget, QLabel):
        widget.setPixmap(_drawn(name, colours().muted, size, widget.devicePixelRatioF()))
        return
    primary = bool(widget.property("primary"))
    widget.setIcon(symbol(name, colours().on_accent if primary else "", size))
    widget.setIconSize(QSize(size, size))


@cache
def _icon(name: str, colour: str, size: int, ratio: float, *, fades: bool) -> QIcon:
    icon = QIcon(_drawn(name, colour, size, ratio))
    if not fades:
        return icon
    faded = QGuiApplication.palette().color(QPalette.ColorRole.Mid).name()
    icon.addPixmap(_drawn(name, faded, size, ratio), QIcon.Mode.Disabled)
    return icon


@cache
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    svg = _source(name).replace("currentColor", colour)
    pixels = round(size * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")
