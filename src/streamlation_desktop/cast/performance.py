"""One piece of media on one device: down the chain until it plays, then watched."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from streamlation_desktop.cast.delivery import CastMedia, Delivery
from streamlation_desktop.cast.levels import LEVEL_WORDS
from streamlation_desktop.cast.live_place import LivePlace
from streamlation_desktop.cast.memory import LevelMemory
from streamlation_desktop.cast.offer import Offer
from streamlation_desktop.cast.play_watch import PlayWatch
from streamlation_desktop.cast.player import DevicePlayer, PlayerReport, Report
from streamlation_desktop.cast.telemetry import PlaybackMeter
from streamlation_desktop.core.casting import CastDevice, CastState, CastStatus, CastTiming
from streamlation_desktop.core.errors import CastError, DeviceLost, DeviceRefused
from streamlation_desktop.core.events import CastChanged, CastTelemetry, Degraded, ErrorInfo, EventBus, Warned
from streamlation_desktop.core.language import LanguageCode

_TELEMETRY_SECONDS = 5.0
_EDGE_SECONDS = 4.0
_ENDS = (CastState.ENDED, CastState.STOPPED)


class Phase(Enum):
    """How far it is."""

    PREPARING = "preparing"
    LOADING = "loading"
    ACTIVE = "active"
    OVER = "over"


@dataclass(slots=True)
class Performance:
    """Used on the controller's thread alone; a device's reports are posted to it."""

    offer: Offer
    memory: LevelMemory
    events: EventBus
    make_player: Callable[[Report], DevicePlayer]
    post: Callable[[Callable[[], None]], None]
    phase: Phase = Phase.PREPARING
    language: LanguageCode | None = None
    meter: PlaybackMeter = field(default_factory=PlaybackMeter)
    watch: PlayWatch = field(default_factory=PlayWatch)
    place: LivePlace = field(default_factory=LivePlace)
    _player: DevicePlayer | None = None
    _report: PlayerReport = field(default_factory=lambda: PlayerReport(CastState.CONNECTING))
    _reported: float = 0.0
    """When; monotonic seconds."""
    _wanted: float = 0.0
    _told_at: float = 0.0
    _began: float = 0.0
    """Seconds since the epoch; 0 before it plays."""
    _is_warned: bool = False

    def begin(self, position: float) -> None:
        """Reach the device and prepare the first level.

        Raises:
            CastError: the device or the network is not there.
        """
        self._wanted = position
        self.language = next(iter(self.media.captions.languages), None)
        self._tell(PlayerReport(CastState.CONNECTING, position))
        self.offer.listen()
        self._player = self.make_player(lambda report: self.post(lambda: self.take(report)))
        self._player.connect()
        self.offer.begin()
        self._check_prepared()

    @property
    def device(self) -> CastDevice:
        """On which it plays."""
        return self.offer.device

    @property
    def media(self) -> CastMedia:
        """What plays."""
        return self.offer.media

    @property
    def is_over(self) -> bool:
        """True when nothing more will happen."""
        return self.phase is Phase.OVER

    @property
    def is_playing(self) -> bool:
        """True once the device has played."""
        return self.phase is Phase.ACTIVE

    @property
    def position(self) -> float:
        """Seconds of media time: a device that plays tells it now and then, and goes on meanwhile."""
        if self.phase is not Phase.ACTIVE:
            return self._wanted
        since = time.monotonic() - self._reported if self._report.state is CastState.PLAYING else 0.0
        return self._report.position + since

    @property
    def delivery(self) -> Delivery | None:
        """What is being served."""
        return self.offer.delivery

    def status(self) -> CastStatus:
        """How it stands."""
        report, delivery = self._report, self.offer.delivery
        return CastStatus(
            report.state,
            self.device.name,
            self.position,
            self.media.facts.duration or report.duration,
            report.volume,
            report.is_muted,
            delivery.level if delivery else None,
            self.language,
        )

    def play(self) -> None:
        """Go on."""
        self._active_player().play()

    def pause(self) -> None:
        """Hold."""
        self._active_player().pause()

    def seek(self, position: float) -> None:
        """Go to a media time."""
        self._wanted = max(0.0, position)
        publisher = self.offer.publisher
        if publisher is not None:  # beyond it the device would wait for captions that are still being made
            self._wanted = min(self._wanted, max(0.0, publisher.published_to - _EDGE_SECONDS))
        if self.phase is Phase.ACTIVE:
            self.meter.sought()
            self._active_player().seek(self._wanted)

    def set_volume(self, volume: float) -> None:
        """0..1."""
        self._active_player().set_volume(volume)

    def set_muted(self, is_muted: bool) -> None:
        """Without changing the volume."""
        self._active_player().set_muted(is_muted)

    def show(self, language: LanguageCode | None) -> None:
        """Show the captions of a language, or none."""
        self.language = language
        if self.phase is Phase.ACTIVE:
            self._active_player().show_track(self.offer.track(language))
            self.watch.loaded(time.monotonic())

    def set_timing(self, timing: CastTiming) -> None:
        """How far behind a live stream the device is; it begins anew where that puts it."""
        if self.offer.set_timing(timing) and self.phase is Phase.ACTIVE:
            self.place.follow(time.monotonic(), is_pushed=self.offer.is_pushed)

    def take(self, report: PlayerReport) -> None:
        """A report of the device."""
        if self.phase is Phase.OVER:
            return
        now = time.monotonic()
        self.meter.note(report, now)
        self.watch.note(report.state, now)
        if report.state is CastState.FAILED:
            if self.phase is not Phase.PREPARING:  # there it is an echo of the form before
                self._refused(report.reason)
            return
        if self.phase is Phase.LOADING and report.state in (CastState.PLAYING, CastState.PAUSED) and self._can_play():
            self.phase = Phase.ACTIVE
            self.offer.took()
            self._began = self._began or time.time()
        if self.phase is Phase.ACTIVE and report.state in _ENDS:
            self.phase = Phase.OVER
        self._tell(report)

    def tick(self) -> None:
        """What time alone brings."""
        now = time.monotonic()
        if self.watch.is_lost(now):
            self.phase = Phase.LOADING  # nothing plays any more
            raise DeviceLost(
                f"{self.device.name} has gone", hint="Local playback goes on. Start casting again when it is back."
            )
        match self.phase:
            case Phase.PREPARING:
                self._check_prepared()
            case Phase.LOADING:
                if not self.offer.is_pushed:
                    self._check_loading(now)
            case Phase.ACTIVE:
                self._check_captions(now)
                self._check_segments()
                self._check_place(now)
                if now - self._told_at > _TELEMETRY_SECONDS:
                    self._told_at = now
                    self._active_player().poll()
                    self.events.publish(self.telemetry())

    def telemetry(self) -> CastTelemetry:
        """How well it plays so far."""
        return self.meter.telemetry(self.offer.requests, self.offer.late)

    def close(self, *, stop: bool) -> None:
        """Let go of the device; nothing can be fetched any more."""
        if self._began:
            self.memory.note_play(self.device.id, self.device.name, self._began, self.telemetry())
            self._began = 0.0
        self.phase = Phase.OVER
        try:
            if self._player is not None:
                self._player.close(stop=stop)
        finally:
            self.offer.close()

    def _check_prepared(self) -> None:
        publisher = self.offer.publisher
        if publisher is None or publisher.wait_ready(0):
            if publisher is not None and publisher.failure:
                raise publisher.failure
            self._load()

    def _load(self) -> None:
        self.phase = Phase.LOADING
        self.watch.loaded(time.monotonic())
        self.place.loaded(self.offer.publisher)
        self._active_player().load(self.offer.request(self._wanted, self.language))

    def _can_play(self) -> bool:
        """A device that has fetched nothing plays nothing, whatever it reports; AirPlay sound is sent to it."""
        return self.offer.is_pushed or bool(self.offer.requests)

    def _check_loading(self, now: float) -> None:
        requests = self.offer.requests
        if self.watch.should_have_asked(now) and not requests and not self._is_warned:
            self._is_warned = True
            error = self.offer.unreachable()
            self.events.publish(CastChanged(self.status(), ErrorInfo(error.code, str(error), error.hint)))
        if self.watch.should_have_begun(now):
            if not requests:
                raise self.offer.unreachable()
            self._refused("it did not begin to play")

    def _check_captions(self, now: float) -> None:
        is_due = self.watch.should_have_captions(self._report.state, now)
        if self.language is None or not is_due or not self.offer.lacks_captions(self.watch.loaded_at):
            return
        self._wanted = self._report.position
        if self.offer.keep_burned():
            self._fall("the device plays but has not got the captions")
        elif not self._is_warned:
            self._is_warned = True
            self.events.publish(
                Warned(f"{self.device.name} shows no captions", hint="Use the companion page for them.")
            )

    def _check_segments(self) -> None:
        publisher = self.offer.publisher
        if publisher is not None and publisher.failure:
            self.phase = Phase.LOADING
            raise publisher.failure

    def _check_place(self, now: float) -> None:
        if self.phase is Phase.ACTIVE and self.place.is_lost(self.offer.publisher, self._report.state, now):
            self._wanted = self.position
            self.meter.sought()
            self._load()

    def _refused(self, reason: str) -> None:
        if self.phase is Phase.ACTIVE:
            self._wanted = self._report.position
        self._fall(f"{self.device.name} refused ({reason})")

    def _fall(self, reason: str) -> None:
        """To the next level of the chain."""
        self.phase = Phase.PREPARING
        level = self.offer.fall(reason)
        if level is None:
            self.phase = Phase.LOADING  # nothing plays any more
            raise DeviceRefused(
                f"{self.device.name} plays this in no form: {reason}", hint="Try another device, or the companion page."
            )
        self.events.publish(Degraded(reason, LEVEL_WORDS[level]))
        self._check_prepared()

    def _active_player(self) -> DevicePlayer:
        if self._player is None:
            raise CastError("nothing is being cast")
        return self._player

    def _tell(self, report: PlayerReport) -> None:
        self._report, self._reported = report, time.monotonic()
        self.events.publish(CastChanged(self.status()))
