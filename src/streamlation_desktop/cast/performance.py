"""One piece of media on one device: down the chain until it plays, then watched."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from streamlation_desktop.cast.account import Account
from streamlation_desktop.cast.chain import Chain, Phase
from streamlation_desktop.cast.delivery import CastMedia, Delivery
from streamlation_desktop.cast.live_course import LiveCourse
from streamlation_desktop.cast.memory import LevelMemory
from streamlation_desktop.cast.offer import Offer
from streamlation_desktop.cast.player import DevicePlayer, PlayerReport, Report
from streamlation_desktop.core.casting import CastDevice, CastState, CastStatus, CastTiming
from streamlation_desktop.core.errors import DeviceLost
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.core.language import LanguageCode

_TELEMETRY_SECONDS = 5.0
_EDGE_SECONDS = 4.0
_ENDS = (CastState.ENDED, CastState.STOPPED)


@dataclass(slots=True)
class Performance:
    """Used on the controller's thread alone; a device's reports are posted to it."""

    offer: Offer
    memory: LevelMemory
    account: Account
    course: LiveCourse
    chain: Chain
    make_player: Callable[[Report], DevicePlayer]
    post: Callable[[Callable[[], None]], None]
    _told_at: float = 0.0

    @classmethod
    def of(
        cls,
        offer: Offer,
        memory: LevelMemory,
        events: EventBus,
        make_player: Callable[[Report], DevicePlayer],
        post: Callable[[Callable[[], None]], None],
    ) -> Performance:
        """What was offered, on its device."""
        account, course = Account(offer, events), LiveCourse(offer)
        return cls(offer, memory, account, course, Chain(offer, account, course), make_player, post)

    def begin(self, position: float) -> None:
        """Reach the device and prepare the first level.

        Raises:
            CastError: the device or the network is not there.
        """
        account = self.account
        account.wanted = position
        account.language = next(iter(self.media.captions.languages), None)
        account.tell(PlayerReport(CastState.CONNECTING, position))
        self.offer.listen()
        player = self.chain.connected = self.make_player(lambda report: self.post(lambda: self.take(report)))
        player.connect()
        self.offer.begin()
        self.chain.check_prepared()
        if self.chain.phase is Phase.PREPARING:  # the device is there; captions are still being made
            account.tell(PlayerReport(CastState.BUFFERING, position))

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
        return self.chain.phase is Phase.OVER

    @property
    def is_playing(self) -> bool:
        """True once the device has played."""
        return self.chain.phase is Phase.ACTIVE

    @property
    def position(self) -> float:
        """Seconds of media time."""
        return self.account.position

    @property
    def delivery(self) -> Delivery | None:
        """What is being served."""
        return self.offer.delivery

    def status(self) -> CastStatus:
        """How it stands."""
        return self.account.status()

    def play(self) -> None:
        """Go on."""
        self.chain.player.play()

    def pause(self) -> None:
        """Hold."""
        self.course.leave()
        self.chain.player.pause()

    def seek(self, position: float) -> None:
        """Go to a media time."""
        wanted, publisher = max(0.0, position), self.offer.publisher
        if publisher is not None:  # beyond it the device would wait for captions that are still being made
            wanted = min(wanted, max(0.0, publisher.published_to - _EDGE_SECONDS))
        self.account.wanted = wanted
        self.course.leave()
        if self.is_playing:
            self._go(wanted)

    def set_volume(self, volume: float) -> None:
        """0..1."""
        self.chain.player.set_volume(volume)

    def set_muted(self, is_muted: bool) -> None:
        """Without changing the volume."""
        self.chain.player.set_muted(is_muted)

    def show(self, language: LanguageCode | None) -> None:
        """Show the captions of a language, or none."""
        self.account.language = language
        if self.is_playing:
            self.chain.player.show_track(self.offer.track(language))
            self.chain.watch.loaded(time.monotonic())

    def set_timing(self, timing: CastTiming) -> None:
        """How far behind a live stream the device is; it begins anew where that puts it."""
        if self.offer.set_timing(timing) and self.is_playing:
            self.course.follow(time.monotonic())

    def take(self, report: PlayerReport) -> None:
        """A report of the device."""
        if self.is_over:
            return
        now = time.monotonic()
        self.account.meter.note(report, now)
        self.chain.watch.note(report.state, now)
        if report.state is CastState.FAILED:
            if self.chain.phase is not Phase.PREPARING:  # there it is an echo of the form before
                self.chain.refused(report.reason)
            return
        if (
            self.chain.phase is Phase.LOADING
            and report.state in (CastState.PLAYING, CastState.PAUSED)
            and self.chain.can_play()
        ):
            self.chain.enter(Phase.ACTIVE)
            self.offer.took()
            self.account.began = self.account.began or time.time()
        if self.is_playing:
            self.course.note(report.state, report.position, now)
            if report.state in _ENDS:
                self.chain.enter(Phase.OVER)
        self.account.tell(report)

    def tick(self) -> None:
        """What time alone brings."""
        now = time.monotonic()
        if self.chain.watch.is_lost(now):
            self.chain.enter(Phase.LOADING)  # nothing plays any more
            raise DeviceLost(
                f"{self.device.name} has gone", hint="Local playback goes on. Start casting again when it is back."
            )
        match self.chain.phase:
            case Phase.PREPARING:
                self.chain.check_prepared()
            case Phase.LOADING:
                self.chain.check_loading(now)
            case Phase.ACTIVE:
                self.chain.check_captions(now)
                self._check_segments()
                self._check_place(now)
                self._ask(now)

    def close(self, *, stop: bool) -> None:
        """Let go of the device; nothing can be fetched any more."""
        account = self.account
        if account.began:
            self.memory.note_play(self.device.id, self.device.name, account.began, account.telemetry())
            account.began = 0.0
        self.chain.enter(Phase.OVER)
        try:
            if self.chain.connected is not None:
                self.chain.connected.close(stop=stop)
        finally:
            self.offer.close()

    def _check_segments(self) -> None:
        publisher = self.offer.publisher
        if publisher is not None and publisher.failure:
            self.chain.enter(Phase.LOADING)
            raise publisher.failure

    def _check_place(self, now: float) -> None:
        if not self.is_playing:
            return
        state, position = self.account.report.state, self.position
        if self.course.is_lost(state, now):
            self.account.wanted = position
            self.account.meter.sought()
            self.chain.load()
        elif skip := self.course.skip(state, position, now):
            self._go(position + skip)

    def _ask(self, now: float) -> None:
        if not self.is_playing:
            return
        is_due = now - self._told_at > _TELEMETRY_SECONDS
        if is_due or self.course.is_asked_for:
            self.chain.player.poll()
        if is_due:
            self._told_at = now
            self.account.tell_telemetry()

    def _go(self, position: float) -> None:
        self.account.meter.sought()
        self.chain.player.seek(position)
