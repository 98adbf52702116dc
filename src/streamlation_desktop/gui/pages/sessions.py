"""What is being translated: several at once, each with its stages."""

from __future__ import annotations

from collections import deque
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from streamlation_desktop.gui.pages.page import Page
from streamlation_desktop.gui.panels.session_card import SessionCard
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.phase import ACTIVE, Phase
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.empty_state import EmptyState
from streamlation_desktop.gui.widgets.labels import button, label
from streamlation_desktop.gui.widgets.scrolled import scrolled

_MOST_WAITING = 10
"""Cards of sessions that wait: a folder may hold a thousand films, and each card is thirty widgets."""


class SessionsPage(Page):
    """A card per session: at work, in need of somebody, in line for a turn, done.

    Of many that wait, those beyond the first are counted.
    """

    open_wanted = Signal(str)
    """Location of a session's media."""
    model_wanted = Signal(int)
    """Key of a session that lacks a model."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Sessions"), parent=parent)
        self._sessions = desk.sessions
        self._cards: dict[int, SessionCard] = {}
        self._phases: dict[int, Phase] = {}
        """Of the sessions with cards, when these were put in order."""
        self._later: deque[int] = deque()
        """Keys of sessions that wait and have no card yet."""
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
        self.column.addWidget(self._line())
        self.column.addLayout(self._stack, 1)
        for key in self._sessions.sessions:
            self._add(key)
        self._sessions.added.connect(self._add)
        self._sessions.changed.connect(self._update)

    def card(self, key: int) -> SessionCard | None:
        """Of one session."""
        return self._cards.get(key)

    def _line(self) -> QWidget:
        self.line = QWidget()
        self.waiting = label("", "muted")
        self.stop_waiting = button(self.tr("Take off all that wait"), "stop")
        self.stop_waiting.clicked.connect(self._sessions.cancel_waiting)
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.waiting, 1)
        row.addWidget(self.stop_waiting)
        self.line.hide()
        return self.line

    def _add(self, key: int) -> None:
        if self._waits(key) and sum(map(self._waits, self._cards)) >= _MOST_WAITING:
            self._later.append(key)
            self._show_later()
        else:
            self._show(key)

    def _waits(self, key: int) -> bool:
        session = self._sessions.sessions.get(key)
        return session is not None and session.phase is Phase.WAITING

    def _show(self, key: int) -> None:
        card = SessionCard(self._sessions.sessions[key])
        self._cards[key] = card
        card.pause_wanted.connect(self._sessions.pause)
        card.resume_wanted.connect(self._sessions.resume)
        card.cancel_wanted.connect(self._sessions.cancel)
        card.forget_wanted.connect(self._sessions.forget)
        card.open_wanted.connect(self.open_wanted)
        card.model_wanted.connect(self.model_wanted)
        self._column.insertWidget(0, card)
        self._arrange()
        self._stack.setCurrentIndex(1)

    def _arrange(self) -> None:
        """Put the cards in order, when a session has another phase than before; the Tab key goes through them so."""
        sessions, turns = self._sessions.sessions, self._sessions.waiting
        phases = {key: sessions[key].phase for key in self._cards if key in sessions}
        if phases == self._phases:
            return
        self._phases = phases

        def rank(key: int) -> tuple[int, int]:
            match phases[key]:
                case Phase.WAITING if key in turns:
                    return 2, turns.index(key)
                case Phase.FAILED | Phase.PAUSED:
                    return 1, -key
                case phase:
                    return 0 if phase in ACTIVE else 3, -key

        cards = [self._cards[key] for key in sorted(phases, key=rank)]
        for place, card in enumerate(cards):
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
        for one, following in pairwise(control for card in cards for control in card.controls):
            QWidget.setTabOrder(one, following)

    def _show_later(self) -> None:
        self.waiting.setText(self.tr("%Ln more wait(s) for a turn", "", len(self._later)))
        self.line.setVisible(bool(self._later))

    def _update(self, key: int) -> None:
        session, card = self._sessions.sessions.get(key), self._cards.get(key)
        if session is None:
            self._drop(key)
        elif card is not None:
            card.show_session(session)
            self._arrange()
        elif key in self._later and session.phase is not Phase.WAITING:
            self._later.remove(key)
            self._show(key)
            self._show_later()
        if session is None or session.phase is not Phase.WAITING:
            self._fill_up()

    def _fill_up(self) -> None:
        """Others that wait come up."""
        while self._later and sum(map(self._waits, self._cards)) < _MOST_WAITING:
            self._show(self._later.popleft())
            self._show_later()

    def _drop(self, key: int) -> None:
        card = self._cards.pop(key, None)
        if card is not None:
            card.deleteLater()
        elif key in self._later:
            self._later.remove(key)
            self._show_later()
        self._stack.setCurrentIndex(1 if self._cards else 0)
