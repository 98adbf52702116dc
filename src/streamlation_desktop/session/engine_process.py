"""The engine process: runs sessions on behalf of a parent, over standard input and output.

Down come ``start``, ``stage``, ``translate``, ``speak`` and ``voices`` (session, request), ``look`` (session, seconds:
where the user looks), ``cancel`` (session) and, at last, ``end``: without it the parent has died. Up go ``event``,
``done`` and a ``beat`` every second, which stops when the interpreter hangs.
"""

from __future__ import annotations

import logging
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.session.framing import FrameWriter, read_frame
from streamlation_desktop.session.runner import Runner
from streamlation_desktop.session.speak_request import Speaker
from streamlation_desktop.session.stage_request import StageWorker
from streamlation_desktop.session.wire import (
    decode_request,
    decode_speak_request,
    decode_stage_request,
    decode_text_request,
    encode_clips,
    encode_envelope,
    encode_voices,
)

BEAT_SECONDS = 1.0
_ENDING_SECONDS = 5.0
"""How long all sessions together may take to stop at the end."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class EngineProcess:
    """Serves one parent until it closes the pipe."""

    runner: Runner
    speaker: Speaker
    stages: StageWorker
    requests: BinaryIO
    replies: FrameWriter
    _tokens: dict[str, CancelToken] = field(default_factory=dict)
    _focuses: dict[str, Focus] = field(default_factory=dict)
    _threads: list[threading.Thread] = field(default_factory=list)

    def serve(self) -> bool:
        """Read requests until the end of the stream, then stop every session.

        Returns:
            False where a session is so deep in a native call that it did not stop.
        """
        stop = threading.Event()
        beat = threading.Thread(target=self._beat, args=(stop,), name="beat", daemon=True)
        beat.start()
        is_ended = False
        while not is_ended and (frame := read_frame(self.requests)) is not None:
            session = frame["session"]
            is_ended = frame["op"] == "end"
            if frame["op"] in ("start", "stage", "translate", "speak", "voices"):
                self._start(session, frame["op"], frame["request"])
            elif frame["op"] == "look" and (focus := self._focuses.get(session)) is not None:
                focus.look(float(frame["seconds"]))
            elif frame["op"] == "cancel" and (token := self._tokens.get(session)) is not None:
                token.cancel()
        for token in list(self._tokens.values()):
            if is_ended:
                token.cancel()
            else:
                token.abandon()
        deadline = time.monotonic() + _ENDING_SECONDS
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        stop.set()
        return not any(thread.is_alive() for thread in self._threads)

    def _start(self, session: str, operation: str, request: Any) -> None:
        self._tokens[session], self._focuses[session] = CancelToken(), Focus()
        thread = threading.Thread(
            target=self._run, args=(session, operation, request), name=f"session-{session}", daemon=True
        )
        self._threads = [known for known in self._threads if known.is_alive()] + [thread]
        thread.start()

    def _run(self, session: str, operation: str, request: Any) -> None:
        done: dict[str, Any] = {"op": "done", "session": session}
        try:
            if operation == "translate":
                done["texts"] = self.runner.translate(decode_text_request(request))
            elif operation == "speak":
                done["clips"] = encode_clips(self.speaker.speak(decode_speak_request(request)))
            elif operation == "voices":
                done["voices"] = encode_voices(self.speaker.voices(LanguageCode(request["language"])))
            elif operation == "stage":
                done["next"] = self._run_stage(session, request)
            else:
                self._run_job(session, request)
        except Cancelled:
            done["cancelled"] = True
        except StreamlationError as error:
            done["error"] = {"code": error.code, "message": str(error), "hint": error.hint}
        except Exception as error:
            log.exception("session %s failed unexpectedly", session)
            done["defect"] = f"{type(error).__name__}: {error}"
        del self._tokens[session], self._focuses[session]
        with suppress(OSError):  # the parent has died: nobody is left to tell
            self.replies.write(done)

    def _run_job(self, session: str, request: Any) -> None:
        token, focus = self._tokens[session], self._focuses[session]
        self.runner.run(decode_request(request), self._events(session), token, focus)

    def _run_stage(self, session: str, request: Any) -> str:
        stage = self.stages.run_stage(decode_stage_request(request), self._events(session), self._tokens[session])
        return stage.value

    def _events(self, session: str) -> EventBus:
        """A bus whose events go to the parent."""
        events = EventBus(session)
        events.subscribe(
            lambda envelope: self.replies.write({"op": "event", "session": session, "event": encode_envelope(envelope)})
        )
        return events

    def _beat(self, stop: threading.Event) -> None:
        while not stop.wait(BEAT_SECONDS):
            try:
                self.replies.write({"op": "beat", "session": ""})
            except OSError:
                return
