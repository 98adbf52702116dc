"""One form of the media after the other, until the device plays one."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from enum import Enum

from streamlation_desktop.cast.account import Account
from streamlation_desktop.cast.live_course import LiveCourse
from streamlation_desktop.cast.offer import Offer
from streamlation_desktop.cast.play_watch import PlayWatch
from streamlation_desktop.cast.player import DevicePlayer
from streamlation_desktop.core.errors import CastError, DeviceRefused


class Phase(Enum):
    """How far it is."""

    PREPARING = "preparing"
    LOADING = "loading"
    ACTIVE = "active"
    OVER = "over"


@dataclass(slots=True)
class Chain:
    """Used on the controller's thread alone."""

    offer: Offer
    account: Account
    course: LiveCourse
    watch: PlayWatch = field(default_factory=PlayWatch)
    phase: Phase = Phase.PREPARING
    connected: DevicePlayer | None = None

    @property
    def player(self) -> DevicePlayer:
        """Of the device.

        Raises:
            CastError: it was never reached.
        """
        if self.connected is None:
            raise CastError("nothing is being cast")
        return self.connected

    def enter(self, phase: Phase) -> None:
        """So far it is now."""
        self.phase = phase
        self.account.is_active = phase is Phase.ACTIVE

    def check_prepared(self) -> None:
        """Tell the device to play what is ready.

        Raises:
            StreamlationError: it cannot be made.
        """
        publisher = self.offer.publisher
        if publisher is None or publisher.wait_ready(0):
            if publisher is not None and publisher.failure:
                raise publisher.failure
            self.load()

    def load(self) -> None:
        """Tell the device to play."""
        now = time.monotonic()
        self.enter(Phase.LOADING)
        self.watch.loaded(now)
        self.course.loaded(now)
        self.player.load(self.offer.request(self.account.wanted, self.account.language))

    def can_play(self) -> bool:
        """A device that has fetched nothing plays nothing, whatever it reports; AirPlay sound is sent to it."""
        return self.offer.is_pushed or bool(self.offer.requests)

    def check_loading(self, now: float) -> None:
        """Whether it takes too long.

        Raises:
            CastError: the device does not reach us, or plays nothing of ours.
        """
        if self.offer.is_pushed:
            return
        requests = self.offer.requests
        if self.watch.should_have_asked(now) and not requests:
            self.account.warn_of(self.offer.unreachable())
        if self.watch.should_have_begun(now):
            if not requests:
                raise self.offer.unreachable()
            self.refused("it did not begin to play")

    def check_captions(self, now: float) -> None:
        """Whether it got those that it should show.

        Raises:
            CastError: nothing is left to try.
        """
        account = self.account
        is_due = self.watch.should_have_captions(account.report.state, now)
        if account.language is None or not is_due or not self.offer.lacks_captions(self.watch.loaded_at):
            return
        if self.offer.keep_burned():
            self.fall("the device plays but has not got the captions")
        else:
            account.warn_captions()

    def refused(self, reason: str) -> None:
        """It plays this form not; see `fall`."""
        self.fall(f"{self.offer.device.name} refused ({reason})")

    def fall(self, reason: str) -> None:
        """To the next form.

        Raises:
            DeviceRefused: there is none.
        """
        if self.phase is Phase.ACTIVE:
            self.account.wanted = self.account.report.position
        self.enter(Phase.PREPARING)
        level = self.offer.fall(reason)
        if level is None:
            self.enter(Phase.LOADING)  # nothing plays any more
            raise DeviceRefused(
                f"{self.offer.device.name} plays this in no form: {reason}",
                hint="Try another device, or the companion page.",
            )
        self.account.tell_fallen(reason, level)
        self.check_prepared()
