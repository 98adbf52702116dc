"""What is being translated: several at once, each with its stages."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from streamlation_desktop.gui.pages.page import Page
from streamlation_desktop.gui.panels.session_card import SessionCard
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.empty_state import EmptyState
from streamlation_desktop.gui.widgets.scrolled import scrolled


class SessionsPage(Page):
    """A card per session, the newest first."""

    open_wanted = Signal(str)
    """Location of a session's media."""
    model_wanted = Signal(int)
    """Key of a session that lacks a model."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Sessions"), parent=parent)
        self._sessions = desk.sessions
        self._cards: dict[int, SessionCard] = {}
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)
        self._column.addStretch(1)
        empty = EmptyState(
            "sessions",
            self.tr("Nothing is being translated"),
            self.tr("Open media, and its progress, speed and warnings appear here."),
        )
        self._stack = QStackedLayout()
        self._stack.addWidget(empty)
        self._stack.addWidget(scrolled(body))
        self.column.addLayout(self._stack, 1)
        for key in self._sessions.sessions:
            self._add(key)
        self._sessions.added.connect(self._add)
        self._sessions.changed.connect(self._update)

    def card(self, key: int) -> SessionCard | None:
        """Of one session."""
        return self._cards.get(key)

    def _add(self, key: int) -> None:
        card = SessionCard(self._sessions.sessions[key])
        self._cards[key] = card
        card.pause_wanted.connect(self._sessions.pause)
        card.resume_wanted.connect(self._sessions.resume)
        card.cancel_wanted.connect(self._sessions.cancel)
        card.forget_wanted.connect(self._sessions.forget)
        card.open_wanted.connect(self.open_wanted)
        card.model_wanted.connect(self.model_wanted)
        self._column.insertWidget(0, card)
        self._stack.setCurrentIndex(1)

    def _update(self, key: int) -> None:
        card = self._cards.get(key)
        if card is None:
            return
        session = self._sessions.sessions.get(key)
        if session is not None:
            card.show_session(session)
            return
        del self._cards[key]
        card.deleteLater()
        self._stack.setCurrentIndex(1 if self._cards else 0)
