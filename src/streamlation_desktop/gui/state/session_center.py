"""Runs sessions in the engine process, each on a thread of its own, and tells the window about them."""

from __future__ import annotations

import itertools
import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.core.start_soon import start_soon
from streamlation_desktop.gui.bridge import Bridge
from streamlation_desktop.gui.state.phase import UNFINISHED, Phase

if TYPE_CHECKING:
    from streamlation_desktop.core.events import Envelope, ErrorInfo
    from streamlation_desktop.gui.state.session_view import SessionView
    from streamlation_desktop.session.runner import Request, Runner

log = logging.getLogger(__name__)

AT_ONCE = 2
"""Sessions that run at the same time; more wait. Two keep the models busy while one reads or waits for the disk."""


@dataclass(frozen=True, slots=True)
class _Happened:
    key: int
    envelope: Envelope


@dataclass(frozen=True, slots=True)
class _Ended:
    key: int
    error: ErrorInfo | None
    stopped: bool


def _engine_process() -> Runner:
    from streamlation_desktop.session.remote import RemoteRunner

    return RemoteRunner()


class SessionCenter(QObject):
    """The sessions of this run of the window."""

    added = Signal(int)
    """Key of a new session."""
    changed = Signal(int)
    """Key of a session that stands elsewhere now; at most once per batch of events."""
    happened = Signal(int, list)
    """Key of a session, and its envelopes in order."""
    ended = Signal(int)
    """Key of a session whose work has ended, in whatever way."""

    def __init__(self, parent: QObject | None = None, make_runner: Callable[[], Runner] = _engine_process) -> None:
        super().__init__(parent)
        self.sessions: dict[int, SessionView] = {}
        self._keys = itertools.count(1)
        self._queue: deque[int] = deque()
        self._tokens: dict[int, CancelToken] = {}
        self._giving_way: set[int] = set()
        """Keys of those that stop so that something urgent can begin."""
        self._focuses: dict[int, Focus] = {}
        self._make_runner = make_runner
        self._runner: Runner | None = None
        self._lock = threading.Lock()  # guards _runner
        self._bridge = Bridge(self)
        self._bridge.arrived.connect(self._take)

    def start(self, request: Request, title: str, *, urgent: bool = False) -> int:
        """Run a request when its turn comes; a live stream waits for nobody.

        An urgent one is what somebody looks at: the oldest at work makes room for it, and goes on after it.
        """
        from streamlation_desktop.gui.state.session_view import SessionView

        key = next(self._keys)
        self.sessions[key] = SessionView(key, request, title)
        self._focuses[key] = Focus()
        self.added.emit(key)
        if self.sessions[key].is_live:
            self._launch(key)
        else:
            self._enqueue(key, urgent=urgent)
            if urgent:
                self._make_room(key)
        return key

    def pause(self, key: int) -> None:
        """Stop it, keeping what is done and its place here."""
        self._stop(key, Phase.PAUSING, Phase.PAUSED)

    def cancel(self, key: int) -> None:
        """Stop it for good; what is done is kept in the history."""
        self._stop(key, Phase.STOPPING, Phase.CANCELLED)

    def resume(self, key: int) -> None:
        """Go on where it stopped: the same request again."""
        session = self.sessions[key]
        if session.phase in UNFINISHED - {Phase.PAUSED}:
            return
        session.phase = Phase.WAITING
        self._enqueue(key, urgent=True)

    def look(self, key: int, seconds: float) -> None:
        """The user looks at this moment of its media: captions are wanted there first."""
        if key in self._focuses:
            self._focuses[key].look(seconds)

    def cancel_waiting(self) -> None:
        """Take all whose turn has not come off the list: nothing was done for them."""
        waiting = self.waiting
        self._queue.clear()
        for key in reversed(waiting):  # who shows the first of them need not bring up others meanwhile
            self.forget(key)

    def forget(self, key: int) -> None:
        """Take one that has ended off the list."""
        if key not in self._tokens and key not in self._queue:
            self.sessions.pop(key, None)
            self._focuses.pop(key, None)
            self.changed.emit(key)

    @property
    def running(self) -> list[SessionView]:
        """Those at work now."""
        return [self.sessions[key] for key in self._tokens]

    @property
    def waiting(self) -> tuple[int, ...]:
        """Keys of those whose turn has not come, in the order of their turns."""
        return tuple(self._queue)

    @property
    def fraction(self) -> float | None:
        """How far those at work are together; None where nothing runs, or its length is not known."""
        known = [session.fraction for session in self.running if session.fraction is not None]
        return sum(known) / len(known) if known else None

    def runner(self) -> Runner:
        """What runs requests; made on first use. From any thread."""
        with self._lock:
            if self._runner is None:
                self._runner = self._make_runner()
            return self._runner

    def close(self) -> None:
        """Stop everything; what is done is kept."""
        self._bridge.close()
        self._queue.clear()
        for token in self._tokens.values():
            token.cancel()
        with self._lock:
            runner, self._runner = self._runner, None
        if runner is not None:
            runner.close()

    def _enqueue(self, key: int, *, urgent: bool) -> None:
        if urgent:
            self._queue.appendleft(key)
        else:
            self._queue.append(key)
        self._start_next()
        if key not in self._tokens:
            self.changed.emit(key)

    def _start_next(self) -> None:
        while self._queue and sum(not session.is_live for session in self.running) < AT_ONCE:
            self._launch(self._queue.popleft())

    def _make_room(self, key: int) -> None:
        at_work = [one.key for one in self.running if one.phase is Phase.RUNNING and not one.is_live]
        if key in self._queue and at_work:
            oldest = min(at_work)
            self._giving_way.add(oldest)
            self.pause(oldest)

    def _launch(self, key: int) -> None:
        session, token = self.sessions[key], CancelToken()
        self._tokens[key] = token
        session.begin()
        work = (key, session.request, token, self._focuses[key])
        start_soon(threading.Thread(target=self._run, args=work, name=f"gui-session-{key}", daemon=True))
        self.changed.emit(key)

    def _run(self, key: int, request: Request, token: CancelToken, focus: Focus) -> None:
        from streamlation_desktop.core.events import ErrorInfo, EventBus

        events = EventBus(str(key))
        events.subscribe(lambda envelope: self._bridge.post(_Happened(key, envelope)))
        error: ErrorInfo | None = None
        stopped = False
        try:
            token.raise_if_cancelled()  # the window may have closed before this thread began
            self.runner().run(request, events, token, focus)
        except Cancelled:
            stopped = True
        except StreamlationError as failure:
            error = ErrorInfo(failure.code, str(failure), failure.hint)
        except Exception as failure:  # the root of a thread
            log.exception("session %s failed unexpectedly", key)
            error = ErrorInfo("defect", f"{type(failure).__name__}: {failure}")
        self._bridge.post(_Ended(key, error, stopped))

    def _stop(self, key: int, while_running: Phase, while_waiting: Phase) -> None:
        session = self.sessions[key]
        if key in self._tokens:
            session.phase = while_running
            self._tokens[key].cancel()
        elif key in self._queue:
            self._queue.remove(key)
            session.phase = while_waiting
        elif session.phase is Phase.PAUSED:
            session.phase = while_waiting
        self.changed.emit(key)

    def _take(self, batch: list[_Happened | _Ended]) -> None:
        by_key: dict[int, list[Envelope]] = {}
        for item in batch:
            if isinstance(item, _Happened):
                self.sessions[item.key].apply(item.envelope)
                by_key.setdefault(item.key, []).append(item.envelope)
        for key, envelopes in by_key.items():
            self.happened.emit(key, envelopes)
            self.changed.emit(key)
        for item in batch:
            if isinstance(item, _Ended):
                self._end(item)

    def _end(self, item: _Ended) -> None:
        del self._tokens[item.key]
        session = self.sessions[item.key]
        session.end(item.error, stopped=item.stopped)
        if item.key in self._giving_way and session.phase is Phase.PAUSED:
            session.phase = Phase.WAITING
            self._queue.insert(1, item.key)  # behind what it gave way to
        self._giving_way.discard(item.key)
        self.changed.emit(item.key)
        self.ended.emit(item.key)
        self._start_next()
