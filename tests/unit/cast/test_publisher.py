"""What a device that begins gets of a live stream."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.cast.live_pace import LivePace
from streamlation_desktop.cast.publisher import SegmentPublisher
from streamlation_desktop.cast.segment_shelf import MEDIA_NAME
from streamlation_desktop.cast.shares import Share
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.media.delivery.segments import Segment
from tests.support.waiting import until

LENGTH = 0.05


class Source:
    """A segment whenever one is let through."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.let = threading.Semaphore(0)

    def __call__(self, token: CancelToken) -> Iterator[Segment]:
        for number in range(20):
            while not self.let.acquire(timeout=0.05):
                token.raise_if_cancelled()
            path = self.folder / f"{number}.ts"
            path.write_bytes(b"")
            yield Segment(number, LENGTH * number, LENGTH, path)


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return Source(tmp_path)


@pytest.fixture
def publisher(source: Source) -> Iterator[SegmentPublisher]:
    feed = CaptionFeed((LanguageCode("es"),))
    feed.finish()
    made = SegmentPublisher(Share(), feed, source, CancelToken(), pace=LivePace(delay=0.0))
    made.start()
    yield made
    made.close()


def test_device_that_begins_gets_the_playlist_when_the_next_segment_is_out(
    publisher: SegmentPublisher, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("streamlation_desktop.cast.publisher._FRESH_SECONDS", 0.0)
    source.let.release(3)
    until(lambda: publisher.published == 3)
    assert not publisher.share.is_held(MEDIA_NAME), "a page that nobody told to begin is not kept waiting"

    publisher.device_begins()
    assert publisher.share.is_held(MEDIA_NAME)
    assert publisher.share.is_held(MEDIA_NAME), "whoever asks again before that, too"
    assert not publisher.share.is_held("master.m3u8")
    source.let.release()
    until(lambda: publisher.published == 4)

    assert not publisher.share.is_held(MEDIA_NAME)


def test_segment_that_has_just_gone_out_is_new_enough(publisher: SegmentPublisher, source: Source) -> None:
    source.let.release()
    until(lambda: publisher.published == 1)
    publisher.device_begins()
    publisher.newest_at = time.monotonic()

    assert not publisher.share.is_held(MEDIA_NAME)
