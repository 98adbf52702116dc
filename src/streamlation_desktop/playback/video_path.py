"""The thread that turns packets into pictures of the size the window shows."""

from __future__ import annotations

import logging
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
    ) -> None:
        self._buffer = buffer
        self._transport = transport
        self._frames = frames
        self._time = time
        self._viewport = viewport
        self._position = position
        self._decoder = VideoDecoder()
        self._maker = PictureMaker()
        self._serial = -1
        self._target: float | None = None
        self._candidate: Frame | None = None
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
            for frame in self._decoder.decode(item, self._skip_until()):
                if serial != self._transport.serial:
                    return
                self._consider(frame)
        elif isinstance(item, End):
            if self._candidate is not None:
                self._queue(self._candidate)
            self._candidate = self._target = None
            self._frames.end(serial)

    def _restart(self, serial: int, item: Item) -> None:
        order = self._transport.order
        self._serial = serial
        self._target = order.target if order.exact else None
        self._candidate = None
        if isinstance(item, MediaPacket):
            with item.format.lock:
                if item.format.codec.is_open:
                    item.format.codec.flush_buffers()

    def _skip_until(self) -> float | None:
        """Media time before which pictures need not be whole: a seek's target, or now when far behind."""
        if self._target is not None:
            return self._target
        now = self._position()
        return now if now is not None and not self._transport.paused and self._lag > _VERY_LATE else None

    def _consider(self, frame: Frame) -> None:
        """Queue the picture that is on screen at the target, and all that follow."""
        target = self._target
        if target is not None:
            if frame.time < target - _SAME and frame.time + frame.duration <= target + _SAME:
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
