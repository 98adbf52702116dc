"""Which sessions of the library are shown, and in which order."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from streamlation_desktop.core.events import SessionState
from streamlation_desktop.gui.panels.projects import ProjectChoice
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.language_box import LanguageBox
from streamlation_desktop.storage.records import HistoryFilter, SessionRecord, SortBy

_PAUSE = 200
"""Milliseconds after the last key before searching."""


class LibraryFilters(QWidget):
    """Words, language, state, order and project."""

    changed = Signal()
    """Something else is wanted; told when the typing has paused."""
    left = Signal()
    """The keyboard goes on to what was found."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.changed)
        self.search = self._search()
        self.state, self.order = self._states(), self._orders()
        self.language = LanguageBox(self.tr("Every language"), self.tr("Spoken or translated language"))
        self.language.offer(())
        self.language.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.language.setMinimumWidth(150)
        self.language.setMinimumContentsLength(12)
        self.projects = ProjectChoice(desk)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.search, 1)
        for box in (self.language, self.state, self.order, self.projects):
            box.currentIndexChanged.connect(self.change_soon)
            row.addWidget(box)

    def change_soon(self) -> None:
        """Tell of a change when no other follows at once."""
        self._timer.start()

    def begin_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    @property
    def wanted(self) -> HistoryFilter:
        """What the history is asked for."""
        language, project = self.language.language, self.projects.project
        return HistoryFilter(sort=SortBy(self.order.currentData()), project=project, language=language)

    @property
    def leaves_out(self) -> bool:
        """True when not all sessions pass."""
        return bool(self.wanted.language or self.wanted.project is not None or self.state.currentData())

    def passes(self, record: SessionRecord) -> bool:
        """True when the session has the state that is wanted."""
        wanted = self.state.currentData()
        return not wanted or (record.state is SessionState.FINISHED) == (wanted == "finished")

    def _search(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Search in titles and in what was said"))
        field.setAccessibleName(field.placeholderText())
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self.change_soon)
        field.returnPressed.connect(self.left)
        down = QShortcut(Qt.Key.Key_Down, field)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.left)
        return field

    def _states(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("State"))
        for text, value in ((self.tr("All"), ""), (self.tr("Finished"), "finished"), (self.tr("Unfinished"), "open")):
            box.addItem(text, value)
        return box

    def _orders(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Order"))
        for text, order in (
            (self.tr("Latest first"), SortBy.UPDATED),
            (self.tr("By title"), SortBy.TITLE),
            (self.tr("Longest first"), SortBy.DURATION),
        ):
            box.addItem(text, order.value)
        return box
