"""Keeps a device at its place in a live stream."""

from __future__ import annotations

from dataclasses import dataclass, field

from streamlation_desktop.cast.catch_up import CatchUp
from streamlation_desktop.cast.live_place import LivePlace
from streamlation_desktop.cast.offer import Offer
from streamlation_desktop.core.casting import CastState


@dataclass(slots=True)
class LiveCourse:
    """Times are monotonic seconds. What is no live stream has no place to keep."""

    offer: Offer
    _place: LivePlace = field(default_factory=LivePlace)
    _catch_up: CatchUp = field(default_factory=CatchUp)
    _loaded_at: float = 0.0

    def loaded(self, now: float) -> None:
        """The device is told to begin now."""
        publisher, self._loaded_at = self.offer.publisher, now
        self._place.loaded(publisher)
        self._catch_up.loaded()
        if publisher is not None:
            publisher.device_begins()

    def note(self, state: CastState, position: float, now: float) -> None:
        """It tells where it is, by its own clock."""
        publisher, read_at = self.offer.publisher, self.offer.read_at(self._loaded_at)
        if state is CastState.PLAYING and self._catch_up.is_awaited and publisher is not None and read_at is not None:
            self._catch_up.began(read_at, position, publisher.behind, now)

    def follow(self, now: float) -> None:
        """It is to be nearer to the edge, or farther from it."""
        self._place.follow(now, is_pushed=self.offer.is_pushed)

    def leave(self) -> None:
        """Somebody wants it to be where it is."""
        self._catch_up.leave()

    def is_lost(self, state: CastState, now: float) -> bool:
        """It has to begin anew; to be asked often."""
        return self._place.is_lost(self.offer.publisher, state, now)

    @property
    def is_asked_for(self) -> bool:
        """Where it began must be known soon."""
        publisher = self.offer.publisher
        return publisher is not None and publisher.is_live and self._catch_up.is_awaited

    def skip(self, state: CastState, position: float, now: float) -> float:
        """Seconds that it should go forward now, or 0; to be asked often."""
        publisher = self.offer.publisher
        if publisher is None or state is not CastState.PLAYING:
            return 0.0
        return self._catch_up.skip(position, publisher.behind, now)
