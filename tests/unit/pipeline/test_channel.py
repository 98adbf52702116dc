from __future__ import annotations

import threading

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.pipeline.channel import Channel, Overflow


def test_items_arrive_in_order_and_the_end_is_seen() -> None:
    channel: Channel[int] = Channel(CancelToken(), limit=10)
    for item in range(5):
        channel.put(item)
    channel.close()
    assert list(channel) == [0, 1, 2, 3, 4]


def test_full_channel_drops_the_oldest_item_of_a_live_source() -> None:
    channel: Channel[int] = Channel(CancelToken(), limit=2, overflow=Overflow.DROP_OLDEST)
    for item in (1, 2, 3):
        channel.put(item)
    channel.close()
    assert list(channel) == [2, 3]
    assert channel.dropped == 1


def test_the_bound_is_a_cost_and_one_item_always_fits() -> None:
    channel: Channel[float] = Channel(CancelToken(), limit=1.0, cost=float, overflow=Overflow.DROP_OLDEST)
    channel.put(5.0)
    channel.put(0.5)
    assert len(channel) == 1


def test_a_full_channel_holds_the_producer_until_there_is_room() -> None:
    channel: Channel[int] = Channel(CancelToken(), limit=1)
    channel.put(1)
    done = threading.Event()

    def produce() -> None:
        channel.put(2)
        done.set()

    producer = threading.Thread(target=produce)
    producer.start()
    items = iter(channel)
    assert next(items) == 1
    assert done.wait(5)
    assert next(items) == 2
    producer.join(5)


@pytest.mark.parametrize("waiting", ["producer", "consumer"])
def test_cancelling_ends_every_wait(waiting: str) -> None:
    token = CancelToken()
    channel: Channel[int] = Channel(token, limit=1)
    ended = threading.Event()

    def wait() -> None:
        try:
            if waiting == "producer":
                channel.put(1)
                channel.put(2)
            else:
                next(iter(channel))
        except Cancelled:
            ended.set()

    thread = threading.Thread(target=wait)
    thread.start()
    token.cancel()
    assert ended.wait(5)
    thread.join(5)


def test_putting_into_a_closed_channel_is_a_defect() -> None:
    channel: Channel[int] = Channel(CancelToken(), limit=1)
    channel.close()
    with pytest.raises(RuntimeError):
        channel.put(1)
