"""The bounded queues of packets between the demuxer and the decoders."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from streamlation_desktop.media.av_streams.packets import Kind, MediaPacket

_ENOUGH_SECONDS = 10.0
_AT_ONCE = 2.0
_MORE = 3.0
"""Seconds that may be read ahead for each that was taken, up to enough: ten of them in one go, after each jump, would
keep a core busy just when the decoders and the window want it."""
_AGAIN = 0.8
"""Share of what is read ahead below which more is read: not a packet at a time, for each wakes a thread."""
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
    def __init__(self, lock: threading.Lock) -> None:
        self.arrived = threading.Condition(lock)
        self.items: deque[tuple[int, Item]] = deque()
        self.bytes = 0
        self.seconds = 0.0
        self.taken = 0.0
        """Seconds since the last jump."""

    def clear(self) -> None:
        self.items.clear()
        self.bytes = 0
        self.seconds = self.taken = 0.0


class PacketBuffer:
    """One lock guards all queues; the demuxer never waits for room in one while another starves."""

    def __init__(self) -> None:
        lock = threading.Lock()
        self._demuxer = threading.Condition(lock)
        self._lock = lock
        self._queues = {kind: _Queue(lock) for kind in Kind}
        self._active: frozenset[Kind] = frozenset()
        self._closed = False
        self._enough = _ENOUGH_SECONDS
        self._at_once = _AT_ONCE
        self._max_bytes = _MAX_BYTES
        self._rests = False

    def allow(self, delay: float) -> None:
        """Room for a live stream that is played `delay` seconds behind its edge."""
        self._enough = self._at_once = _ENOUGH_SECONDS + delay
        self._max_bytes = _MAX_LIVE_BYTES

    def activate(self, kinds: frozenset[Kind]) -> None:
        """The kinds that somebody decodes."""
        self._active = kinds

    def put(self, kind: Kind, serial: int, item: Item) -> None:
        """Append; never waits: the demuxer asks `wait_for_room` first."""
        with self._lock:
            queue = self._queues[kind]
            queue.items.append((serial, item))
            if isinstance(item, MediaPacket):
                queue.bytes += item.size
                queue.seconds += item.duration
            queue.arrived.notify()

    def get(self, kind: Kind) -> tuple[int, Item]:
        """The next item; waits.

        Raises:
            Closed: the player is being closed.
        """
        queue = self._queues[kind]
        with self._lock:
            while not queue.items and not self._closed:
                queue.arrived.wait()
            if self._closed:
                raise Closed
            serial, item = queue.items.popleft()
            if isinstance(item, MediaPacket):
                queue.bytes -= item.size
                queue.seconds -= item.duration
                queue.taken += item.duration
            if self._has_room():
                self._demuxer.notify()
            return serial, item

    def wait_for_room(self, interrupted: Callable[[], bool]) -> None:
        """Until there is room, or `interrupted` says True after a `wake`."""
        with self._lock:
            self._demuxer.wait_for(lambda: self._has_room() or interrupted() or self._closed)

    def idle(self, interrupted: Callable[[], bool], seconds: float | None) -> None:
        """Until `interrupted` says True after a `wake`, or `seconds` passed."""
        with self._lock:
            self._demuxer.wait_for(lambda: interrupted() or self._closed, seconds)

    def wake(self) -> None:
        """Let the demuxer look again."""
        with self._lock:
            self._demuxer.notify()

    def flush(self) -> None:
        """Forget everything; for the demuxer alone, before it puts in what belongs to a new serial."""
        with self._lock:
            self._clear()

    def close(self) -> None:
        """End every wait for good, and let go of the packets."""
        with self._lock:
            self._closed = True
            self._clear()
            self._demuxer.notify_all()
            for queue in self._queues.values():
                queue.arrived.notify_all()

    @property
    def seconds(self) -> float:
        """Media read ahead in the stream that has least."""
        with self._lock:
            return min((self._queues[kind].seconds for kind in self._active), default=0.0)

    def is_ready(self, seconds: float) -> bool:
        """True when every stream has that much, or one has so much more that the others have nothing near."""
        with self._lock:
            held = [self._queues[kind].seconds for kind in self._active]
            return self._is_full() or min(held, default=0.0) >= seconds or max(held, default=0.0) >= _READY_ALONE

    def starves(self, kind: Kind) -> bool:
        """True when the others are so full that nothing more of `kind` can lie near."""
        with self._lock:
            others = [self._queues[other] for other in self._active if other is not kind]
            far = any(other.seconds > _GAP_SECONDS or other.bytes > _GAP_BYTES for other in others)
            return far and not self._queues[kind].items

    def _clear(self) -> None:
        self._rests = False
        for queue in self._queues.values():
            queue.clear()

    def _has_room(self) -> bool:
        self._rests = self._is_full(_AGAIN if self._rests else 1.0)
        return not self._rests

    def _is_full(self, share: float = 1.0) -> bool:
        """True when there is that share of what is read ahead."""
        queues = [self._queues[kind] for kind in self._active]
        if sum(queue.bytes for queue in queues) > share * self._max_bytes:
            return all(len(queue.items) > _MIN_PACKETS for queue in queues) or not self._someone_starves(queues)
        ahead = share * self._ahead(queues)
        return all(queue.seconds > ahead and len(queue.items) > _MIN_PACKETS for queue in queues)

    def _ahead(self, queues: list[_Queue]) -> float:
        taken = min((queue.taken for queue in queues), default=0.0)
        return min(self._enough, self._at_once + _MORE * taken)

    def _someone_starves(self, queues: list[_Queue]) -> bool:
        return any(not queue.items for queue in queues)
