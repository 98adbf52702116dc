"""Plays what is open on a television: finds devices, hands over the captions, says what the device does."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.casting import CastDevice, CastState, CastStatus, CastTiming
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.bridge import Bridge
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.opening import OpenMedia
from streamlation_desktop.gui.state.phase import UNFINISHED

if TYPE_CHECKING:
    from streamlation_desktop.cast.airplay_pairing import AirPlayPairing
    from streamlation_desktop.cast.captions import CaptionFeed
    from streamlation_desktop.cast.delivery import CastMedia
    from streamlation_desktop.core.events import Envelope
    from streamlation_desktop.core.types import Cue
    from streamlation_desktop.web.casting import Casting
    from streamlation_desktop.web.live_voice import LiveVoice

    _Made = tuple[CastMedia, CaptionFeed, LiveVoice | None]

T = TypeVar("T")

_PATIENCE = 5.0
"""Seconds to look for a device by name."""
_OVER = (CastState.ENDED, CastState.STOPPED, CastState.FAILED)


@dataclass(frozen=True, slots=True)
class CastOrder:
    """What is to be played, and with which captions."""

    media: OpenMedia
    language: LanguageCode | None
    """Of the captions; None for none."""
    cues: tuple[Cue, ...]
    """That are there already."""
    position: float
    """Seconds of media time."""
    spoken_cues: tuple[Cue, ...] = ()
    """In the language that is spoken, for screens that show two."""
    is_spoken: bool = False
    """The translation is heard over the sound in the player; of a live stream it is heard on the device, too."""
    dub: Path | None = None
    """A mix that was made of the file before: it is heard in place of the file's own sound."""


class CastDesk(QObject):
    """Nothing is looked for and nothing listens before the first wish."""

    devices_changed = Signal(tuple)
    """The `CastDevice`s of the network."""
    status_changed = Signal(object)
    """A `CastStatus`, or None when nothing is cast any more."""
    timing_known = Signal(object)
    """The `CastTiming` that is kept for the device; None where what is cast is not live."""
    measured = Signal(object)
    """A `CastTelemetry`: how well the device plays."""
    remarked = Signal(str, str)
    """Something that the user should know: text and hint."""
    failed = Signal(object)
    """A `StreamlationError`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lock = threading.Lock()  # guards _casting
        self._casting: Casting | None = None
        self._is_closed = False
        self._feed: CaptionFeed | None = None
        self._voice: LiveVoice | None = None
        self._session: int | None = None
        self._device: CastDevice | None = None
        self.status: CastStatus | None = None
        self._bridge = Bridge(self)
        self._bridge.arrived.connect(self._take)
        desk.sessions.happened.connect(self._hand_over)
        desk.sessions.ended.connect(self._on_ended)

    def look(self) -> None:
        """Begin to look for devices."""
        self._run(lambda casting: casting.discovery.start())

    def find(self, wanted: str, found: Callable[[CastDevice], object]) -> None:
        """The device at an address, or of a name."""
        self._desk.tasks.run(
            "network",
            self,
            lambda: self._using(lambda casting: casting.discovery.find(wanted, _PATIENCE)),
            found,
            self.failed.emit,
        )

    def play(self, device: CastDevice, order: CastOrder) -> None:
        """Play on `device`; whatever was cast before is stopped."""

        begin = partial(self._begin, device, order)
        self._desk.tasks.run("network", self, lambda: self._made(order), begin, self.failed.emit)

    def toggle(self) -> None:
        """Pause or go on."""
        casting, status = self._casting, self.status
        if casting is not None and status is not None:
            (casting.controller.play if status.state is CastState.PAUSED else casting.controller.pause)()

    def seek(self, seconds: float) -> None:
        """Go to a media time."""
        if self._casting is not None:
            self._casting.controller.seek(seconds)

    def set_volume(self, volume: float) -> None:
        """0..1."""
        if self._casting is not None:
            self._casting.controller.set_volume(volume)

    def set_timing(self, timing: CastTiming) -> None:
        """How far behind a live stream the device is to be, now and the next time."""
        if self._casting is not None and self._device is not None:
            self._casting.controller.set_timing(self._device, timing)

    def stop(self) -> None:
        """End playing on the device."""
        if self._casting is not None:
            self._casting.controller.stop()

    def close(self) -> None:
        """Stop the device, look no longer, listen no longer: the program waits for that at its end."""
        self._bridge.close()
        self._is_closed = True
        casting, self._casting = self._casting, None
        voice, self._voice = self._voice, None
        if voice is not None:
            self._desk.tasks.run("disk", self, voice.close)
        if casting is not None:
            self._desk.tasks.run("disk", self, casting.close)

    def pairing(self, device: CastDevice) -> AirPlayPairing:
        """One attempt to pair; its calls wait for the network."""
        from streamlation_desktop.cast.airplay_pairing import AirPlayPairing

        casting = self.casting()
        return AirPlayPairing(device, casting.server.loop, casting.credentials)

    def casting(self) -> Casting:
        """The server and all that uses it; made on first use, from any thread.

        Raises:
            Cancelled: the window closes.
        """
        with self._lock:
            if self._is_closed:
                raise Cancelled
            return self._build()

    def _using(self, work: Callable[[Casting], T]) -> T:
        """Do `work`, which may start the server: one that was started after `close` is closed here."""
        casting = self.casting()
        done = work(casting)
        if self._is_closed:
            casting.close()
        return done

    def _build(self) -> Casting:
        if self._casting is None:
            from streamlation_desktop.core.events import EventBus
            from streamlation_desktop.web.casting import build_casting

            events = EventBus("cast")
            events.subscribe(self._bridge.post)
            self._casting = build_casting(self._desk.paths, self._desk.shelf.services.database, events)
        return self._casting

    def _run(self, work: Callable[[Casting], object]) -> None:
        self._desk.when_ready(
            self,
            lambda: self._desk.tasks.run("network", self, lambda: self._using(work), None, self.failed.emit),
        )

    def _made(self, order: CastOrder) -> _Made:
        from streamlation_desktop.session.speak_request import Speaker
        from streamlation_desktop.web.live_voice import Voices

        media, feed = media_of(order)
        if not order.is_spoken or media.ring is None or order.language is None:
            return media, feed, None
        runner = self._desk.sessions.runner()
        speaker = runner if isinstance(runner, Speaker) else None
        voice = Voices(speaker, self.casting().events, self._desk.paths.cache / "cast").of(
            order.language, order.media.location
        )
        return replace(media, voice=voice), feed, voice

    def _begin(self, device: CastDevice, order: CastOrder, made: _Made) -> None:
        before = self._voice
        media, self._feed, self._voice = made
        if before is not None:
            self._desk.tasks.run("disk", self, before.close)
        sessions = self._desk.sessions.sessions
        session = sessions.get(order.media.session) if order.media.session is not None else None
        self._session = order.media.session if session is not None and session.phase in UNFINISHED else None
        if self._session is None:
            self._feed.finish()
        self._device, controller = device, self.casting().controller
        controller.start(device, media, order.position)
        self.timing_known.emit(None)
        if order.media.live is not None:
            self._desk.tasks.run("disk", self, lambda: controller.timing(device), self.timing_known.emit)

    def _hand_over(self, key: int, envelopes: list[Envelope]) -> None:
        """The captions that are made meanwhile."""
        if self._feed is not None and key == self._session:
            for envelope in envelopes:
                self._feed.handle(envelope)
                if self._voice is not None:
                    self._voice.handle(envelope)

    def _on_ended(self, key: int) -> None:
        if self._feed is not None and key == self._session:
            self._feed.finish()

    def _take(self, batch: list[Envelope]) -> None:
        from streamlation_desktop.core.events import CastChanged, CastDevicesChanged, CastTelemetry, Degraded, Warned

        for envelope in batch:
            match envelope.event:
                case CastDevicesChanged(devices):
                    self.devices_changed.emit(devices)
                case CastChanged(status, error):
                    if error is not None:
                        self.remarked.emit(error.message, error.hint)
                    self.status = None if status.state in _OVER else status
                    self.status_changed.emit(self.status)
                case CastTelemetry() as telemetry:
                    self.measured.emit(telemetry)
                case Degraded(reason, chosen):
                    self.remarked.emit(reason, chosen)
                case Warned(message, hint):
                    self.remarked.emit(message, hint)


def media_of(order: CastOrder) -> tuple[CastMedia, CaptionFeed]:
    """What is to be played and its captions; opens the media, so call it from a pool.

    Raises:
        StreamlationError: it cannot be read, or is nothing that a device could play.
    """
    from streamlation_desktop.cast.captions import CaptionFeed
    from streamlation_desktop.cast.delivery import CastMedia
    from streamlation_desktop.core.cancel import CancelToken
    from streamlation_desktop.core.errors import UsageError
    from streamlation_desktop.media.delivery.facts import inspect, inspect_ring

    is_live = order.media.live is not None
    feed = CaptionFeed((order.language,) if order.language else (), is_live=is_live)
    feed.add(order.cues)
    ring = order.media.live.ring if order.media.live is not None else None
    if order.media.live is not None and ring is None:
        raise UsageError("the sound of this computer cannot be cast", hint="Cast a file or a stream.")
    location, token = order.media.location, CancelToken()
    facts = inspect(location, token, 0) if ring is None else inspect_ring(ring, location, token)
    return CastMedia(facts, feed, order.media.title, dub=order.dub, ring=ring), feed
