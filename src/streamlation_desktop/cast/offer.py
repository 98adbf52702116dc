"""What is served to one device: its media, in one form after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from streamlation_desktop.cast.delivery import CastMedia, Delivery, prepare, prepare_sound
from streamlation_desktop.cast.host import MediaHost
from streamlation_desktop.cast.levels import levels_for
from streamlation_desktop.cast.memory import LevelMemory
from streamlation_desktop.cast.player import LoadRequest
from streamlation_desktop.cast.profiles import profile_of
from streamlation_desktop.cast.publisher import SegmentPublisher
from streamlation_desktop.cast.segment_shelf import MEDIA_NAME
from streamlation_desktop.core.casting import CastDevice, CastTiming, DeliveryLevel, DeviceKind
from streamlation_desktop.core.errors import NoNetwork
from streamlation_desktop.core.language import LanguageCode


@dataclass(slots=True)
class Offer:
    """Used on the controller's thread alone."""

    device: CastDevice
    media: CastMedia
    host: MediaHost
    memory: LevelMemory
    folder: Path
    delivery: Delivery | None = None
    """What can be fetched now."""
    _levels: list[DeliveryLevel] = field(default_factory=list)
    """Still to be tried."""
    _base_url: str = ""
    _lesson: tuple[DeliveryLevel, str] | None = None
    """What the device is being tried with, and why."""
    _is_repeated: bool = False

    @property
    def is_pushed(self) -> bool:
        """True for a device that fetches nothing from us: sound is sent to it."""
        return self.device.kind is DeviceKind.AIRPLAY

    @property
    def publisher(self) -> SegmentPublisher | None:
        """Of the segments, where there are any."""
        return self.delivery.publisher if self.delivery else None

    @property
    def requests(self) -> int:
        """That the device has made."""
        return self.delivery.share.requests if self.delivery else 0

    @property
    def late(self) -> int:
        """Segments that went out without waiting any longer."""
        return self.publisher.late if self.publisher else 0

    def listen(self) -> None:
        """Where the device can reach us.

        Raises:
            NoNetwork: nowhere.
        """
        if not self.is_pushed:
            self._base_url = self.host.media_url(self.device.address)

    def begin(self) -> None:
        """Prepare the first form: the one that the device was found to take."""
        self._levels = levels_for(self.device, self.media, self.memory.level(self.device.id))
        self._prepare(self._levels.pop(0))

    def fall(self, reason: str) -> DeliveryLevel | None:
        """Prepare the next form; None when there is none left.

        A live stream is offered once more as it was: that it did not begin may be the moment's fault, or this
        machine's, and tells little of the device.
        """
        before = self.delivery
        is_live = before is not None and before.is_live
        if before is not None and is_live and not self.is_pushed and not self._is_repeated:
            self._is_repeated = True
            self._prepare(before.level)
            return before.level
        if not self._levels:
            return None
        level = self._levels.pop(0)
        if not is_live:
            self._lesson = (level, reason)
        self._prepare(level)
        return level

    def took(self) -> None:
        """The device plays: what it refused before is not tried the next time."""
        if self._lesson is not None:
            level, reason = self._lesson
            self.memory.learn(self.device.id, self.device.name, level, reason)
            self._lesson = None

    def keep_burned(self) -> bool:
        """Try nothing more but captions in the picture; False when that is no possibility."""
        self._levels = [level for level in self._levels if level is DeliveryLevel.BURNED]
        return bool(self._levels)

    def set_timing(self, timing: CastTiming) -> bool:
        """Keep it for the device; True when a live stream must be loaded anew to follow it."""
        before = self.memory.timing(self.device.id)
        self.memory.set_timing(self.device.id, timing)
        if self.delivery is None or not self.delivery.is_live or timing == before:
            return False
        if self.is_pushed:
            self._prepare(self.delivery.level)
        elif self.publisher is not None:
            self.publisher.follow(timing)
        return True

    def request(self, position: float, language: LanguageCode | None) -> LoadRequest:
        """What the device is asked to play."""
        assert self.delivery is not None
        return LoadRequest(self._base_url, self.delivery, self.media.title, position, self.track(language))

    def track(self, language: LanguageCode | None) -> int | None:
        """The caption track of a language."""
        tracks = self.delivery.tracks if self.delivery else ()
        return next((track.id for track in tracks if track.language == language), None)

    def lacks_captions(self, since: float) -> bool:
        """True when there are some to fetch, and none was got in a form that may be read (monotonic seconds).

        A missing or refused caption track is no error to the device: our own log alone tells.
        """
        delivery = self.delivery
        if delivery is None or delivery.level is DeliveryLevel.BURNED or not delivery.tracks:
            return False
        return not any(hit.is_readable for hit in delivery.share.hits(".vtt", since))

    def read_at(self, since: float) -> float | None:
        """When the device first got the playlist of a live stream, if it has (monotonic seconds)."""
        delivery = self.delivery
        if delivery is None or not delivery.is_live:
            return None
        return next((hit.when for hit in delivery.share.hits(MEDIA_NAME, since)), None)

    def unreachable(self) -> NoNetwork:
        """The device never asked for anything."""
        port = self._base_url.rpartition(":")[2]
        return NoNetwork(
            f"{self.device.name} was told to play but has fetched nothing from this computer",
            hint=f"Let the firewall accept TCP connections to port {port}, and check that both are in one network.",
        )

    def close(self) -> None:
        """Nothing can be fetched any more."""
        self._drop()
        if self._base_url:
            self.host.release(self._base_url)

    def _prepare(self, level: DeliveryLevel) -> None:
        self._drop()
        shares, timing = self.host.shares, self.memory.timing(self.device.id)
        if self.is_pushed:
            self.delivery = prepare_sound(self.media, shares, timing)
        else:
            self.delivery = prepare(level, self.media, profile_of(self.device), shares, self.folder, timing)

    def _drop(self) -> None:
        if self.delivery is not None:
            self.host.shares.revoke(self.delivery.share)
            self.delivery.close()
            self.delivery = None
