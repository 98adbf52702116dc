"""The bounded queues of packets between the demuxer and the decoders."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from streamlation_desktop.media.av_streams.packets import Kind, MediaPacket

_ENOUGH_SECONDS = 10.0
_MAX_BYTES = 48 << 20
_MAX_LIVE_BYTES = 256 << 20
_MIN_PACKETS = 8
_READY_ALONE = 5.0
_GAP_SECONDS = 30.0
_GAP_BYTES = 32 << 20


@dataclass(frozen=True, slots=True)
class Silence:
    """The track says nothing up to this media time."""

    until: float


@dataclass(frozen=True, slots=True)
class End:
    """Nothing follows; the presentation ends at this media time."""

    until: float


Item = MediaPacket | Silence | End


class Closed(Exception):
    """The player is being closed."""


class _Queue:
    def __init__(self) -> None:
        self.items: deque[tuple[int, Item]] = deque()
        self.bytes = 0
        self.seconds = 0.0

    def clear(self) -> None:
        self.items.clear()
        self.bytes = 0
        self.seconds = 0.0


class PacketBuffer:
    """One condition guards all queues; the demuxer never waits for room in one while another starves."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._queues = {kind: _Queue() for kind in Kind}
        self._active: frozenset[Kind] = frozenset()
        self._closed = False
        self._enough = _ENOUGH_SECONDS
        self._max_bytes = _MAX_BYTES

    def allow(self, delay: float) -> None:
        """Room for a live stream that is played `delay` seconds behind its edge."""
        self._enough = _ENOUGH_SECONDS + delay
        self._max_bytes = _MAX_LIVE_BYTES

    def activate(self, kinds: frozenset[Kind]) -> None:
        """The kinds that somebody decodes."""
        self._active = kinds

    def put(self, kind: Kind, serial: int, item: Item) -> None:
        """Append; never waits: the demuxer asks `wait_for_room` first."""
        with self._condition:
            queue = self._queues[kind]
            queue.items.append((serial, item))
            if isinstance(item, MediaPacket):
                queue.bytes += item.size
                queue.seconds += item.duration
            self._condition.notify_all()

    def get(self, kind: Kind) -> tuple[int, Item]:
        """The next item; waits.

        Raises:
            Closed: the player is being closed.
        """
        queue = self._queues[kind]
        with self._condition:
            self._condition.wait_for(lambda: queue.items or self._closed)
            if self._closed:
                raise Closed
            serial, item = queue.items.popleft()
            if isinstance(item, MediaPacket):
                queue.bytes -= item.size
                queue.seconds -= item.duration
            self._condition.notify_all()
            return serial, item

    def wait_for_room(self, interrupted: Callable[[], bool], seconds: float | None = None) -> None:
        """Until there is room, `interrupted` says True after a `wake`, or `seconds` passed."""
        with self._condition:
            self._condition.wait_for(lambda: not self._is_full() or interrupted() or self._closed, seconds)

    def idle(self, interrupted: Callable[[], bool], seconds: float | None) -> None:
        """Until `interrupted` says True after a `wake`, or `seconds` passed."""
        with self._condition:
            self._condition.wait_for(lambda: interrupted() or self._closed, seconds)

    def wake(self) -> None:
        """Let who waits look again."""
        with self._condition:
            self._condition.notify_all()

    def flush(self) -> None:
        """Forget everything; for the demuxer alone, before it puts in what belongs to a new serial."""
        with self._condition:
            for queue in self._queues.values():
                queue.clear()
            self._condition.notify_all()

    def close(self) -> None:
        """End every wait for good, and let go of the packets."""
        with self._condition:
            self._closed = True
            for queue in self._queues.values():
                queue.clear()
            self._condition.notify_all()

    @property
    def seconds(self) -> float:
        """Media read ahead in the stream that has least."""
        with self._condition:
            return min((self._queues[kind].seconds for kind in self._active), default=0.0)

    def is_ready(self, seconds: float) -> bool:
        """True when every stream has that much, or one has so much more that the others have nothing near."""
        with self._condition:
            held = [self._queues[kind].seconds for kind in self._active]
            return self._is_full() or min(held, default=0.0) >= seconds or max(held, default=0.0) >= _READY_ALONE

    def starves(self, kind: Kind) -> bool:
        """True when the others are so full that nothing more of `kind` can lie near."""
        with self._condition:
            others = [self._queues[other] for other in self._active if other is not kind]
            far = any(other.seconds > _GAP_SECONDS or other.bytes > _GAP_BYTES for other in others)
            return far and not self._queues[kind].items

    def _is_full(self) -> bool:
        queues = [self._queues[kind] for kind in self._active]
        if sum(queue.bytes for queue in queues) > self._max_bytes:
            return all(len(queue.items) > _MIN_PACKETS for queue in queues) or not self._someone_starves(queues)
        return all(queue.seconds > self._enough and len(queue.items) > _MIN_PACKETS for queue in queues)

    def _someone_starves(self, queues: list[_Queue]) -> bool:
        return any(not queue.items for queue in queues)
