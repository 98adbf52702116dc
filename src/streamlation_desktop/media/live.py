"""Reads a live source until it is cancelled: every end means connect again."""

from __future__ import annotations

import itertools
import logging
import math
import random
import time
from collections.abc import Callable, Iterator

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.audio.stream import AudioStream
from av.packet import Packet
from av.stream import Stream
from av.video.stream import VideoStream

from streamlation_desktop.core.errors import SourceError, SourceForbidden, SourceNotFound
from streamlation_desktop.core.events import Event, StreamInterrupted, StreamResumed, StreamTitled
from streamlation_desktop.core.types import Samples
from streamlation_desktop.media.burst import take_burst
from streamlation_desktop.media.clock import MediaClock
from streamlation_desktop.media.connection import Connection
from streamlation_desktop.media.normalizer import Normalizer
from streamlation_desktop.media.reader import decoded_packet
from streamlation_desktop.media.ring.writer import RingWriter
from streamlation_desktop.media.timeline import Timeline

log = logging.getLogger(__name__)

_FIRST_DELAY = 0.25
_MAX_DELAY = 8.0
_SOUNDLESS = 6.0  # seconds that the sound may lag behind the picture before silence stands in
_SETTLED = 5.0  # seconds of media after which a connection counts as good


class LiveIngest:
    """The one reader of a live source: packets go to the ring, sound to the recognizer, on one clock.

    Media time 0 is the first packet. What was missed in an outage is a gap in the ring and silence
    in the samples.
    """

    def __init__(self, connection: Connection, ring: RingWriter | None, notify: Callable[[Event], None]) -> None:
        self._connection = connection
        self._ring = ring
        self._notify = notify
        self._counters = connection.resource.counters
        self._clock = MediaClock(self._counters)
        # the clock has settled every jump: what is left are gaps and repetitions of any length
        self._normalizer = Normalizer(Timeline(self._counters, 0.0, max_gap=math.inf, max_overlap=math.inf))
        self._gap_from: float | None = None
        self._refusals: set[type[SourceError]] = set()
        """What was told of the present outage."""
        self._title = ""

    def blocks(self) -> Iterator[Samples]:
        """Yield consecutive 16 kHz mono blocks; ends only when the source says that it is over.

        After a loss the source is opened again, with growing random pauses between the attempts,
        until the token is cancelled.

        Raises:
            Cancelled: the token was cancelled.
        """
        delay = _FIRST_DELAY
        while True:
            reason = "the stream ended"
            connected_at = self._clock.edge
            try:
                yield from self._connected()
            except SourceError as exc:
                reason = str(exc)
            yield from self._normalizer.flush()
            if self._connection.resource.has_ended:
                return
            if self._clock.edge - connected_at > _SETTLED:
                delay = _FIRST_DELAY
            self._interrupted(reason)
            delay = self._reopen(delay)

    def _connected(self) -> Iterator[Samples]:
        """Read one connection to its end."""
        connection = self._connection
        streams = connection.live_streams()
        names = {stream.index: position for position, stream in enumerate(streams)}
        waiting = True
        packets = connection.container.packets(streams[0], connection.resource.stall_limit, *streams[1:])
        burst = take_burst(packets, connection.opened_at) if self._clock.has_begun else None
        ahead = burst.ahead if burst is not None else None
        self._clock.connected(connection.opened_at, connection.resource.replay_seconds, ahead)
        for packet in itertools.chain(burst.packets if burst is not None else (), packets):
            position = names[packet.stream.index]  # the last, empty packet has no index of its own
            stream = streams[position]
            if packet.size:
                at = self._placed(packet, stream)
                if at is None:
                    continue
                if waiting:
                    self._begin(streams, at)
                    waiting = False
                if self._ring is not None:
                    self._ring.write(packet, position, at)
                self._follow_title()
            if isinstance(stream, AudioStream):
                yield from self._samples(packet, stream)
            elif self._clock.edge - self._normalizer.timeline.cursor > _SOUNDLESS:
                yield from self._normalizer.advance(self._clock.edge - _SOUNDLESS / 2)

    def _samples(self, packet: Packet[Stream], stream: AudioStream) -> Iterator[Samples]:
        self._counters.packets += packet.size > 0
        self._counters.bytes += packet.size
        for frame in decoded_packet(stream, packet, self._counters):
            yield from self._normalizer.feed(frame)

    def _placed(self, packet: Packet[Stream], stream: Stream) -> float | None:
        """Rewrite the packet's time stamps as media time; returns that of decoding, None for a repetition."""
        stamp = packet.dts if packet.dts is not None else packet.pts
        base = packet.time_base
        duration = float(packet.duration * base) if packet.duration else 0.0
        made = self._connection.resource.made
        at = self._clock.place(stream.type, None if stamp is None else float(stamp * base), duration, made)
        if at is None:
            return None
        moved = round(at / base)
        if stamp is None:
            packet.pts = packet.dts = moved
            return at
        if packet.pts is not None:
            packet.pts += moved - stamp
        if packet.dts is not None:
            packet.dts += moved - stamp
        return at

    def _begin(self, streams: list[VideoStream | AudioStream], at: float) -> None:
        """The first packet of a connection that is new."""
        made = self._connection.resource.wall_time
        if self._ring is not None:
            self._ring.connect(streams, (time.time() if made is None else made) - at)
        if self._gap_from is not None:
            self._notify(StreamResumed(at, max(0.0, at - self._gap_from), self._counters.reconnects))
            self._gap_from = None

    def _follow_title(self) -> None:
        title = self._connection.resource.now_playing
        if title != self._title:
            self._title = title
            self._notify(StreamTitled(self._clock.edge, title))

    def _interrupted(self, reason: str) -> None:
        log.info("live source lost: %s", reason)
        if self._gap_from is None:
            self._gap_from = self._clock.edge
            self._refusals.clear()
            self._notify(StreamInterrupted(self._clock.edge, reason))

    def _refused(self, refusal: SourceError) -> None:
        """Tell why it does not come back, each kind of refusal once: the address may have expired."""
        log.info("live source still away: %s", refusal)
        if isinstance(refusal, SourceForbidden | SourceNotFound) and type(refusal) not in self._refusals:
            self._refusals.add(type(refusal))
            self._notify(StreamInterrupted(self._clock.edge, str(refusal)))

    def _reopen(self, delay: float) -> float:
        """Try until the source is open again; returns the pause to make after the next loss."""
        token = self._connection.guard.token
        self._connection.close()
        while True:
            if token.wait(delay * random.uniform(0.8, 1.2)):
                token.raise_if_cancelled()
            delay = min(delay * 2, _MAX_DELAY)
            try:
                self._connection.open()
            except SourceError as exc:
                self._refused(exc)
            else:
                return delay
