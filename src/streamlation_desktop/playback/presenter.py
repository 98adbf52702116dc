"""The thread that shows each picture at its moment, and notices the end."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from streamlation_desktop.media.av_streams.pictures import Picture, PictureMaker
from streamlation_desktop.playback.audio_path import AudioPath
from streamlation_desktop.playback.base import VideoSink
from streamlation_desktop.playback.frame_queue import FrameQueue
from streamlation_desktop.playback.master_clock import MasterClock
from streamlation_desktop.playback.packet_buffer import Closed
from streamlation_desktop.playback.timing import TimeSource
from streamlation_desktop.playback.transport import Transport

log = logging.getLogger(__name__)

_SOON = 0.001
_LONGEST = 0.25
_WAIT_FOR_SOUND = 0.005


@dataclass(slots=True)
class ShowCounts:
    """Written by the presenter, read by anyone."""

    shown: int = 0
    dropped: int = 0
    late: int = 0
    error: float = 0.0


class Presenter:
    """Follows the master clock."""

    def __init__(
        self,
        frames: FrameQueue,
        transport: Transport,
        clock: MasterClock,
        sink: VideoSink,
        time: TimeSource,
        *,
        arrived: Callable[[float], None],
        ended: Callable[[], None],
        tick: Callable[[], None],
    ) -> None:
        """Args:
        arrived: told the position at which a seek (or the start) arrived.
        ended: told once when everything was shown and heard.
        tick: called at least every quarter of a second.
        """
        self._frames = frames
        self._transport = transport
        self._clock = clock
        self._sink = sink
        self._time = time
        self._arrived = arrived
        self._ended = ended
        self._tick = tick
        self._maker = PictureMaker()
        self._lock = threading.Lock()
        self._started = -1
        self._over = -1
        self._steps = 0
        self._refresh = False
        self.counts = ShowCounts()
        self.shown: Picture | None = None
        self.has_film = False
        self.audio: AudioPath | None = None

    def run(self) -> None:
        """Until the player is closed."""
        try:
            while True:
                self._frames.sleep(self._advance())
        except Closed:
            return
        except Exception:
            log.exception("the presenter stopped")

    def step(self) -> None:
        """Show one picture more, while paused."""
        with self._lock:
            self._steps += 1
        self._frames.wake()

    def refresh(self) -> None:
        """Show the current picture again: the viewport has another size."""
        self._refresh = True
        self._frames.wake()

    @property
    def started_serial(self) -> int:
        """The serial whose first picture was shown."""
        return self._started

    def sound_started(self, serial: int) -> None:
        """The first sound of `serial` is ready; where there is no film, that is the arrival."""
        if serial == self._transport.serial and not self.has_film:
            self._start(serial, self._clock.position() or self._transport.order.target)
        self._frames.wake()

    def _advance(self) -> float:
        """Do what is due; seconds until the next look."""
        self._tick()
        if self._refresh:
            self._refresh = False
            self._show_again()
        serial = self._transport.serial
        picture = self._frames.head(serial)
        if picture is None:
            return self._without_picture(serial)
        if serial != self._started or not self.has_film:
            return self._first(serial, picture)
        if self._take_step():
            self._show(picture)
            return 0.0
        if self._transport.paused or self._clock.is_held:
            return _LONGEST
        return self._on_time(picture)

    def _on_time(self, picture: Picture) -> float:
        now = self._clock.position()
        if now is None:
            return _WAIT_FOR_SOUND
        due = (picture.time - now) / self._transport.tempo
        if due > _SOON:
            if self._is_silent():
                self._clock.go_on_alone()
            return min(due, _LONGEST)
        following = self._frames.second()
        if following is not None and following.time <= now:
            if self._frames.pop(picture):
                self.counts.dropped += 1
            return 0.0
        self.counts.late += -due * self._transport.tempo > picture.frame.duration
        self.counts.error = -due
        self._show(picture)
        return 0.0

    def _is_silent(self) -> bool:
        """The sound is over and heard; a clock that follows it would stand still."""
        audio = self.audio
        return audio is not None and audio.ended_serial == self._transport.serial and audio.unheard <= 0.0

    def _first(self, serial: int, picture: Picture) -> float:
        """The first picture of a seek is shown at once, also while paused."""
        self._show(picture)
        if self.has_film:
            order = self._transport.order
            self._start(serial, order.target if order.exact else picture.time)
        return 0.0

    def _start(self, serial: int, position: float) -> None:
        if self._started == serial:
            return
        self._started = serial
        self._clock.release(position)
        self._arrived(position)

    def _show(self, picture: Picture) -> None:
        if self._frames.pop(picture):
            self.shown = picture
            self.counts.shown += 1
            self._sink.present(picture)

    def _show_again(self) -> None:
        if self.shown is not None:
            self.shown = self._maker.make(self.shown.frame, self._sink.viewport())
            self._sink.present(self.shown)

    def _take_step(self) -> bool:
        with self._lock:
            wanted = self._steps > 0 and self._transport.paused
            self._steps = self._steps - 1 if wanted else 0
            return wanted

    def _without_picture(self, serial: int) -> float:
        """Nothing to show: is it over, or must the seek past the last picture be told?"""
        film_over = not self.has_film or self._frames.ended_serial == serial
        sound_over = self.audio is None or self.audio.ended_serial == serial
        if film_over and self.has_film and serial != self._started:
            self._start(serial, self._transport.order.target)
        if film_over and sound_over and serial == self._started and self._over != serial and not self._transport.paused:
            return self._approach_end(serial)
        return _LONGEST

    def _approach_end(self, serial: int) -> float:
        left = self._left()
        if left > _SOON:
            return min(left, _LONGEST)
        self._over = serial
        self._ended()
        return _LONGEST

    def _left(self) -> float:
        """Seconds until the last picture or sound is over."""
        now = self._clock.position()
        if self.audio is not None:
            return self.audio.unheard
        if now is None or self.shown is None or not self.has_film:
            return 0.0
        return (self.shown.time + self.shown.frame.duration - now) / self._transport.tempo
