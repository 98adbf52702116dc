"""The list of pages at the window's side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from streamlation_desktop.gui.icons import symbol
from streamlation_desktop.gui.theme import colours

_NAME = Qt.ItemDataRole.UserRole


class Sidebar(QListWidget):
    """One entry per page; arrow keys move."""

    chosen = Signal(str)
    """Name of a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Pages"))
        self.setFixedWidth(186)
        self.setIconSize(QSize(20, 20))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name, text in (
            ("home", self.tr("Home")),
            ("player", self.tr("Player")),
            ("library", self.tr("Library")),
            ("sessions", self.tr("Sessions")),
            ("jobs", self.tr("Jobs")),
            ("models", self.tr("Models")),
            ("preferences", self.tr("Preferences")),
            ("diagnostics", self.tr("Diagnostics")),
            ("about", self.tr("About")),
        ):
            entry = QListWidgetItem(text)
            entry.setData(_NAME, name)
            self.addItem(entry)
        self._draw()
        self.currentItemChanged.connect(self._changed)

    def names(self) -> list[str]:
        """Of the pages, in order."""
        return [str(self.item(row).data(_NAME)) for row in range(self.count())]

    def choose(self, name: str) -> None:
        """Mark a page."""
        self.setCurrentRow(self.names().index(name))

    def set_busy(self, name: str, count: int) -> None:
        """Show how many sessions, or jobs, are at work."""
        entry = self.item(self.names().index(name))
        title = self.tr("Sessions") if name == "sessions" else self.tr("Jobs")
        entry.setText(f"{title} ({QLocale().toString(count)})" if count else title)

    def changeEvent(self, event: QEvent) -> None:
        """See Qt: the symbols have the colours of the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.count():
            self._draw()

    def _draw(self) -> None:
        for row in range(self.count()):
            entry = self.item(row)
            chosen = row == self.currentRow()
            colour = colours().accent if chosen else colours().muted
            entry.setIcon(symbol(str(entry.data(_NAME)), colour, fades=False))

    def _changed(self, current: QListWidgetItem | None) -> None:
        self._draw()
        if current is not None:
            self.chosen.emit(str(current.data(_NAME)))
