"""The one door to casting: commands in, events out. The window and the command line know nothing else of it."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from streamlation_desktop.cast.delivery import CastMedia
from streamlation_desktop.cast.host import MediaHost
from streamlation_desktop.cast.memory import LevelMemory
from streamlation_desktop.cast.offer import Offer
from streamlation_desktop.cast.performance import Performance
from streamlation_desktop.cast.player import DevicePlayer, Report
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.casting import CastDevice, CastState, CastStatus, CastTiming, DeviceKind
from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.core.events import CastChanged, ErrorInfo, EventBus
from streamlation_desktop.core.language import LanguageCode

_TICK = 0.5
_CLOSE_SECONDS = 20.0

MakePlayer = Callable[[CastDevice, Report], DevicePlayer]
MakeMedia = Callable[[CancelToken], CastMedia]
"""Looks at a source first, which may take its time; raises `StreamlationError`, or `Cancelled`."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class CastController:
    """Commands return at once and are done, in order, on a thread of its own."""

    host: MediaHost
    memory: LevelMemory
    events: EventBus
    folder: Path
    """For segments."""
    players: Mapping[DeviceKind, MakePlayer]
    _inbox: queue.SimpleQueue[Callable[[], None] | None] = field(default_factory=queue.SimpleQueue)
    _thread: threading.Thread | None = None
    _current: Performance | None = None
    _looking: CancelToken = field(default_factory=CancelToken)
    """Cancelled when what is being looked at is wanted no longer."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def current(self) -> Performance | None:
        """What is being played, if anything."""
        return self._current

    def start(self, device: CastDevice, media: CastMedia | MakeMedia, position: float = 0.0) -> None:
        """Play on a device; whatever was played before is stopped."""
        self._looking.cancel()
        token = self._looking = CancelToken()
        self._do(
            lambda: self._start(device, media if isinstance(media, CastMedia) else partial(media, token), position)
        )

    def switch(self, device: CastDevice) -> None:
        """Go on with the same media, at the same place, on another device."""
        self._do(lambda: self._switch(device))

    def play(self) -> None:
        """Go on."""
        self._do(lambda: self._on_current(lambda current: current.play()))

    def pause(self) -> None:
        """Hold."""
        self._do(lambda: self._on_current(lambda current: current.pause()))

    def seek(self, position: float) -> None:
        """Go to a media time."""
        self._do(lambda: self._on_current(lambda current: current.seek(position)))

    def set_volume(self, volume: float) -> None:
        """0..1."""
        self._do(lambda: self._on_current(lambda current: current.set_volume(min(1.0, max(0.0, volume)))))

    def set_muted(self, is_muted: bool) -> None:
        """Without changing the volume."""
        self._do(lambda: self._on_current(lambda current: current.set_muted(is_muted)))

    def show(self, language: LanguageCode | None) -> None:
        """Show the captions of a language, or none."""
        self._do(lambda: self._on_current(lambda current: current.show(language)))

    def timing(self, device: CastDevice) -> CastTiming:
        """How far behind live streams a device is to be; reads the database."""
        return self.memory.timing(device.id)

    def set_timing(self, device: CastDevice, timing: CastTiming) -> None:
        """Keep that for a device; where it plays a live stream now, it follows at once."""
        self._do(lambda: self._set_timing(device, timing))

    def stop(self) -> None:
        """End playing on the device; the media can no longer be fetched."""
        self._looking.cancel()
        self._do(self._stop)

    def close(self) -> None:
        """Stop, and end the thread. Idempotent."""
        self._looking.cancel()
        with self._lock:
            thread, self._thread = self._thread, None
        if thread is not None:
            self._inbox.put(self._stop)
            self._inbox.put(None)
            thread.join(_CLOSE_SECONDS)

    def _do(self, work: Callable[[], None]) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="cast-control", daemon=True)
                self._thread.start()
        self._inbox.put(work)

    def _run(self) -> None:
        while True:
            try:
                work = self._inbox.get(timeout=_TICK if self._current else None)
            except queue.Empty:
                work = self._tick
            if work is None:
                return
            try:
                work()
            except Cancelled:
                continue  # another start, or a stop, is next
            except StreamlationError as error:
                self._failed(error)
            except Exception:
                log.exception("casting failed")
                self._failed(StreamlationError("unexpected error while casting", hint="The log tells more."))

    def _start(self, device: CastDevice, media: CastMedia | Callable[[], CastMedia], position: float) -> None:
        self._stop()
        make = self.players[device.kind]
        if not isinstance(media, CastMedia):
            self.events.publish(CastChanged(CastStatus(CastState.CONNECTING, device.name)))
            media = media()
        offer = Offer(device, media, self.host, self.memory, self.folder)
        self._current = Performance.of(
            offer, self.memory, self.events, lambda report: make(device, report), self._inbox.put
        )
        self._current.begin(position)

    def _switch(self, device: CastDevice) -> None:
        if self._current is not None:
            media, position = self._current.media, self._current.position
            self._start(device, media, position)

    def _set_timing(self, device: CastDevice, timing: CastTiming) -> None:
        if self._current is not None and self._current.device.id == device.id:
            self._current.set_timing(timing)
        else:
            self.memory.set_timing(device.id, timing)

    def _on_current(self, work: Callable[[Performance], None]) -> None:
        if self._current is not None:
            work(self._current)

    def _tick(self) -> None:
        if self._current is not None:
            self._current.tick()
            if self._current.is_over:
                self._drop(stop=False)

    def _stop(self) -> None:
        if self._current is not None:
            device = self._current.device.name
            self._drop(stop=True)
            self.events.publish(CastChanged(CastStatus(CastState.STOPPED, device)))

    def _drop(self, *, stop: bool) -> None:
        current, self._current = self._current, None
        if current is not None:
            current.close(stop=stop)

    def _failed(self, error: StreamlationError) -> None:
        current = self._current
        info = ErrorInfo(error.code, str(error), error.hint)
        if current is None or current.is_playing:  # a command failed; what plays goes on
            state = current.status() if current else CastStatus(CastState.FAILED, "")
            self.events.publish(CastChanged(state, info))
            return
        device = current.device.name
        self._drop(stop=True)
        self.events.publish(CastChanged(CastStatus(CastState.FAILED, device), info))
