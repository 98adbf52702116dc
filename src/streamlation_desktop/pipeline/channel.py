"""A bounded, closable queue between two stages."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Generic, TypeVar

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled

T = TypeVar("T")


class Overflow(Enum):
    """What `Channel.put` does when the channel is full."""

    BLOCK = "block"
    """Wait for room: back-pressure reaches the reader. For files."""
    DROP_OLDEST = "drop-oldest"
    """Forget the oldest item and count it. For live sources, which cannot wait."""


class Channel(Generic[T]):
    """First in, first out, from one producer thread to one consumer thread.

    The bound is a cost, not a count, so that audio is limited in seconds:
    ``Channel(token, limit=10.0, cost=lambda chunk: chunk.span.duration)``.
    One item always fits, whatever its cost.
    """

    def __init__(
        self,
        token: CancelToken,
        *,
        limit: float,
        cost: Callable[[T], float] = lambda _item: 1.0,
        overflow: Overflow = Overflow.BLOCK,
    ) -> None:
        self._token = token
        self._limit = limit
        self._cost = cost
        self._overflow = overflow
        self._changed = threading.Condition()
        # Everything below is guarded by self._changed.
        self._items: deque[tuple[T, float]] = deque()
        self._total = 0.0
        self._closed = False
        self._dropped = 0
        self._dropped_cost = 0.0
        token.on_cancel(self._wake)

    def put(self, item: T) -> None:
        """Append `item`, waiting or dropping as the overflow rule says.

        Raises:
            Cancelled: the session is being stopped.
        """
        cost = self._cost(item)
        with self._changed:
            if self._closed:
                raise RuntimeError("put() on a closed channel")
            while self._items and self._total + cost > self._limit:
                self._token.raise_if_cancelled()
                if self._overflow is Overflow.DROP_OLDEST:
                    lost = self._items.popleft()[1]
                    self._total -= lost
                    self._dropped += 1
                    self._dropped_cost += lost
                else:
                    self._changed.wait()
            self._token.raise_if_cancelled()
            self._items.append((item, cost))
            self._total += cost
            self._changed.notify_all()

    def close(self) -> None:
        """Mark the end of the stream; what is queued is still delivered."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def __iter__(self) -> Iterator[T]:
        """Yield items until the producer closes the channel.

        Raises:
            Cancelled: the session is being stopped; queued items are abandoned.
        """
        while True:
            with self._changed:
                while not self._items and not self._closed:
                    if self._token.is_cancelled:
                        raise Cancelled
                    self._changed.wait()
                self._token.raise_if_cancelled()
                if not self._items:
                    return
                item, cost = self._items.popleft()
                self._total -= cost
                self._changed.notify_all()
            yield item

    def __len__(self) -> int:
        with self._changed:
            return len(self._items)

    @property
    def dropped(self) -> int:
        """How many items `DROP_OLDEST` has discarded."""
        with self._changed:
            return self._dropped

    @property
    def drops_oldest(self) -> bool:
        """True for a live source's channel."""
        return self._overflow is Overflow.DROP_OLDEST

    @property
    def dropped_cost(self) -> float:
        """What they cost together: seconds of sound, for example."""
        with self._changed:
            return self._dropped_cost

    @property
    def waiting_cost(self) -> float:
        """What the waiting items cost together."""
        with self._changed:
            return self._total

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()
