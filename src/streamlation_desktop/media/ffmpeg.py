"""The ffmpeg program of the imageio-ffmpeg package, run as a child process.

It has what PyAV's libraries lack: SRT, RIST, DASH and libass.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import EngineNotInstalled

_POLL = 0.1
_TAIL = 2000
_QUIET = ("-hide_banner", "-nostdin", "-loglevel", "error")


def ffmpeg_path() -> str:
    """The program's path; raises EngineNotInstalled when the package came without it."""
    import imageio_ffmpeg

    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as exc:
        raise EngineNotInstalled("the ffmpeg program is missing", hint="Reinstall the imageio-ffmpeg package.") from exc


class FfmpegProcess:
    """A running ffmpeg whose standard output is ours to read; killed on cancel and at its deadline."""

    def __init__(
        self,
        arguments: Sequence[str],
        token: CancelToken,
        *,
        folder: Path | None = None,
        environment: dict[str, str] | None = None,
        told: bytes | None = None,
    ) -> None:
        """Start ``ffmpeg ARGUMENTS``; `told` is its standard input, and at most a few kilobytes."""
        # A file, not a pipe: a full pipe that nobody drains would stop ffmpeg.
        self._messages = tempfile.TemporaryFile()  # noqa: SIM115
        self._process = subprocess.Popen(
            [ffmpeg_path(), *_QUIET, *arguments],
            stdin=subprocess.DEVNULL if told is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._messages,
            bufsize=0,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.output = cast("IO[bytes]", self._process.stdout)
        if told is not None:
            self._tell(told)
        self._deadline: float | None = None
        self._forget = token.on_cancel(self._process.kill)
        self._ended = threading.Event()
        threading.Thread(target=self._watch, name="media-ffmpeg-watch", daemon=True).start()

    def expect_output_within(self, seconds: float | None) -> None:
        """Kill the process unless this is called again in time; None waits for ever."""
        self._deadline = None if seconds is None else time.monotonic() + seconds

    @property
    def is_overdue(self) -> bool:
        """True when it was killed at its deadline."""
        return self._deadline is not None and time.monotonic() > self._deadline

    def wait(self) -> int:
        """Exit status, once it has ended."""
        return self._process.wait()

    @property
    def last_message(self) -> str:
        """The last line that ffmpeg wrote about its failure."""
        self._messages.seek(max(0, self._messages.seek(0, os.SEEK_END) - _TAIL))
        lines = self._messages.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else ""

    def close(self) -> None:
        """Kill it if it runs; safe to call twice."""
        self._forget()
        self._ended.set()
        self._process.kill()
        self._process.wait()
        self.output.close()
        self._messages.close()

    def _tell(self, told: bytes) -> None:
        with suppress(BrokenPipeError), cast("IO[bytes]", self._process.stdin) as stdin:
            stdin.write(told)

    def _watch(self) -> None:
        while not self._ended.wait(_POLL):
            if self.is_overdue:
                self._process.kill()
                return
