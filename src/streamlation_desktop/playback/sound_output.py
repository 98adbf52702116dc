"""The player's sound: through the device while there is one, in silent step with time while there is none."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from streamlation_desktop.playback.base import Pcm
from streamlation_desktop.playback.drivers import OpenDriver, SilentDriver, SoundDriver
from streamlation_desktop.playback.pcm_ring import PcmRing
from streamlation_desktop.playback.timing import TimeSource

log = logging.getLogger(__name__)

RATE = 48_000
_WATCH_EVERY = 0.25
_RETRY_EVERY = 2.0
_PROOF_TIME = 2.5
_PROOF_POLL = 0.03


class SoundOutput:
    """An `AudioSink` that outlives the device: what is in the ring moves over to the next driver.

    A thread of its own opens the device and looks after it, because both may take long.
    """

    rate = RATE

    def __init__(self, time: TimeSource, open_driver: OpenDriver | None, on_change: Callable[[bool], None]) -> None:
        """Args:
        time: what silence goes by.
        open_driver: opens the device; None for never any.
        on_change: told when the device came (True) or went; from the looking-after thread.
        """
        self._time = time
        self._open = open_driver
        self._on_change = on_change
        self._ring = PcmRing(RATE)
        self._lock = threading.RLock()
        self._driver: SoundDriver = SilentDriver(self._ring, time)
        self._running = False
        self._gain = 1.0
        self._closing = threading.Event()
        self._decided = threading.Event()
        self._thread: threading.Thread | None = None
        if open_driver is None:
            self._decided.set()
        else:
            self._thread = threading.Thread(target=self._look_after, name="player-sound", daemon=True)
            self._thread.start()

    def wait_until_ready(self, seconds: float) -> bool:
        """See `AudioSink`: the device was opened, or there is none."""
        return self._decided.wait(seconds)

    @property
    def has_device(self) -> bool:
        """True while a device plays."""
        return not isinstance(self._driver, SilentDriver)

    @property
    def gaps(self) -> int:
        """Times the device found too little to play."""
        return self._driver.gaps

    @property
    def buffered(self) -> float:
        """See `AudioSink`."""
        self._driver.advance()
        return self._ring.unheard(self._time.now())

    def write(self, pcm: Pcm, time: float, tempo: float) -> int:
        """See `AudioSink`."""
        self._driver.advance()
        return self._ring.write(pcm, time, tempo)

    def wait_for_space(self, seconds: float) -> None:
        """See `AudioSink`."""
        with self._ring.condition:
            if not self._ring.free:
                self._time.wait(self._ring.condition, seconds)

    def position(self) -> float | None:
        """See `AudioSink`."""
        self._driver.advance()
        return self._ring.position(self._time.now())

    def set_paused(self, paused: bool) -> None:
        """See `AudioSink`."""
        with self._lock:
            self._running = not paused
            self._driver.set_running(self._running)
            self._ring.set_running(self._running, self._time.now())

    def set_volume(self, gain: float) -> None:
        """See `AudioSink`."""
        with self._lock:
            self._gain = gain
            self._driver.set_gain(gain)

    def finish(self) -> None:
        """See `AudioSink`."""
        self._ring.finish()

    def flush(self) -> None:
        """See `AudioSink`."""
        self._ring.flush()

    def close(self) -> None:
        """See `AudioSink`."""
        self._closing.set()
        self._ring.is_closed = True
        with self._lock:
            driver, self._driver = self._driver, SilentDriver(self._ring, self._time)
        driver.close()
        if self._thread is not None:
            self._thread.join(0.1)

    def _look_after(self) -> None:
        try:
            self._try_device()
            self._decided.set()
            while not self._closing.wait(_WATCH_EVERY if self.has_device else _RETRY_EVERY):
                if not self.has_device:
                    self._try_device(again=True)
                elif not self._driver.is_alive:
                    self._lose_device()
        except Exception:
            log.exception("the sound device is no longer looked after")
        finally:
            self._decided.set()

    def _try_device(self, *, again: bool = False) -> None:
        assert self._open is not None
        driver = self._open(self._ring)
        if driver is None:
            return
        if again and not self._proves_itself(driver):
            driver.close()
            return
        with self._lock:
            if not self._closing.is_set():
                driver.set_gain(self._gain)
                driver.set_running(self._running)
                self._driver, driver = driver, None
        if driver is not None:
            driver.close()
        else:
            self._on_change(True)

    def _proves_itself(self, driver: SoundDriver) -> bool:
        """A device that was lost is not trusted because it opens."""
        for _ in range(round(_PROOF_TIME / _PROOF_POLL)):
            if driver.is_proven:
                return True
            if self._closing.wait(_PROOF_POLL):
                return False
        return False

    def _lose_device(self) -> None:
        with self._lock:
            lost = self._driver
            self._driver = SilentDriver(self._ring, self._time)
            self._driver.set_running(self._running)
        lost.close()
        log.info("the sound device is gone")
        self._on_change(False)
