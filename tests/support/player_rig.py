"""Drives the player by hand: time moves when the test says so, pictures and sound are kept."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from streamlation_desktop.media.av_streams.pictures import Picture
from streamlation_desktop.playback.base import Pcm
from streamlation_desktop.playback.drivers import OpenDriver
from streamlation_desktop.playback.pcm_ring import PcmRing
from streamlation_desktop.playback.player import Player
from streamlation_desktop.playback.states import PlayerEvent, PlayerState, Seeked, StateChanged
from tests.support.numbered_video import number_in

DEADLINE = 20.0
_LOOK = 0.005
_CHANCE = 0.3


class ManualTime:
    """A clock that only `advance` moves."""

    def __init__(self) -> None:
        self._now = 1000.0

    def now(self) -> float:
        return self._now

    def wait(self, condition: threading.Condition, seconds: float | None) -> None:
        condition.wait(_LOOK if seconds is None or seconds > 0 else 0)

    def advance(self, seconds: float) -> None:
        self._now += seconds


class RecordingSink:
    """Keeps what was presented."""

    def __init__(self, size: tuple[int, int] = (0, 0)) -> None:
        self.size = size
        self.condition = threading.Condition()
        self.pictures: list[Picture] = []

    def viewport(self) -> tuple[int, int]:
        return self.size

    def present(self, picture: Picture) -> None:
        with self.condition:
            self.pictures.append(picture)
            self.condition.notify_all()


class RecordingDriver:
    """A sound device that plays into an array as `ManualTime` moves."""

    is_alive = True
    is_proven = True
    gaps = 0

    def __init__(self, ring: PcmRing, clock: ManualTime) -> None:
        self._ring = ring
        self._clock = clock
        self._last = clock.now()
        self._running = False
        self._gain = 1.0
        self.blocks: list[Pcm] = []

    def advance(self) -> None:
        now = self._clock.now()
        due = int((now - self._last) * self._ring.rate)
        self._last += due / self._ring.rate
        if not self._running or not due:
            return
        out = np.zeros((due, 2), np.float32)
        count = self._ring.read(out, now - due / self._ring.rate)
        if count:
            self.blocks.append(out[:count] * self._gain)

    def set_running(self, running: bool) -> None:
        self.advance()
        self._running = running

    def set_gain(self, gain: float) -> None:
        self._gain = gain

    def close(self) -> None:
        self.is_alive = False

    @property
    def heard(self) -> Pcm:
        return np.concatenate(self.blocks) if self.blocks else np.zeros((0, 2), np.float32)


class Rig:
    """A player and everything that a test looks at."""

    def __init__(self, size: tuple[int, int] = (0, 0), *, with_sound: bool = False) -> None:
        self.time = ManualTime()
        self.sink = RecordingSink(size)
        self.events: list[PlayerEvent] = []
        self.driver: RecordingDriver | None = None
        self.player = Player(
            self.sink, self._happened, open_driver=self._open_driver() if with_sound else None, time=self.time
        )

    def _open_driver(self) -> OpenDriver:
        def open_driver(ring: PcmRing) -> RecordingDriver | None:
            self.driver = self.driver or RecordingDriver(ring, self.time)
            return self.driver if self.driver.is_alive else None

        return open_driver

    def _happened(self, happened: PlayerEvent) -> None:
        with self.sink.condition:
            self.events.append(happened)
            self.sink.condition.notify_all()

    def wait_for(self, condition: Callable[[], object], what: str) -> None:
        """Until `condition` holds; time stands still."""
        with self.sink.condition:
            end = time.monotonic() + DEADLINE
            while not condition():
                self.sink.condition.wait(_LOOK)
                assert time.monotonic() < end, f"never: {what}; position {self.player.position}, {self.events[-3:]}"

    def open(self, path: Path, *, start: float = 0.0, paused: bool = True) -> None:
        self.player.open(str(path), start=start, paused=paused)
        self.wait_for(lambda: self.seeks, "arrived at the start")

    def seek(self, seconds: float, *, exact: bool = True) -> None:
        before = len(self.seeks)
        self.player.seek(seconds, exact=exact)
        self.wait_for(lambda: len(self.seeks) > before, f"arrived at {seconds}")

    def play_to(self, seconds: float, step: float = 0.01) -> None:
        """Let time pass, at the pace at which the player keeps up."""
        end = time.monotonic() + DEADLINE
        while self.player.position < seconds - 1e-6:
            self._give_time(self._has_sound)
            before = self.player.position
            self.time.advance(step)
            self._give_time(lambda before=before: self.player.position > before)  # type: ignore[misc]
            self.wait_for(self._is_settled, "all pictures that are due")
            assert time.monotonic() < end, f"stuck at {self.player.position}"

    def _give_time(self, condition: Callable[[], bool]) -> None:
        """A chance for the threads; the condition need not come true, as when the stream has run dry."""
        with self.sink.condition:
            end = time.monotonic() + _CHANCE
            while not condition() and not self._is_held() and time.monotonic() < end:
                self.sink.condition.wait(_LOOK)

    def _is_held(self) -> bool:
        session = self.player._session
        return session is not None and session.clock.is_held

    def _has_sound(self) -> bool:
        """Enough is decoded for the next step, so that the clock of the sound does not wait for the machine."""
        session = self.player._session
        assert session is not None
        audio = session.presenter.audio
        return audio is None or audio.ended_serial == session.transport.serial or audio.unheard > 0.1

    def _is_settled(self) -> bool:
        """No picture is due that was not shown; none can be while it buffers."""
        session = self.player._session
        assert session is not None
        if session.clock.is_held:
            return True
        serial = session.transport.serial
        head = session.frames.head(serial)
        over = not session.presenter.has_film or session.frames.ended_serial == serial
        return over if head is None else head.time > self.player.position + 0.0005

    def play_out(self) -> None:
        """Let time pass until the end is told."""
        end = time.monotonic() + DEADLINE
        while self.player.state is not PlayerState.ENDED:
            self.time.advance(0.1)
            self.tick()
            assert time.monotonic() < end, f"never the end; position {self.player.position}"

    def tick(self) -> bool:
        """Let the threads run for a moment of real time, and a little of the player's."""
        self.time.advance(0.01)
        with self.sink.condition:
            self.sink.condition.wait(_LOOK)
        return False

    @property
    def states(self) -> list[PlayerState]:
        return [event.state for event in self.events if isinstance(event, StateChanged)]

    @property
    def seeks(self) -> list[float]:
        return [event.position for event in self.events if isinstance(event, Seeked)]

    @property
    def number(self) -> int:
        """What the latest picture says."""
        return number_in(self.sink.pictures[-1].pixels)

    @property
    def numbers(self) -> list[int]:
        return [number_in(picture.pixels) for picture in self.sink.pictures]
