"""PortAudio, for Windows, macOS and Linux without PulseAudio."""

from __future__ import annotations

import logging
from queue import Empty, Full, Queue
from typing import Any

import numpy as np

from streamlation_desktop.capture.devices import CaptureDevice, CaptureKind
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceError, SourceForbidden, SourceLost
from streamlation_desktop.core.sound_noise import quiet_sound_libraries
from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.engines.isolated import run_isolated

log = logging.getLogger(__name__)

_PROBE_TIMEOUT = 10.0
_BLOCK_SECONDS = 0.05
_WAITING = 200
_LOOPBACKS = (
    "loopback",
    "stereo mix",
    "what u hear",
    "blackhole",
    "soundflower",
    "vb-cable",
    "cable output",
    "monitor of",
)
"""Parts of the names of inputs that carry what the computer plays."""


def _probe() -> list[tuple[int, str, int, bool]]:
    """Runs in a child: PortAudio aborts the process where the system's sound set-up is broken."""
    import sounddevice

    default = sounddevice.default.device[0]
    return [
        (number, str(entry["name"]), int(entry["max_input_channels"]), number == default)
        for number, entry in enumerate(sounddevice.query_devices())
    ]


def _devices() -> list[CaptureDevice]:
    outcome = run_isolated(_probe, timeout=_PROBE_TIMEOUT)
    if outcome.value is None:
        log.info("PortAudio cannot be used: %s", outcome.failure)
        return []
    return [
        CaptureDevice(_kind(name), str(number), name, is_default)
        for number, name, channels, is_default in outcome.value
        if channels > 0
    ]


def _kind(name: str) -> CaptureKind:
    known = name.lower()
    return CaptureKind.SYSTEM if any(part in known for part in _LOOPBACKS) else CaptureKind.MICROPHONE


class PortAudioBackend:
    """Lists in a child process, where a broken sound set-up does no harm."""

    def devices(self) -> list[CaptureDevice]:
        """See `CaptureBackend.devices`."""
        return _devices()

    def open(self, device: CaptureDevice, token: CancelToken) -> PortAudioStream:
        """See `CaptureBackend.open`; the stream itself needs no token, its reads have a time-out."""
        del token
        return PortAudioStream(device)


class PortAudioStream:
    """An input stream whose callback fills a queue."""

    def __init__(self, device: CaptureDevice) -> None:
        """Open and start."""
        quiet_sound_libraries()
        import sounddevice

        # The list of devices is made anew, which ends every stream of the process: nobody plays in this one.
        self._name = device.name
        self._blocks: Queue[Samples] = Queue(_WAITING)
        try:
            sounddevice._terminate()  # noqa: SLF001 - the library offers no other way to see new devices
            sounddevice._initialize()  # noqa: SLF001
            self._stream: Any = sounddevice.InputStream(
                device=int(device.id),
                samplerate=SAMPLE_RATE,
                channels=1,
                dtype="float32",
                blocksize=int(SAMPLE_RATE * _BLOCK_SECONDS),
                callback=self._heard,
            )
            self._stream.start()
        except (sounddevice.PortAudioError, OSError, ValueError) as exc:
            raise _cause(exc, device.name) from exc

    def read(self, timeout: float) -> Samples:
        """See `CaptureStream.read`."""
        try:
            return self._blocks.get(timeout=timeout)
        except Empty:
            if not self._stream.active:
                raise SourceLost(f"{self._name} was taken away", hint="Plug it in again.") from None
            return np.zeros(0, np.float32)

    def close(self) -> None:
        """See `CaptureStream.close`."""
        self._stream.abort()
        self._stream.close()

    def _heard(self, block: Any, frames: int, time: object, status: object) -> None:
        """On PortAudio's thread: never waits."""
        del frames, time, status
        try:
            self._blocks.put_nowait(np.array(block[:, 0], np.float32))
        except Full:
            self._blocks.get()
            self._blocks.put_nowait(np.array(block[:, 0], np.float32))


def _cause(exc: Exception, name: str) -> SourceError:
    reason = str(exc).splitlines()[0]
    if "denied" in reason.lower() or "permission" in reason.lower():
        return SourceForbidden(f"{name} may not be heard ({reason})", hint="Allow it in the privacy settings.")
    return SourceLost(f"{name} cannot be heard ({reason})", hint="Is it plugged in, and free?")
