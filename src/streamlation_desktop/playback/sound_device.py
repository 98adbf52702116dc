"""Plays through the system's sound device with PortAudio."""

from __future__ import annotations

import functools
import gc
import logging
import sys
import threading
import time
from typing import Any, ClassVar

import numpy as np

from streamlation_desktop.core.sound_noise import quiet_sound_libraries
from streamlation_desktop.engines.isolated import run_isolated
from streamlation_desktop.playback.base import Pcm
from streamlation_desktop.playback.drivers import SoundDriver
from streamlation_desktop.playback.pcm_ring import PcmRing
from streamlation_desktop.playback.sound_probe import count_devices

log = logging.getLogger(__name__)

_BLOCK = 1024
_LATENCY = 0.2
"""Seconds; the first glyphs of a script, or an import, may hold the interpreter for half of that."""
_SILENT_FOR = 0.75
"""Seconds without a callback after which a device counts as gone; a suspended sink stays "active"."""
_FIRST_WAKE = 2.5
"""The same while it starts: an idle sound server may sleep two seconds before it asks for more."""
_PROOF = 8
"""Callbacks after which a device is known to play: more than its buffer holds."""
_PROBE_TIMEOUT = 10.0
_SWITCH_INTERVAL = 0.0002
_lock = threading.Lock()  # PortAudio's set-up is one for the process


@functools.cache
def is_usable() -> bool:
    """Whether loading PortAudio is safe here; asked once, in a child process."""
    outcome = run_isolated(count_devices, timeout=_PROBE_TIMEOUT)
    if outcome.value is None:
        log.info("PortAudio cannot be used: %s", outcome.failure)
    return outcome.value is not None


def open_device(ring: PcmRing) -> SoundDriver | None:
    """Open the default output device; None when there is none, it cannot be used, or nobody wants it any more."""
    if not is_usable():
        return None
    with _lock:
        if ring.is_closed:  # finding out whether it is usable takes its time
            return None
        try:
            quiet_sound_libraries()
            _look_again()
            return DeviceDriver(ring)
        except Exception as exc:  # noqa: BLE001 - PortAudioError, OSError, and what back-ends raise
            log.info("no sound device: %s", exc)
            return None


def _look_again() -> None:
    """PortAudio lists the devices once; a new list is had only while no stream is open."""
    import sounddevice

    if not DeviceDriver.open_streams:
        sounddevice._terminate()  # noqa: SLF001 - the library offers no other way
        sounddevice._initialize()  # noqa: SLF001


class DeviceDriver:
    """A PortAudio callback stream that reads a ring."""

    open_streams: ClassVar[int] = 0

    def __init__(self, ring: PcmRing) -> None:
        """Open and start; raises sounddevice.PortAudioError or OSError."""
        import sounddevice

        sys.setswitchinterval(_SWITCH_INTERVAL)  # else busy Python threads make the callback late
        gc.freeze()  # as does a search for garbage among all that the program consists of
        self.gaps = 0
        self._ring = ring
        self._running = False
        self._wanted = 1.0
        self._gain = 0.0
        self._last_call = time.monotonic()
        self._calls = 0
        self._was_full = False
        self._finished = threading.Event()
        self._latency = _LATENCY
        self._stream: Any = sounddevice.OutputStream(
            samplerate=ring.rate,
            channels=2,
            dtype="float32",
            blocksize=_BLOCK,
            latency=_LATENCY,
            callback=self._fill,
            finished_callback=self._finished.set,
        )
        try:
            self._stream.start()
        except BaseException:
            self._stream.close()
            raise
        self._latency = float(self._stream.latency)
        DeviceDriver.open_streams += 1

    @property
    def is_alive(self) -> bool:
        """See `SoundDriver`."""
        allowed = _SILENT_FOR if self.is_proven else _FIRST_WAKE
        return not self._finished.is_set() and time.monotonic() - self._last_call < allowed

    @property
    def is_proven(self) -> bool:
        """See `SoundDriver`; a suspended sink takes the first blocks and then stops."""
        return self._calls >= _PROOF

    def advance(self) -> None:
        """The device does it."""

    def set_running(self, running: bool) -> None:
        """See `SoundDriver`."""
        self._running = running

    def set_gain(self, gain: float) -> None:
        """See `SoundDriver`."""
        self._wanted = gain

    def close(self) -> None:
        """See `SoundDriver`."""
        with _lock:
            DeviceDriver.open_streams -= 1
            self._stream.abort(ignore_errors=True)
            self._stream.close(ignore_errors=True)

    def _fill(self, out: Pcm, frames: int, times: Any, status: Any) -> None:
        """The callback; must not wait."""
        now = time.monotonic()
        self._last_call = now
        self._calls += 1
        target = self._wanted if self._running else 0.0
        if not self._running and self._gain == 0.0:
            out.fill(0.0)
            return
        # PortAudio's clock is not monotonic here: only differences of it are of use
        delay = times.outputBufferDacTime - times.currentTime
        count = self._ring.read(out, now + (delay if 0.0 <= delay < 2.0 else self._latency))
        if count < frames:
            out[count:] = 0.0
            self.gaps += self._was_full and self._ring.is_flowing
        elif status.output_underflow and self._was_full:  # this callback came too late
            self.gaps += 1
        self._was_full = count == frames
        if target != self._gain or target != 1.0:  # a ramp over the block: no click
            out *= np.linspace(self._gain, target, frames, dtype=np.float32)[:, None]
            self._gain = target
