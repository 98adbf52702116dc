from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from streamlation_desktop.cast.live_place import FOLLOW_SECONDS, STUCK_SECONDS, LivePlace
from streamlation_desktop.cast.publisher import SegmentPublisher
from streamlation_desktop.core.casting import CastState


@dataclass
class Stream:
    """What counts of a publisher."""

    published_to: float = 10.0
    behind: float = 100.0
    is_live: bool = True


def is_lost(place: LivePlace, stream: Stream, state: CastState, now: float) -> bool:
    return place.is_lost(cast("SegmentPublisher", stream), state, now)


def loaded(stream: Stream) -> LivePlace:
    place = LivePlace()
    place.loaded(cast("SegmentPublisher", stream))
    return place


def test_device_that_waits_while_nothing_comes_is_not_stuck_and_one_that_takes_nothing_of_what_comes_is() -> None:
    stream = Stream()
    place = loaded(stream)
    for second in range(30):
        assert not is_lost(place, stream, CastState.BUFFERING, float(second)), "the captions are late, not the device"
    stream.published_to += STUCK_SECONDS
    assert is_lost(place, stream, CastState.BUFFERING, 30.0)
    assert not is_lost(place, stream, CastState.PLAYING, 31.0)
    stream.published_to += STUCK_SECONDS
    assert not is_lost(place, stream, CastState.BUFFERING, 32.0), "it counts anew"


def test_stream_that_comes_later_than_when_it_was_loaded_is_loaded_anew_once() -> None:
    stream = Stream()
    place = loaded(stream)
    stream.behind += 1.0
    assert not is_lost(place, stream, CastState.PLAYING, 1.0)
    stream.behind += 1.0
    assert is_lost(place, stream, CastState.PLAYING, 2.0)
    place.loaded(cast("SegmentPublisher", stream))
    assert not is_lost(place, stream, CastState.PLAYING, 3.0)
    stream.behind -= 5.0
    assert not is_lost(place, stream, CastState.PLAYING, 4.0), "what comes earlier does no harm"


def test_other_timing_is_followed_as_soon_as_it_shows() -> None:
    stream = Stream()
    place = loaded(stream)
    place.follow(10.0, is_pushed=False)
    assert not is_lost(place, stream, CastState.PLAYING, 10.0)
    assert is_lost(place, stream, CastState.PLAYING, 10.0 + FOLLOW_SECONDS)
    place.follow(10.0, is_pushed=True)
    assert place.is_lost(None, CastState.PLAYING, 10.0)
