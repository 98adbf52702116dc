"""PulseAudio and PipeWire, through the programs that both come with.

PortAudio sees of them only what ALSA's plug-in shows: neither the monitors of the outputs, nor names.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable
from queue import Empty, Queue
from typing import Any

import numpy as np

from streamlation_desktop.capture.devices import CaptureDevice, CaptureKind
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceError, SourceForbidden, SourceLost, SourceNotFound
from streamlation_desktop.core.types import SAMPLE_RATE, Samples

_LIST_TIMEOUT = 5.0
_BLOCK = SAMPLE_RATE // 20 * 4
"""Bytes of 50 ms."""
_WAITING = 200
"""Blocks that may wait: ten seconds."""
_LAST_WORDS = 500


class PulseBackend:
    """Uses ``pactl`` and ``parec``."""

    @staticmethod
    def is_usable() -> bool:
        """True when the programs are there and a server answers."""
        if not (shutil.which("pactl") and shutil.which("parec")):
            return False
        return _pactl("info") is not None

    def devices(self) -> list[CaptureDevice]:
        """See `CaptureBackend.devices`; empty when the server does not answer."""
        sources, info = _pactl("list", "sources"), _pactl("info")
        if not isinstance(sources, list) or not isinstance(info, dict):
            return []
        microphone, sink = info.get("default_source_name", ""), info.get("default_sink_name", "")
        return [_device(source, microphone, f"{sink}.monitor") for source in sources]

    def open(self, device: CaptureDevice, token: CancelToken) -> PulseStream:
        """See `CaptureBackend.open`."""
        return PulseStream(device, token)


class PulseStream:
    """A running ``parec``."""

    def __init__(self, device: CaptureDevice, token: CancelToken) -> None:
        """Start it."""
        self._device = device
        self._messages = tempfile.TemporaryFile()  # noqa: SIM115
        arguments = ["--raw", "--format=float32le", f"--rate={SAMPLE_RATE}", "--channels=1", "--latency-msec=50"]
        self._process = subprocess.Popen(
            ["parec", *arguments, "--client-name=Streamlation", f"--device={device.id}"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._messages,
            bufsize=0,
            env=_environment(),
        )
        self._forget: Callable[[], None] = token.on_cancel(self._process.kill)
        self._blocks: Queue[bytes | None] = Queue(_WAITING)
        threading.Thread(target=self._pump, name="capture-parec", daemon=True).start()

    def read(self, timeout: float) -> Samples:
        """See `CaptureStream.read`."""
        try:
            block = self._blocks.get(timeout=timeout)
        except Empty:
            return np.zeros(0, np.float32)
        if block is None:
            raise self._failure()
        return np.frombuffer(block, "<f4").astype(np.float32)

    def close(self) -> None:
        """See `CaptureStream.close`."""
        self._forget()
        self._process.kill()
        self._process.wait()
        self._messages.close()

    def _pump(self) -> None:
        """Reads whole samples until the program ends; a reader that is gone is not waited for."""
        output = self._process.stdout
        assert output is not None
        rest = b""
        with output:
            while data := output.read(_BLOCK):
                data = rest + data
                whole = len(data) - len(data) % 4
                rest = data[whole:]
                if self._blocks.full():
                    self._blocks.get()
                self._blocks.put(data[:whole])
        if self._blocks.full():
            self._blocks.get()
        self._blocks.put(None)

    def _failure(self) -> SourceError:
        self._process.wait()
        self._messages.seek(max(0, self._messages.seek(0, os.SEEK_END) - _LAST_WORDS))
        said = self._messages.read().decode(errors="replace").strip().splitlines()
        reason = said[-1] if said else "it was taken away"
        name = self._device.name
        if "denied" in reason.lower():
            return SourceForbidden(f"{name} may not be heard ({reason})", hint="Allow it in the privacy settings.")
        if "no such entity" in reason.lower():
            return SourceNotFound(f"{name} is not there", hint="Plug it in again.")
        return SourceLost(f"{name} cannot be heard ({reason})", hint="Is it still plugged in?")


def _device(source: dict[str, Any], microphone: str, monitor: str) -> CaptureDevice:
    name = str(source.get("name", ""))
    is_monitor = bool(source.get("monitor_source")) or name.endswith(".monitor")
    shown = str(source.get("description") or name)
    kind = CaptureKind.SYSTEM if is_monitor else CaptureKind.MICROPHONE
    return CaptureDevice(kind, name, shown, name == (monitor if is_monitor else microphone))


def _pactl(*arguments: str) -> Any:
    """What ``pactl`` says, as JSON; None when it fails or no server answers."""
    try:
        done = subprocess.run(
            ["pactl", "--format=json", *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LIST_TIMEOUT,
            env=_environment(),
            check=True,
        )
        return json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C.UTF-8"}
