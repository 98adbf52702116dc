"""The few pictures that are ready to be shown."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from streamlation_desktop.media.av_streams.pictures import Picture
from streamlation_desktop.playback.packet_buffer import Closed
from streamlation_desktop.playback.timing import TimeSource


class FrameQueue:
    """Filled by the decoder, emptied by the presenter; its condition is also what the presenter sleeps on."""

    def __init__(self, time: TimeSource) -> None:
        self.capacity = 4
        self._time = time
        self._condition = threading.Condition()
        self._pictures: deque[tuple[int, Picture]] = deque()
        self._woken = False
        self._closed = False
        self.ended_serial = -1
        """The serial whose last picture is in."""

    def put(self, serial: int, picture: Picture, is_current: Callable[[int], bool]) -> None:
        """Append; waits for room while the serial is current.

        Raises:
            Closed: the player is being closed.
        """
        with self._condition:
            while len(self._pictures) >= self.capacity and is_current(serial) and not self._closed:
                self._time.wait(self._condition, None)
            if self._closed:
                raise Closed
            if is_current(serial):
                self._pictures.append((serial, picture))
                self._wake()

    def end(self, serial: int) -> None:
        """No picture of `serial` follows."""
        with self._condition:
            self.ended_serial = serial
            self._wake()

    def head(self, serial: int) -> Picture | None:
        """The next picture of that serial; older ones are dropped."""
        with self._condition:
            while self._pictures and self._pictures[0][0] != serial:
                self._pictures.popleft()
                self._condition.notify_all()
            return self._pictures[0][1] if self._pictures else None

    def second(self) -> Picture | None:
        """The one after it."""
        with self._condition:
            return self._pictures[1][1] if len(self._pictures) > 1 else None

    def pop(self, picture: Picture) -> bool:
        """Remove `picture` from the head; False when it is gone already."""
        with self._condition:
            if not self._pictures or self._pictures[0][1] is not picture:
                return False
            self._pictures.popleft()
            self._condition.notify_all()
            return True

    @property
    def seconds(self) -> float:
        """Media in the pictures that wait."""
        with self._condition:
            return sum(picture.frame.duration for _, picture in self._pictures)

    def sleep(self, seconds: float | None) -> None:
        """For the presenter: until something changed, or `seconds` passed.

        Raises:
            Closed: the player is being closed.
        """
        with self._condition:
            if not self._woken and not self._closed:
                self._time.wait(self._condition, seconds)
            self._woken = False
            if self._closed:
                raise Closed

    def wake(self) -> None:
        """Let the presenter look again."""
        with self._condition:
            self._wake()

    def close(self) -> None:
        """End every wait for good, and let go of the pictures."""
        with self._condition:
            self._closed = True
            self._pictures.clear()
            self._condition.notify_all()

    def _wake(self) -> None:
        self._woken = True
        self._condition.notify_all()
