"""Runs jobs in a supervised engine process.

The process is started on the first job and restarted when it dies or stops beating; a restarted
job goes on from its ledger, so that a crash costs at most one chunk.
"""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import Any

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, InferenceFailed, OutOfMemory, error_from_code
from streamlation_desktop.core.events import Degraded, Envelope, EventBus, SessionSummary, Summarized
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SpeechClip
from streamlation_desktop.session.attempts import (
    GENTLE_AFTER,
    GENTLY,
    GOES_ON,
    MOST_IN_VAIN,
    Attempts,
    again_and_again,
)
from streamlation_desktop.session.engine_child import EngineChild, EngineDied, Frame
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.runner import Request
from streamlation_desktop.session.speak_request import OfferedVoice, SpeakRequest
from streamlation_desktop.session.stage_request import StageRequest
from streamlation_desktop.session.text_request import TextRequest
from streamlation_desktop.session.wire import (
    decode_clips,
    decode_envelope,
    decode_voices,
    encode_request,
    encode_speak_request,
    encode_stage_request,
    encode_text_request,
)

MAX_RESTARTS = 3
RESTART_WINDOW = 60.0
"""Seconds; more than `MAX_RESTARTS` within it and the job fails."""


def engine_command() -> list[str]:
    """How this installation starts its engine process."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "streamlation_desktop"]
    return [*program, "engine-process"]


@dataclass(slots=True)
class RemoteRunner:
    """Runs jobs in the engine process; several at once share it."""

    command: list[str] = field(default_factory=engine_command)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _child: EngineChild | None = None
    _restarts: deque[float] = field(default_factory=deque)
    _names: itertools.count[int] = field(default_factory=itertools.count)
    _is_closed: bool = False

    def run(self, request: Request, events: EventBus, token: CancelToken, focus: Focus | None = None) -> SessionSummary:
        """See `Runner`."""
        if isinstance(request, LiveRequest):
            request = replace(request, started=request.started or round(time.time(), 3))
        attempts = Attempts(request)
        while True:
            child = self._usable_child()
            try:
                return self._run_in(child, attempts, events, token, focus or Focus())
            except EngineDied as died:
                token.raise_if_cancelled()
                self._allow_restart(child, str(died))
                told = attempts.after_death(str(died))
            except OutOfMemory as failure:
                told = attempts.after_want_of_memory(failure)
                self._retire(child)
            except InferenceFailed as failure:
                told = attempts.after_failure_of_card(failure)
                self._retire(child)  # what lost its card once in a process does not find it again
            events.publish(told)

    def run_stage(self, request: StageRequest, events: EventBus, token: CancelToken) -> Stage:
        """See `StageWorker`."""

        def relay(envelope: Envelope) -> None:
            events.publish(envelope.event)

        for deaths in itertools.count(1):
            child = self._usable_child()
            try:
                done = self._follow(child, "stage", encode_stage_request(request), relay, token)
                return Stage(done["next"])
            except EngineDied as died:
                token.raise_if_cancelled()
                self._allow_restart(child, str(died))
                if deaths >= MOST_IN_VAIN:
                    raise again_and_again(str(died)) from died
                request = replace(request, is_gentle=request.is_gentle or deaths >= GENTLE_AFTER)
                told = f"the engine process {died}"
            except OutOfMemory as failure:
                if request.is_gentle:
                    raise
                self._retire(child)
                request, told = replace(request, is_gentle=True), str(failure)
            events.publish(Degraded(told, GENTLY if request.is_gentle else GOES_ON))
        raise AssertionError("it counts without end")

    def translate(self, request: TextRequest) -> tuple[str, ...]:
        """See `Runner`."""
        return tuple(self._ask("translate", encode_text_request(request))["texts"])

    def voices(self, language: LanguageCode) -> tuple[OfferedVoice, ...]:
        """See `Speaker`."""
        return decode_voices(self._ask("voices", {"language": language})["voices"])

    def speak(self, request: SpeakRequest) -> tuple[SpeechClip, ...]:
        """See `Speaker`."""
        return decode_clips(self._ask("speak", encode_speak_request(request))["clips"])

    def close(self) -> None:
        """End the process; whoever asks from now on is told that the work was cancelled."""
        with self._lock:
            self._is_closed = True
            child, self._child = self._child, None
        if child is not None:
            child.stop()

    def _ask(self, operation: str, request: dict[str, Any]) -> Frame:
        """One question, one answer."""
        child = self._usable_child()
        session = f"{next(self._names)}"
        with child.inbox(session) as inbox:
            child.send({"op": operation, "session": session, "request": request})
            try:
                frame = child.next_frame(inbox)
            except EngineDied as died:
                raise InferenceFailed(f"the engine process {died}", hint="Try again.") from died
        _raise_failure(frame)
        return frame

    def _usable_child(self) -> EngineChild:
        with self._lock:
            if self._is_closed:
                raise Cancelled
            if self._child is None or not self._child.is_usable():
                self._child = EngineChild(self.command)
            return self._child

    def _retire(self, child: EngineChild) -> None:
        """Give its memory back; others that it works for find that it has ended, and go on in a new one."""
        child.how_it_ended()
        with self._lock:
            if self._child is child:
                self._child = None

    def _allow_restart(self, child: EngineChild, reason: str) -> None:
        """One death counts once, however many jobs it interrupts."""
        with self._lock:
            if child.is_counted:
                return
            child.is_counted = True
            now = time.monotonic()
            while self._restarts and now - self._restarts[0] > RESTART_WINDOW:
                self._restarts.popleft()
            if len(self._restarts) >= MAX_RESTARTS:
                raise again_and_again(reason)
            self._restarts.append(now)

    def _run_in(
        self, child: EngineChild, attempts: Attempts, events: EventBus, token: CancelToken, focus: Focus
    ) -> SessionSummary:
        summaries: list[SessionSummary] = []

        def tell(envelope: Envelope) -> None:
            attempts.note(envelope)
            if isinstance(envelope.event, Summarized):
                summaries.append(envelope.event.summary)
            events.publish(envelope.event)

        self._follow(child, "start", encode_request(attempts.request), tell, token, focus)
        return summaries[-1]

    def _follow(
        self,
        child: EngineChild,
        operation: str,
        request: dict[str, Any],
        tell: Callable[[Envelope], None],
        token: CancelToken,
        focus: Focus | None = None,
    ) -> Frame:
        """Have something done, and tell what happens; returns the frame that ends it."""
        session = f"{next(self._names)}"
        with ExitStack() as watches:
            inbox = watches.enter_context(child.inbox(session))
            watches.callback(token.on_cancel(lambda: child.send({"op": "cancel", "session": session})))
            child.send({"op": operation, "session": session, "request": request})
            if focus is not None:
                watches.callback(
                    focus.on_look(lambda seconds: child.send({"op": "look", "session": session, "seconds": seconds}))
                )
            while (frame := child.next_frame(inbox))["op"] != "done":
                if frame["op"] == "event":
                    tell(decode_envelope(frame["event"]))
        _raise_failure(frame)
        return frame


def _raise_failure(done: Frame) -> None:
    if done.get("cancelled"):
        raise Cancelled
    if "error" in done:
        raise error_from_code(**done["error"])
    if "defect" in done:
        raise RuntimeError(done["defect"])
