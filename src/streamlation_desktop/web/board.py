"""The sessions that the server knows: those it started, and those of the window or the command line."""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import AlreadyRunning, Cancelled, StreamlationError, UsageError
from streamlation_desktop.core.events import ErrorInfo, EventBus, Handler, SessionState, StateChanged
from streamlation_desktop.media.ring.folder import RingFolder
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.session.runner import Request, Runner
from streamlation_desktop.web.feed import SessionFeed
from streamlation_desktop.web.live_voice import LiveVoice

MAX_RUNNING = 4
MAX_KEPT = 50
"""Ended sessions; the oldest go first."""
_STOP_SECONDS = 1.0
"""For all together: who is deep in a native call ends with the engine process."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class BoardEntry:
    """A session, and how to stop it."""

    feed: SessionFeed
    token: CancelToken
    events: EventBus | None = None
    request: Request | None = None
    """None when somebody else started it."""
    thread: threading.Thread | None = None
    captions: CaptionFeed | None = None
    """As casting needs them; None where the languages are not known beforehand."""
    ring: RingFolder | None = None
    """Of a live session: its latest minutes, for devices and pages."""
    voice: LiveVoice | None = None
    """Of a live session, once a device plays it with one."""

    @property
    def job(self) -> JobRequest | None:
        """What is worked on, where it was started here."""
        return self.request.job if isinstance(self.request, LiveRequest) else self.request

    def forget(self) -> None:
        """Let go of what was kept for it."""
        self.feed.close()
        if self.voice is not None:
            self.voice.close()
        if self.ring is not None:
            self.ring.close()


@dataclass(slots=True)
class SessionBoard:
    """Safe to call from any thread."""

    runner: Runner
    _entries: dict[str, BoardEntry] = field(default_factory=dict)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def start(
        self, request: Request, title: str, handlers: Sequence[Handler] = (), ring: RingFolder | None = None
    ) -> BoardEntry:
        """Run a job on a thread of its own; `handlers` hear its events from the first one on.

        Args:
            ring: where the request keeps a live source; removed with the session.

        Raises:
            AlreadyRunning: as many as allowed are running.
        """
        with self._lock:
            self._check_room(ring)
            events = EventBus(session_id=secrets.token_hex(8))
            entry = self.follow(events, title)
            entry.request, entry.ring = request, ring
            job = request.job if isinstance(request, LiveRequest) else request
            if job.targets or job.sources:
                entry.captions = CaptionFeed(job.targets or job.sources, is_live=isinstance(request, LiveRequest))
                events.subscribe(entry.captions.handle)
            for handler in handlers:
                events.subscribe(handler)
            entry.thread = threading.Thread(
                target=self._run, args=(entry, request, events), name=f"web-session-{events.session_id}", daemon=True
            )
            entry.thread.start()
            return entry

    def follow(self, events: EventBus, title: str, token: CancelToken | None = None) -> BoardEntry:
        """Show a session that somebody else runs; `token` stops it."""
        feed = SessionFeed(events.session_id or secrets.token_hex(8), title)
        entry = BoardEntry(feed, token or CancelToken(), events)
        events.subscribe(feed.handle)
        with self._lock:
            self._entries[feed.id] = entry
            ended = [key for key, known in self._entries.items() if known.feed.is_over]
            for key in ended[: max(0, len(ended) - MAX_KEPT)]:
                self._entries.pop(key).forget()
        return entry

    def list(self) -> list[BoardEntry]:
        """All, the oldest first."""
        with self._lock:
            return list(self._entries.values())

    def find(self, session_id: str) -> BoardEntry | None:
        """One, or None."""
        with self._lock:
            return self._entries.get(session_id)

    def delete(self, session_id: str) -> None:
        """Forget an ended session.

        Raises:
            UsageError: it is running.
        """
        with self._lock:
            entry = self._entries.get(session_id)
            if entry is not None and not entry.feed.is_over:
                raise UsageError("the session is running", hint="Stop it first.")
            self._entries.pop(session_id, None)
        if entry is not None:
            entry.forget()

    def close(self) -> None:
        """Stop what was started here."""
        for entry in self.list():
            if entry.thread is not None:
                entry.token.cancel()
        deadline = time.monotonic() + _STOP_SECONDS
        for entry in self.list():
            if entry.thread is not None:
                entry.thread.join(max(0.0, deadline - time.monotonic()))
            entry.forget()

    def _check_room(self, ring: RingFolder | None) -> None:
        if sum(not entry.feed.is_over for entry in self._entries.values()) >= MAX_RUNNING:
            if ring is not None:
                ring.close()
            raise AlreadyRunning(
                f"{MAX_RUNNING} sessions are running", hint="Stop one, or wait until one has finished."
            )

    def _run(self, entry: BoardEntry, request: Request, events: EventBus) -> None:
        try:
            self.runner.run(request, events, entry.token)
        except Cancelled:
            _ended(entry, events, SessionState.CANCELLED, None)
        except StreamlationError as error:
            _ended(entry, events, SessionState.FAILED, ErrorInfo(error.code, str(error), error.hint))
        except Exception:
            log.exception("a session failed")
            error_info = ErrorInfo("defect", "unexpected error", "The log tells more.")
            _ended(entry, events, SessionState.FAILED, error_info)
        finally:
            entry.feed.close()


def _ended(entry: BoardEntry, events: EventBus, state: SessionState, error: ErrorInfo | None) -> None:
    """Tell the end once: a runner in another process may have died before it could."""
    if not entry.feed.is_over:
        events.publish(StateChanged(state, error))
