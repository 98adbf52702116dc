from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceLost
from streamlation_desktop.pipeline.channel import Channel
from streamlation_desktop.pipeline.pipeline import Pipeline


def double(items: Iterable[int]) -> Iterator[int]:
    for item in items:
        yield 2 * item


def test_stages_run_in_a_chain() -> None:
    token = CancelToken()
    pipeline = Pipeline(token)
    first: Channel[int] = Channel(token, limit=2)
    second: Channel[int] = Channel(token, limit=2)
    pipeline.add("one", double, range(50), first)
    pipeline.add("two", double, first, second)
    pipeline.start()
    assert list(second) == [4 * item for item in range(50)]
    assert pipeline.join(5)


def test_the_first_failure_ends_every_stage_and_is_raised() -> None:
    token = CancelToken()
    pipeline = Pipeline(token)
    channel: Channel[int] = Channel(token, limit=1)

    def lose(items: Iterable[int]) -> Iterator[int]:
        yield from list(items)[:0]
        raise SourceLost("gone")

    def endless() -> Iterator[int]:
        while True:
            yield 1

    pipeline.add("endless", double, endless(), channel)
    pipeline.add("lose", lose, iter([1]))
    pipeline.start()
    with pytest.raises(SourceLost):
        pipeline.join(5)
    assert token.is_cancelled


def test_cancelling_ends_the_run_without_an_error() -> None:
    token = CancelToken()
    pipeline = Pipeline(token)
    channel: Channel[int] = Channel(token, limit=1)
    pipeline.add("one", double, range(1000), channel)
    pipeline.start()
    token.cancel()
    assert pipeline.join(5)


def test_stages_are_measured() -> None:
    token = CancelToken()
    pipeline = Pipeline(token)
    channel: Channel[int] = Channel(token, limit=100)
    pipeline.add("one", double, [3, 4], channel, media=float)
    pipeline.start()
    assert pipeline.join(5)
    [stats] = pipeline.stats()
    assert (stats.stage, stats.media_seconds) == ("one", 7.0)
    assert stats.busy_seconds >= 0.0


def test_a_waiting_stage_is_not_busy() -> None:
    token = CancelToken()
    pipeline = Pipeline(token)
    channel: Channel[int] = Channel(token, limit=1)
    entered = threading.Event()

    def source() -> Iterator[int]:
        entered.set()
        token.wait(0.3)
        yield 1

    pipeline.add("one", double, source(), channel)
    pipeline.start()
    entered.wait(5)
    assert list(channel) == [2]
    assert pipeline.join(5)
    assert pipeline.stats()[0].busy_seconds < 0.25
