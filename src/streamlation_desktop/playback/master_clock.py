"""The one clock that pictures and captions follow: what is heard, else time itself."""

from __future__ import annotations

import threading

from streamlation_desktop.playback.base import AudioSink
from streamlation_desktop.playback.clock import FreeClock
from streamlation_desktop.playback.timing import TimeSource


class MasterClock:
    """Stands still while paused, and until the first picture after a seek is there ("held")."""

    def __init__(self, sink: AudioSink, time: TimeSource) -> None:
        self._sink = sink
        self._free = FreeClock(time)
        self._lock = threading.Lock()
        self._paused = True
        self._held = True
        self.has_sound = False
        """Whether the sink sets the time."""
        self._is_deaf = False

    def position(self) -> float | None:
        """Media time now; None while a seek has not arrived."""
        return self._sink.position() if self._hears else self._free.position()

    @property
    def _hears(self) -> bool:
        return self.has_sound and not self._is_deaf

    def go_on_alone(self) -> None:
        """The sound is over and pictures are left: time goes on by itself until the next seek."""
        if not self._is_deaf:
            self._free.set(self._sink.position())
            self._is_deaf = True
            self._apply()

    def follow_sound(self, has_sound: bool) -> None:
        """Choose the master."""
        self.has_sound = has_sound
        self._apply()

    def set_paused(self, paused: bool) -> None:
        """As the user wants."""
        self._paused = paused
        self._apply()

    def hold(self) -> None:
        """Until `release`."""
        self._held = True
        self._apply()

    def restart(self) -> None:
        """A seek: hold, with the time unknown."""
        self._is_deaf = False
        self.hold()
        self._sink.flush()
        self._free.set(None)

    def release(self, position: float) -> None:
        """Go on; `position` is where, when no sound tells."""
        if self._free.position() is None:
            self._free.set(position)
        self._held = False
        self._apply()

    @property
    def is_held(self) -> bool:
        """Whether it waits for `release`."""
        return self._held

    def set_speed(self, speed: float) -> None:
        """Media seconds per second; sound carries its own."""
        self._free.set_speed(speed)

    def _apply(self) -> None:
        with self._lock:
            running = not self._paused and not self._held
            self._free.set_running(running and not self._hears)
            self._sink.set_paused(not (running and self._hears))
