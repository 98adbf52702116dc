"""One engine process as its parent sees it."""

from __future__ import annotations

import queue
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, cast

from streamlation_desktop.session.framing import FrameWriter, read_frame
from streamlation_desktop.session.vital_signs import SILENCE_LIMIT, VitalSigns

_POLL = 0.5
_ENDING_SECONDS = 1.5
"""How long one that was told to end may take: a native call cannot be interrupted, and what is done is stored."""

Frame = dict[str, Any]


class EngineDied(Exception):
    """The engine process ended or hung; the message says how."""


class EngineChild:
    """One engine process and the frames it sends, sorted by session."""

    def __init__(self, command: list[str]) -> None:
        behind = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)  # Windows; elsewhere the child does it itself
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, creationflags=behind)
        assert self.process.stdin is not None
        self.requests = FrameWriter(cast("BinaryIO", self.process.stdin))
        self._lock = threading.Lock()
        self._inboxes: dict[str, queue.SimpleQueue[Frame | None]] = {}
        self.signs = VitalSigns(self.process.pid)
        self._ended = False
        self.is_counted = False
        """True once its death is among the restarts: several sessions see the same one."""
        threading.Thread(target=self._read, name="engine-reader", daemon=True).start()

    @contextmanager
    def inbox(self, session: str) -> Iterator[queue.SimpleQueue[Frame | None]]:
        """Where the frames of a session arrive meanwhile; None means that the process has ended."""
        inbox: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        with self._lock:
            self._inboxes[session] = inbox
            if self._ended:
                inbox.put(None)
        try:
            yield inbox
        finally:
            with self._lock:
                del self._inboxes[session]

    def send(self, frame: Frame) -> None:
        """Ask for something; where it has ended, the inbox says so."""
        try:
            self.requests.write(frame)
        except (OSError, ValueError):
            return

    def next_frame(self, inbox: queue.SimpleQueue[Frame | None]) -> Frame:
        """Wait for the next frame of a session.

        Raises:
            EngineDied: it has ended, or was ended because it hung.
        """
        while True:
            asked = time.monotonic()
            try:
                frame = inbox.get(timeout=_POLL)
            except queue.Empty:
                if time.monotonic() - asked > _POLL + SILENCE_LIMIT:  # the machine, or this process, was suspended
                    self.signs.forgive()
                elif self.signs.is_hung():
                    raise EngineDied("hung: " + self.how_it_ended()) from None
                continue
            if frame is None:
                raise EngineDied(self.how_it_ended())
            return frame

    def is_usable(self) -> bool:
        """True while it runs and answers."""
        return self.process.poll() is None and not self._ended

    def stop(self) -> None:
        """End it: by saying so and closing its input, by force if it does not listen."""
        assert self.process.stdin is not None
        self.send({"op": "end", "session": ""})
        try:
            self.process.stdin.close()
            self.process.wait(_ENDING_SECONDS)
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
