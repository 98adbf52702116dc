"""Reads a ring: by media time, up to its growing edge."""

from __future__ import annotations

from pathlib import Path

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.container import InputContainer

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceLost
from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.media.errors import LIBRARY_ERRORS
from streamlation_desktop.media.ring.layout import (
    STATE,
    SegmentHeader,
    epoch_path,
    segment_numbers,
    segment_path,
    state_path,
)
from streamlation_desktop.media.ring.segment_file import RingPacket, SegmentFile
from streamlation_desktop.media.ring.template import open_template

_POLL = 0.02
_TEMPLATES = 3
_OLD_HEADERS = 50  # of segments that are gone, kept until it is worth looking which these are


class RingReader:
    """A position in a ring; used by one thread. It starts at the oldest packet."""

    def __init__(self, folder: Path, token: CancelToken) -> None:
        """Attach to a ring, which may still be empty."""
        self._folder = folder
        self._token = token
        self._number = -1
        self._segment: SegmentFile | None = None
        self._headers: dict[int, SegmentHeader] = {}
        self._kept_headers = 0
        self._templates: dict[int, InputContainer] = {}
        self.time = 0.0
        """Media time that was read up to."""
        self.missed_seconds = 0.0
        """Media that fell out of the ring before it was read."""

    @property
    def edge(self) -> float:
        """Media time of the newest packet."""
        return self._state()[0]

    @property
    def ended(self) -> bool:
        """True when the writer is done: what is there is all there will be."""
        return self._state()[1]

    @property
    def lead(self) -> float:
        """Seconds between what was read and the newest packet."""
        return max(0.0, self.edge - self.time)

    @property
    def window(self) -> TimeSpan:
        """What can be read now; empty at 0.0 before the first packet."""
        edge = self.edge
        oldest = segment_numbers(self._folder)[:1]
        header = self._header(oldest[0]) if oldest else None
        return TimeSpan(min(header.start, edge) if header else edge, edge)

    def headers(self) -> list[tuple[int, SegmentHeader]]:
        """The segments that are there, oldest first."""
        return [(number, header) for number in segment_numbers(self._folder) if (header := self._header(number))]

    def template(self, epoch: int) -> InputContainer:
        """A container whose streams have the parameters of an epoch; it is closed when some others were asked for.

        Its streams must not be looked at after that; what was made from them goes on.

        Raises:
            SourceLost: they fell out of the ring.
        """
        if epoch not in self._templates:
            try:
                self._templates[epoch] = open_template(epoch_path(self._folder, epoch))
            except LIBRARY_ERRORS as exc:
                raise SourceLost("that part of the stream is no longer kept") from exc
            for old in list(self._templates)[:-_TEMPLATES]:
                self._templates.pop(old).close()  # decoders that were made from it live on
        return self._templates[epoch]

    def seek(self, seconds: float) -> None:
        """Go on with the last place before `seconds` where decoding can start, else with the oldest."""
        known = [entry for entry in self.headers() if entry[1].keyed]
        before = [number for number, header in known if header.start <= seconds]
        number = before[-1] if before else known[0][0] if known else -1
        self._leave()
        self._number = number
        if number >= 0:
            self.time = self._headers[number].start

    def read(self, timeout: float) -> RingPacket | None:
        """The next packet; None when none came within `timeout` seconds, or nothing will follow.

        Raises:
            Cancelled: the token was cancelled.
        """
        waited = 0.0
        while True:
            self._token.raise_if_cancelled()
            packet = self._next()
            if packet is None and self.ended:
                packet = self._next()  # what came between the two looks
                if packet is None:
                    return None
            if packet is not None:
                self.time = max(self.time, packet.time)
                return packet
            if waited >= timeout:
                return None
            self._token.wait(_POLL)
            waited += _POLL

    def close(self) -> None:
        """Free everything."""
        self._leave()
        for template in self._templates.values():
            template.close()
        self._templates.clear()

    def _next(self) -> RingPacket | None:
        while True:
            packet = self._from_segment()
            following = self._following() if packet is None else None
            if packet is None and following is not None:
                packet = self._from_segment()  # complete now that there is another
            if packet is not None or following is None:
                return packet
            self._leave()
            if self._number >= 0 and following != self._number + 1 and (header := self._header(following)):
                self.missed_seconds += max(0.0, header.start - self.time)
            self._number = following

    def _from_segment(self) -> RingPacket | None:
        """The next packet of the current segment; what is damaged or gone has none."""
        if self._number < 0:
            return None
        try:
            if self._segment is None:
                self._segment = SegmentFile(segment_path(self._folder, self._number))
            return self._segment.read()
        except (ValueError, OSError):
            return None

    def _following(self) -> int | None:
        """The segment after the current one; segments go away oldest first."""
        if self._number >= 0:
            if segment_path(self._folder, self._number + 1).exists():
                return self._number + 1
            if segment_path(self._folder, self._number).exists():
                return None
        return next((number for number in segment_numbers(self._folder) if number > self._number), None)

    def _leave(self) -> None:
        if self._segment is not None:
            self._segment.close()
            self._segment = None

    def _header(self, number: int) -> SegmentHeader | None:
        if number not in self._headers:
            try:
                segment = SegmentFile(segment_path(self._folder, number))
            except OSError:
                return None
            try:
                header = segment.header()
            except (ValueError, OSError):
                header = None
            finally:
                segment.close()
            if header is None:
                return None
            self._headers[number] = header
            self._forget_old()
        return self._headers[number]

    def _forget_old(self) -> None:
        if len(self._headers) > self._kept_headers + _OLD_HEADERS:
            there = set(segment_numbers(self._folder))
            self._headers = {number: header for number, header in list(self._headers.items()) if number in there}
            self._kept_headers = len(self._headers)

    def _state(self) -> tuple[float, bool]:
        try:
            data = state_path(self._folder).read_bytes()
        except OSError:
            return 0.0, not self._folder.exists()  # the writer has not begun, or the ring is gone
        if len(data) < STATE.size:
            return 0.0, False
        edge, ended = STATE.unpack(data[: STATE.size])
        return float(edge), bool(ended)
