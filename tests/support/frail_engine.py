"""An engine process with our own supervision and protocol, whose jobs do not work but break: ``MODE MARKER``."""

from __future__ import annotations

import os
import signal
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import CueCommitted, EventBus, SessionSummary, Summarized
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, SpeechClip, TimeSpan
from streamlation_desktop.session.engine_process import EngineProcess
from streamlation_desktop.session.framing import FrameWriter
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.memory_limit import limit_memory, memory_errors
from streamlation_desktop.session.runner import Request
from streamlation_desktop.session.speak_request import OfferedVoice, SpeakRequest
from streamlation_desktop.session.stage_request import StageRequest
from streamlation_desktop.session.text_request import TextRequest

_HUNGRY_BYTES = 4_000_000_000


@dataclass(slots=True)
class FrailRunner:
    """Breaks in one way."""

    mode: str
    marker: Path
    _running: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, request: Request, events: EventBus, token: CancelToken, focus: Focus | None = None) -> SessionSummary:
        job = request.job if isinstance(request, LiveRequest) else request
        if self.mode == "dies-once-with-four" and not self.marker.exists():
            self._wait_for_four()
        if self.mode == "dies-with-news":
            events.publish(CueCommitted(Cue(0, TimeSpan(0.0, 1.0), ("Hi.",), LanguageCode("en"))))
            os.kill(os.getpid(), signal.SIGKILL)
        if self.mode == "hungry-once" and not job.is_gentle:
            with memory_errors():
                bytearray(_HUNGRY_BYTES)
        summary = SessionSummary(1.0, 1.0, None, {}, (), ())
        events.publish(Summarized(summary))
        return summary

    def _wait_for_four(self) -> None:
        with self._lock:
            self._running += 1
            if self._running == 4:
                self.marker.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        threading.Event().wait()

    def translate(self, request: TextRequest) -> tuple[str, ...]:
        raise NotImplementedError

    def voices(self, language: LanguageCode) -> tuple[OfferedVoice, ...]:
        raise NotImplementedError

    def speak(self, request: SpeakRequest) -> tuple[SpeechClip, ...]:
        raise NotImplementedError

    def run_stage(self, request: StageRequest, events: EventBus, token: CancelToken) -> Stage:
        raise NotImplementedError

    def close(self) -> None:
        pass


def frail_command(mode: str, marker: Path) -> list[str]:
    """How it is started."""
    return [sys.executable, "-m", "tests.support.frail_engine", mode, str(marker)]


def main() -> None:
    limit_memory(2_000_000_000)
    runner = FrailRunner(sys.argv[1], Path(sys.argv[2]))
    EngineProcess(runner, runner, runner, sys.stdin.buffer, FrameWriter(os.fdopen(os.dup(1), "wb"))).serve()


if __name__ == "__main__":
    main()
