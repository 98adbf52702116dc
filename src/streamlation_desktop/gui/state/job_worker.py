"""Works on the queue of dubbing jobs in a process of its own: no model beside the player."""

from __future__ import annotations

import json
import logging
import subprocess
import tempfile
import threading
from dataclasses import dataclass
from typing import IO

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.events import JobProgressed
from streamlation_desktop.gui.bridge import Bridge

_KNOWN_ENDS = frozenset({0, 2, 3, 4, 5, 6, 7, 130})
"""Exit codes of a worker that did what it could, also where a job failed (which tells why itself), or was stopped."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Ended:
    fault: str
    """Why the process itself did not work; empty when it did."""


class JobWorker(QObject):
    """At most one process at a time; it ends by itself when nothing in the queue can go on."""

    progressed = Signal(list)
    """`JobProgressed` events, in order."""
    ended = Signal(str)
    """The process has gone; the text says what was wrong with it, if anything."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_running = False
        self._again = False
        self._lock = threading.Lock()  # guards _process and _is_stopped
        self._process: subprocess.Popen[str] | None = None
        self._is_stopped = False
        self._bridge = Bridge(self)
        self._bridge.arrived.connect(self._take)

    def start(self) -> None:
        """Work on what is in the queue; when that is being done, look once more at its end."""
        if self.is_running or self._is_stopped:
            self._again = True
            return
        self.is_running, self._again = True, False
        threading.Thread(target=self._run, name="gui-jobs", daemon=True).start()

    def close(self) -> None:
        """Stop it for good; what is done is kept, and nobody waits."""
        self._bridge.close()
        with self._lock:
            self._is_stopped = True
            if self._process is not None:
                self._process.terminate()

    def _run(self) -> None:
        fault = ""
        try:
            fault = self._work()
        except OSError as error:
            fault = str(error)
        except Exception as error:  # the root of a thread
            log.exception("the worker of the jobs failed unexpectedly")
            fault = f"{type(error).__name__}: {error}"
        self._bridge.post(_Ended(fault))

    def _work(self) -> str:
        from streamlation_desktop.session.remote import engine_command

        command = [*engine_command()[:-1], "jobs", "run", "--json"]
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints:
            with self._lock:
                if self._is_stopped:
                    return ""
                self._process = process = subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints, encoding="utf-8",
                    errors="replace",
                )  # fmt: skip
            assert process.stdout is not None
            with process.stdout as lines:
                self._follow(lines)
            code = process.wait()
            complaints.seek(0)
            own = [line.removeprefix("error: ").strip() for line in complaints if line.startswith("error: ")]
        if own:
            return own[0]
        return "" if code in _KNOWN_ENDS else f"exit code {code}"

    def _follow(self, lines: IO[str]) -> None:
        from streamlation_desktop.session.wire import decode_envelope

        for line in lines:
            try:
                happened = decode_envelope(json.loads(line)).event
            except ValueError:  # what a library prints
                continue
            if isinstance(happened, JobProgressed):
                self._bridge.post(happened)

    def _take(self, batch: list[object]) -> None:
        happened = [item for item in batch if isinstance(item, JobProgressed)]
        if happened:
            self.progressed.emit(happened)
        for item in batch:
            if isinstance(item, _Ended):
                self.is_running = False
                self.ended.emit(item.fault)
                if self._again and not item.fault:
                    self.start()
