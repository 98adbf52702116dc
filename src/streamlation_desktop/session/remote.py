"""Runs jobs in a supervised engine process.

The process is started on the first job and restarted when it dies or stops beating; a restarted
job goes on from its ledger, so that a crash costs at most one chunk.
"""

from __future__ import annotations

import itertools
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO, cast

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, InferenceFailed, error_from_code
from streamlation_desktop.core.events import CaptionUpdated, Degraded, Envelope, EventBus, SessionSummary, Summarized
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SpeechClip
from streamlation_desktop.session.framing import FrameWriter, read_frame
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.runner import Request
from streamlation_desktop.session.speak_request import SpeakRequest
from streamlation_desktop.session.text_request import TextRequest
from streamlation_desktop.session.vital_signs import SILENCE_LIMIT, VitalSigns
from streamlation_desktop.session.wire import (
    decode_clips,
    decode_envelope,
    encode_request,
    encode_speak_request,
    encode_text_request,
)

MAX_RESTARTS = 3
RESTART_WINDOW = 60.0
"""Seconds; more than `MAX_RESTARTS` within it and the job fails."""
_GENTLE_AFTER = 2
"""Deaths after which a job goes on with little memory: one may be chance, two in a job hardly are."""
_POLL = 1.0

Frame = dict[str, Any]


class EngineDied(Exception):
    """The engine process ended or hung; the message says how."""


def engine_command() -> list[str]:
    """How this installation starts its engine process."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "streamlation_desktop"]
    return [*program, "engine-process"]


class _Child:
    """One engine process and the frames it sends, sorted by session."""

    def __init__(self, command: list[str]) -> None:
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self.process.stdin is not None
        self.requests = FrameWriter(cast("BinaryIO", self.process.stdin))
        self._lock = threading.Lock()
        self._inboxes: dict[str, queue.SimpleQueue[Frame | None]] = {}
        self.signs = VitalSigns(self.process.pid)
        self._ended = False
        threading.Thread(target=self._read, name="engine-reader", daemon=True).start()

    def open_inbox(self, session: str) -> queue.SimpleQueue[Frame | None]:
        """Where the frames of a session arrive; None means that the process has ended."""
        inbox: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        with self._lock:
            self._inboxes[session] = inbox
            if self._ended:
                inbox.put(None)
        return inbox

    def is_usable(self) -> bool:
        """True while it runs and answers."""
        return self.process.poll() is None and not self._ended

    def stop(self) -> None:
        """End it: by closing its input, by force if it does not listen."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.close()
            self.process.wait(15)
        except (subprocess.TimeoutExpired, OSError):
            self.process.kill()
            self.process.wait()

    def how_it_ended(self) -> str:
        """In words."""
        assert self.process.stdin is not None
        self.process.kill()
        with suppress(OSError):  # what was not yet sent is lost with it
            self.process.stdin.close()
        code = self.process.wait()
        return f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            while (frame := self._next(cast("BinaryIO", stream))) is not None:
                self.signs.beat()
                with self._lock:
                    inbox = self._inboxes.get(frame["session"])
                if inbox is not None:
                    inbox.put(frame)
        with self._lock:
            self._ended = True
            for inbox in self._inboxes.values():
                inbox.put(None)

    @staticmethod
    def _next(stream: BinaryIO) -> Frame | None:
        try:
            return read_frame(stream)
        except ValueError:
            return None


@dataclass(slots=True)
class _Revisions:
    """How far the captions of a live session are: a new engine process counts on from there."""

    last: dict[LanguageCode, int] = field(default_factory=dict)

    def note(self, envelope: Envelope) -> None:
        if isinstance(envelope.event, CaptionUpdated):
            self.last[envelope.event.state.language] = envelope.event.state.revision


@dataclass(slots=True)
class RemoteRunner:
    """Runs jobs in the engine process; several at once share it."""

    command: list[str] = field(default_factory=engine_command)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _child: _Child | None = None
    _restarts: deque[float] = field(default_factory=deque)
    _names: itertools.count[int] = field(default_factory=itertools.count)

    def run(self, request: Request, events: EventBus, token: CancelToken, focus: Focus | None = None) -> SessionSummary:
        """See `Runner`."""
        revisions, focus = _Revisions(), focus or Focus()
        if isinstance(request, LiveRequest):
            request = replace(request, started=request.started or round(time.time(), 3))
            events.subscribe(revisions.note)
        for deaths in itertools.count(1):
            child = self._usable_child()
            try:
                return self._run_in(child, request, events, token, focus)
            except EngineDied as died:
                token.raise_if_cancelled()
                self._allow_restart(str(died))
                instead = "a new one, which goes on where it stopped"
                if isinstance(request, LiveRequest):
                    request = replace(request, revisions=tuple(revisions.last.items()))
                elif deaths >= _GENTLE_AFTER:
                    request = replace(request, device="cpu", compute_type="", is_gentle=True)
                    instead = "a new one, with small batches on the processor"
                events.publish(Degraded(f"the engine process {died}", instead))
        raise AssertionError("it counts without end")

    def translate(self, request: TextRequest) -> tuple[str, ...]:
        """See `Runner`."""
        return tuple(self._ask("translate", encode_text_request(request))["texts"])

    def speak(self, request: SpeakRequest) -> tuple[SpeechClip, ...]:
        """See `Speaker`."""
        return decode_clips(self._ask("speak", encode_speak_request(request))["clips"])

    def close(self) -> None:
        """End the process."""
        with self._lock:
            child, self._child = self._child, None
        if child is not None:
            child.stop()

    def _ask(self, operation: str, request: dict[str, Any]) -> Frame:
        """One question, one answer."""
        child = self._usable_child()
        session = f"{next(self._names)}"
        inbox = child.open_inbox(session)
        _send(child, {"op": operation, "session": session, "request": request})
        try:
            frame = _next_frame(child, inbox)
        except EngineDied as died:
            raise InferenceFailed(f"the engine process {died}", hint="Try again.") from died
        _raise_failure(frame)
        return frame

    def _usable_child(self) -> _Child:
        with self._lock:
            if self._child is None or not self._child.is_usable():
                self._child = _Child(self.command)
            return self._child

    def _allow_restart(self, reason: str) -> None:
        with self._lock:
            now = time.monotonic()
            while self._restarts and now - self._restarts[0] > RESTART_WINDOW:
                self._restarts.popleft()
            if len(self._restarts) >= MAX_RESTARTS:
                raise InferenceFailed(
                    f"the engine process {reason}, again and again",
                    hint="What was done is kept. See: streamlation doctor",
                )
            self._restarts.append(now)

    def _run_in(
        self, child: _Child, request: Request, events: EventBus, token: CancelToken, focus: Focus
    ) -> SessionSummary:
        session = f"{next(self._names)}"
        inbox = child.open_inbox(session)
        with ExitStack() as watches:
            watches.callback(token.on_cancel(lambda: _send(child, {"op": "cancel", "session": session})))
            _send(child, {"op": "start", "session": session, "request": encode_request(request)})
            watches.callback(
                focus.on_look(lambda seconds: _send(child, {"op": "look", "session": session, "seconds": seconds}))
            )
            return self._follow(child, inbox, events)

    def _follow(self, child: _Child, inbox: queue.SimpleQueue[Frame | None], events: EventBus) -> SessionSummary:
        summary: SessionSummary | None = None
        while True:
            frame = _next_frame(child, inbox)
            if frame["op"] == "event":
                event = decode_envelope(frame["event"]).event
                if isinstance(event, Summarized):
                    summary = event.summary
                events.publish(event)
            elif frame["op"] == "done":
                _raise_failure(frame)
                assert summary is not None
                return summary


def _send(child: _Child, frame: Frame) -> None:
    try:
        child.requests.write(frame)
    except (OSError, ValueError):
        return  # it has ended: the inbox says so


def _next_frame(child: _Child, inbox: queue.SimpleQueue[Frame | None]) -> Frame:
    while True:
        asked = time.monotonic()
        try:
            frame = inbox.get(timeout=_POLL)
        except queue.Empty:
            if time.monotonic() - asked > _POLL + SILENCE_LIMIT:  # the machine, or this process, was suspended
                child.signs.forgive()
            elif child.signs.is_hung():
                raise EngineDied("hung: " + child.how_it_ended()) from None
            continue
        if frame is None:
            raise EngineDied(child.how_it_ended())
        return frame


def _raise_failure(done: Frame) -> None:
    if done.get("cancelled"):
        raise Cancelled
    if "error" in done:
        raise error_from_code(**done["error"])
    if "defect" in done:
        raise RuntimeError(done["defect"])
