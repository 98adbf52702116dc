"""The thread that turns packets into pictures of the size the window shows."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable

from streamlation_desktop.media.av_streams.decoding import VideoDecoder
from streamlation_desktop.media.av_streams.packets import Kind, MediaPacket
from streamlation_desktop.media.av_streams.pictures import Frame, PictureMaker
from streamlation_desktop.playback.frame_queue import FrameQueue
from streamlation_desktop.playback.packet_buffer import Closed, End, Item, PacketBuffer
from streamlation_desktop.playback.timing import TimeSource
from streamlation_desktop.playback.transport import Transport

log = logging.getLogger(__name__)

_SAME = 0.001
_LATE = 0.1
_SHOW_AT_LEAST_EVERY = 0.25
_VERY_LATE = 0.5
_LOOK_AHEAD = 8
_BIG = 3840 * 2160
_FEW = 2


class VideoPath:
    """The film's way to the frame queue."""

    def __init__(
        self,
        buffer: PacketBuffer,
        transport: Transport,
        frames: FrameQueue,
        time: TimeSource,
        *,
        viewport: Callable[[], tuple[int, int]],
        position: Callable[[], float | None],
        hardware: bool,
    ) -> None:
        self._buffer = buffer
        self._transport = transport
        self._frames = frames
        self._time = time
        self._viewport = viewport
        self._position = position
        self._decoder = VideoDecoder(hardware=hardware)
        self._maker = PictureMaker()
        self._serial = -1
        self._target: float | None = None
        self._candidate: Frame | None = None
        self._pending: deque[MediaPacket] = deque()
        self._queued_at = 0.0
        self._lag = 0.0
        self.dropped = 0

    @property
    def errors(self) -> int:
        """Damaged packets."""
        return self._decoder.errors

    def run(self) -> None:
        """Until the player is closed."""
        try:
            while True:
                serial, item = self._buffer.get(Kind.VIDEO)
                if serial == self._transport.serial:
                    self._take(serial, item)
        except Closed:
            return
        except Exception:
            log.exception("the pictures stopped")
            self._frames.end(self._serial)

    def _take(self, serial: int, item: Item) -> None:
        if serial != self._serial:
            self._restart(serial, item)
        if isinstance(item, MediaPacket):
            self._pending.append(item)
            self._decode_pending(serial)
        elif isinstance(item, End):
            self._decode_pending(serial, all_of_them=True)
            if self._candidate is not None and serial == self._transport.serial:
                self._queue(self._candidate)
            self._candidate = self._target = None
            self._frames.end(serial)

    def _decode_pending(self, serial: int, *, all_of_them: bool = False) -> None:
        """Far before a seek's target, decode only what later pictures refer to.

        What is on screen at the target may have come long before it, so a packet is far from it
        only when some more packets follow that are before it too.
        """
        newest = self._pending[-1].time if self._pending else None
        is_far = self._target is not None and newest is not None and newest <= self._target and not all_of_them
        while len(self._pending) > (_LOOK_AHEAD if is_far else 0):
            packet = self._pending.popleft()
            for frame in self._decoder.decode(packet, sparsely=is_far or self._lag > _VERY_LATE):
                if serial != self._transport.serial:
                    return
                self._consider(frame)

    def _restart(self, serial: int, item: Item) -> None:
        order = self._transport.order
        self._serial = serial
        self._target = order.target if order.exact else None
        self._candidate = None
        self._lag = 0.0
        self._pending.clear()
        if isinstance(item, MediaPacket):
            self._decoder.flush(item.format)

    def _consider(self, frame: Frame) -> None:
        """Queue the picture that is on screen at the target, and all that follow."""
        target = self._target
        if target is not None:
            if frame.time < target - _SAME:  # only the next one proves that it is: durations are often guesses
                self._candidate = frame
                return
            if frame.time > target + _SAME and self._candidate is not None:
                self._queue(self._candidate)
            self._candidate = self._target = None
        elif self._is_too_late(frame):
            self.dropped += 1
            return
        self._queue(frame)

    def _is_too_late(self, frame: Frame) -> bool:
        """Leave out the conversion of what would be dropped anyway, yet show something now and then."""
        now = self._position()
        self._lag = 0.0 if now is None or self._transport.paused else now - frame.time - frame.duration
        return self._lag > _LATE and self._time.now() - self._queued_at < _SHOW_AT_LEAST_EVERY

    def _queue(self, frame: Frame) -> None:
        self._frames.capacity = _FEW if frame.image.width * frame.image.height > _BIG else 4
        picture = self._maker.make(frame, self._viewport())
        self._frames.put(self._serial, picture, lambda serial: serial == self._transport.serial)
        self._queued_at = self._time.now()
