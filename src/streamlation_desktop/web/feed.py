"""The events of one session, kept for whoever comes late or comes back."""

from __future__ import annotations

import asyncio
import json
import threading
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from streamlation_desktop.core.events import (
    CaptionUpdated,
    CueCommitted,
    Envelope,
    ErrorInfo,
    Event,
    LiveStats,
    Progressed,
    SessionState,
    SourceOpened,
    StageStats,
    StateChanged,
)
from streamlation_desktop.core.types import Cue
from streamlation_desktop.session.wire import encode_envelope

KEPT_EVENTS = 20_000
_KEPT_PASSING = 100
_PASSING = (Progressed, StageStats, LiveStats, CaptionUpdated)
"""Only the latest of these matters: those who follow get them, those who come back do not."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An event as it goes over the wire."""

    sequence: int
    kind: str
    text: str
    """JSON."""


@dataclass(slots=True)
class SessionFeed:
    """Written by the session's threads, read by the server's."""

    id: str
    title: str
    items: deque[FeedItem] = field(default_factory=lambda: deque(maxlen=KEPT_EVENTS))
    passing: deque[FeedItem] = field(default_factory=lambda: deque(maxlen=_KEPT_PASSING))
    last: int = -1
    """Sequence number of the latest event."""
    cues: dict[str, dict[int, Cue]] = field(default_factory=dict)
    """By language and index."""
    state: SessionState = SessionState.QUEUED
    error: ErrorInfo | None = None
    duration: float | None = None
    done: float = 0.0
    """Seconds of media."""
    live_lag: float | None = None
    """Of a live session: seconds from a word to its caption, 95 of 100."""
    stages: dict[str, StageStats] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _waiters: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = field(default_factory=set)
    _closed: bool = False

    def handle(self, envelope: Envelope) -> None:
        """Take an event; an `EventBus` handler."""
        encoded = encode_envelope(envelope)
        item = FeedItem(
            envelope.sequence,
            encoded["type"],
            json.dumps(encoded, ensure_ascii=False, separators=(",", ":")),
        )
        with self._lock:
            (self.passing if isinstance(envelope.event, _PASSING) else self.items).append(item)
            self.last = envelope.sequence
            self._note(envelope.event)
            waiters = tuple(self._waiters)
        for loop, woken in waiters:
            _wake(loop, woken)

    def close(self) -> None:
        """Nothing more will come: readers end when they have read all."""
        with self._lock:
            self._closed = True
            waiters = tuple(self._waiters)
        for loop, woken in waiters:
            _wake(loop, woken)

    @property
    def followers(self) -> int:
        """Clients that follow now."""
        with self._lock:
            return len(self._waiters)

    @property
    def is_over(self) -> bool:
        """True when the session has ended."""
        return self.state in (SessionState.FINISHED, SessionState.CANCELLED, SessionState.FAILED)

    def lag(self) -> float | None:
        """Seconds of media that were read and are not captioned yet, while the session runs."""
        if self.live_lag is not None and not self.is_over:
            return self.live_lag
        read = self.stages.get("ingest") or self.stages.get("segment")
        if self.is_over or read is None:
            return None
        return max(0.0, read.media_seconds - self.done)

    def languages(self) -> list[str]:
        """Of the captions so far."""
        with self._lock:
            return sorted(self.cues)

    def track(self, language: str) -> list[Cue]:
        """Committed cues in one language, in order."""
        with self._lock:
            return [cue for _, cue in sorted(self.cues.get(language, {}).items())]

    def snapshot(self) -> dict[str, Any]:
        """What a client needs that missed more than is kept."""
        with self._lock:
            cues = {
                language: [_plain(cue) for _, cue in sorted(track.items())] for language, track in self.cues.items()
            }
        return {"type": "snapshot", "session": self.id, "seq": self.last, "state": self.state.value, "cues": cues}

    async def follow(self, after: int) -> AsyncIterator[list[str]]:
        """Batches of events after sequence number `after`, as JSON; a snapshot stands for those that are lost."""
        woken = asyncio.Event()
        waiter = (asyncio.get_running_loop(), woken)
        with self._lock:
            self._waiters.add(waiter)
        try:
            batch, after, is_closed = self._missed(after)
            while batch or not is_closed:
                if batch:
                    yield batch
                else:
                    await woken.wait()
                woken.clear()
                batch, after, is_closed = self._new(after)
        finally:
            with self._lock:
                self._waiters.discard(waiter)

    def _missed(self, after: int) -> tuple[list[str], int, bool]:
        """For one who comes: the kept events, or a snapshot when some of them are gone."""
        with self._lock:
            is_lost = len(self.items) == self.items.maxlen and after + 1 < self.items[0].sequence
            texts = [item.text for item in self.items if item.sequence > after]
            last, is_closed = self.last, self._closed
        return [json.dumps(self.snapshot(), ensure_ascii=False)] if is_lost else texts, max(after, last), is_closed

    def _new(self, after: int) -> tuple[list[str], int, bool]:
        """For one who follows: everything, in order."""
        with self._lock:
            newer = [item for kept in (self.items, self.passing) for item in _newer(kept, after)]
            newer.sort(key=lambda item: item.sequence)
            return [item.text for item in newer], max(after, self.last), self._closed

    def _note(self, event: Event) -> None:
        match event:
            case CueCommitted(cue):
                self.cues.setdefault(cue.language, {})[cue.index] = cue
            case StateChanged(state, error):
                self.state, self.error = state, error
            case SourceOpened(source):
                self.duration = source.duration
                self.title = source.title or self.title
            case Progressed("transcribe" | "listen", done, _):
                self.done = done
            case LiveStats(lag_p95=lag):
                self.live_lag = lag
            case StageStats(stage):
                self.stages[stage] = event


def _plain(cue: Cue) -> dict[str, Any]:
    return {
        "index": cue.index,
        "span": {"start": cue.span.start, "end": cue.span.end},
        "lines": list(cue.lines),
        "language": cue.language,
        "speaker": cue.speaker,
    }


def _newer(kept: deque[FeedItem], after: int) -> list[FeedItem]:
    newer = []
    for item in reversed(kept):
        if item.sequence <= after:
            break
        newer.append(item)
    return newer


def _wake(loop: asyncio.AbstractEventLoop, woken: asyncio.Event) -> None:
    try:
        loop.call_soon_threadsafe(woken.set)
    except RuntimeError:  # the server has just been closed
        return
