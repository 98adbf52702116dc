"""One running Apertium translation pipeline.

With ``-z`` every program of the pipeline flushes its output at each NUL, so that one start of the
dozen processes serves any number of sentences (http://wiki.apertium.org/wiki/NUL_flushing).
"""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import time
from collections.abc import Sequence

_CHUNK = 1 << 16
_FAREWELL_SECONDS = 5.0


class PipelineFailed(Exception):
    """The pipeline ended, or did not answer in time; it is of no use any more."""

    def __init__(self, message: str, answers: Sequence[str]) -> None:
        super().__init__(message)
        self.answers = answers
        """What it answered before."""


class ApertiumPipeline:
    """The processes of one mode, started on construction and ended by `close`. POSIX only, as Apertium is."""

    def __init__(self, command: Sequence[str], *, silence: float) -> None:
        """Start `command`.

        Args:
            command: the ``apertium`` program with its options and mode.
            silence: seconds without any output after which the pipeline counts as hanging.

        Raises:
            OSError: the program cannot be started.
        """
        self._silence = silence
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,  # so that all the programs of the pipeline can be ended together
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._input, self._output = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._input, False)
        os.set_blocking(self._output, False)

    def exchange(self, blocks: Sequence[str]) -> list[str]:
        """Send `blocks`, which hold no NUL, and return the answer to each, in order.

        Raises:
            PipelineFailed: the pipeline ended or hangs; it is of no use any more.
        """
        waiting = memoryview(b"".join(block.encode() + b"\0" for block in blocks))
        answer = bytearray()
        missing = len(blocks)
        with selectors.DefaultSelector() as selector:
            selector.register(self._input, selectors.EVENT_WRITE)
            selector.register(self._output, selectors.EVENT_READ)
            deadline = time.monotonic() + self._silence
            while missing > 0:
                ready = {key.fd for key, _ in selector.select(max(0.0, deadline - time.monotonic()))}
                received = self._read() if self._output in ready else b""
                sent = self._write(waiting) if self._input in ready else 0
                if received is None or sent is None or not ready:
                    what = "it ended" if ready else f"no answer within {self._silence:g} s"
                    raise PipelineFailed(what, _blocks(answer)[:-1])
                answer += received
                missing -= received.count(0)
                waiting = waiting[sent:]
                if sent and not waiting:
                    selector.unregister(self._input)
                if received:
                    deadline = time.monotonic() + self._silence
        return _blocks(answer)[: len(blocks)]

    def close(self) -> None:
        """End the pipeline: politely, then by force."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        try:
            self._process.wait(_FAREWELL_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def kill(self) -> None:
        """End a pipeline that hangs."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self.close()

    def _read(self) -> bytes | None:
        """What has arrived; None at the end."""
        return os.read(self._output, _CHUNK) or None

    def _write(self, data: memoryview) -> int | None:
        """Bytes sent; None when nobody reads any more."""
        try:
            return os.write(self._input, data[:_CHUNK])
        except BrokenPipeError:
            return None


def _blocks(answer: bytes | bytearray) -> list[str]:
    return answer.decode("utf-8", "replace").split("\0")
