"""Brings the packets of a connection into the form in which a ring keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from av import FFmpegError
from av.bitstream import BitStreamFilterContext
from av.packet import Packet
from av.stream import Stream

from streamlation_desktop.media.ring.template import copied

_PATIENCE = 500  # packets to wait for the first sound of a stream whose parameters come with it


class Entry(NamedTuple):
    """A packet on its way into the ring."""

    packet: Packet[Stream]
    position: int
    """Of its stream."""
    time: float
    """Its decoding time in seconds."""


class Intake:
    """Takes the headers off AAC that has one on each packet (ADTS), which most containers cannot hold.

    The parameters that these headers tell belong in the template, so packets are held until the
    first of them was seen.
    """

    def __init__(self, streams: Sequence[Stream]) -> None:
        self.extradata: dict[int, bytes] = {}
        """Parameters found in the packets, by position of the stream."""
        self._filters = {n: BitStreamFilterContext("aac_adtstoasc", s) for n, s in enumerate(streams) if _is_adts(s)}
        self._held: list[Entry] = []
        self._is_open = not self._filters

    def feed(self, packet: Packet[Stream], position: int, time: float) -> Iterator[Entry]:
        """Yield what can be kept now, in order."""
        for ready in self._filtered(packet, position):
            self._held.append(Entry(ready, position, time))
        self._is_open = self._is_open or len(self._held) >= _PATIENCE or self._filters.keys() <= self.extradata.keys()
        if self._is_open:
            held, self._held = self._held, []
            yield from held

    def _filtered(self, packet: Packet[Stream], position: int) -> list[Packet[Stream]]:
        if position not in self._filters:
            return [packet]
        try:
            ready: list[Packet[Stream]] = list(self._filters[position].filter(copied(packet)))
        except FFmpegError:  # a damaged packet
            return []
        for made in ready:
            for entry in made.iter_sidedata():
                if entry.data_type == "new_extradata":
                    self.extradata[position] = bytes(entry)
        return ready


def _is_adts(stream: Stream) -> bool:
    context = stream.codec_context
    return context is not None and context.name == "aac" and not context.extradata
