"""Segments of a live stream, from the ring that its session keeps: no second connection, the same clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceLost
from streamlation_desktop.media.delivery.encoders import EncoderChoice, choose_encoder
from streamlation_desktop.media.delivery.packets import (
    AudioRecoder,
    Mix,
    Templates,
    VideoRecoder,
    seen_frames,
)
from streamlation_desktop.media.delivery.segmenter import SegmentRequest, picture_of
from streamlation_desktop.media.delivery.segments import TARGET_SECONDS, Segment, SegmentWriter, TimedPacket, seconds
from streamlation_desktop.media.errors import LIBRARY_ERRORS, translate
from streamlation_desktop.media.heard import heard_frames
from streamlation_desktop.media.location import parse_location
from streamlation_desktop.media.ring.layout import state_path
from streamlation_desktop.media.ring.reader import RingReader
from streamlation_desktop.media.ring.segment_file import RingPacket

_POLL = 0.1
_START_SECONDS = 60.0
_READ_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class VoiceOver:
    """A voice over the sound, which comes some time after what it translates."""

    mix: Mix
    """At `AUDIO_RATE`."""
    wait: Callable[[float, float, CancelToken], None]
    """Until the voice is there up to a media time; media of that time came so many seconds ago."""


def ring_segments(
    ring: Path, request: SegmentRequest, folder: Path, token: CancelToken, back: float, voice: VoiceOver | None = None
) -> Iterator[Segment]:
    """Yield each segment when it is complete, until the stream ends.

    Args:
        back: seconds before the edge at which the first one begins.
        voice: what is not yet said holds the segments back.

    Raises:
        SourceLost: the session never wrote to the ring.
        DiskFull: no space left.
        Cancelled: the token was cancelled.
    """
    _wait_for(ring, token)
    with closing(RingReader(ring, token)) as reader:
        try:
            reader.seek(max(0.0, reader.edge - back))
            first = _first(reader, token)
            if first is None:
                return
            conversion = _Conversion(reader, request, token, voice)
            with closing(conversion.open(first, folder)):
                for segment in conversion.writer.write(conversion.packets(first), first.time):
                    yield replace(segment, behind=max(0.0, reader.edge - segment.end))
        except LIBRARY_ERRORS as exc:
            token.raise_if_cancelled()
            raise translate(exc, parse_location(request.location).shown) from exc


@dataclass(slots=True)
class _Conversion:
    """The packets of a ring in the form that devices take."""

    reader: RingReader
    request: SegmentRequest
    token: CancelToken
    voice: VoiceOver | None = None
    _video: VideoRecoder | None = None
    _audio: AudioRecoder | None = None
    _epoch: int = -1
    _writer: SegmentWriter | None = None

    @property
    def writer(self) -> SegmentWriter:
        """Writes what is converted."""
        assert self._writer is not None
        return self._writer

    def open(self, first: RingPacket, folder: Path) -> OutputContainer:
        """Make the encoders that the first packet's connection needs; close what is returned in the end."""
        streams = self.reader.template(first.epoch).streams
        video = next(iter(streams.video), None)
        copies = self.request.copy_video or video is None
        encoder = EncoderChoice("", "", self.request.max_height) if copies else choose_encoder()
        picture = None if copies or video is None else picture_of(video, self.request, encoder)
        templates = Templates.open(picture, encoder, TARGET_SECONDS)
        if picture is not None and templates.video is not None:
            self._video = VideoRecoder(templates.video, picture, TARGET_SECONDS)
        self._audio = AudioRecoder(templates.audio, self.voice.mix if self.voice else None)
        self._epoch = first.epoch
        audio = templates.audio if streams.audio else None
        self._writer = SegmentWriter(folder, (templates.video or video) if video else None, audio)
        return templates.container

    def packets(self, first: RingPacket) -> Iterator[TimedPacket]:
        """Everything from `first` on, in the order of its arrival."""
        following: RingPacket | None = first
        while following is not None or not self.reader.ended:
            if following is not None:
                if self.voice is not None:
                    end = following.time + following.duration
                    self.voice.wait(end, max(0.0, self.reader.edge - end), self.token)
                yield from self._converted(following)
            following = self.reader.read(_READ_SECONDS)

    def _converted(self, item: RingPacket) -> Iterator[TimedPacket]:
        stream = self.reader.template(item.epoch).streams[item.stream]
        packet = item.packet
        packet.stream = stream
        if isinstance(stream, VideoStream) and self._video is None:
            if item.epoch != self._epoch:  # a new connection may have other parameters
                self._epoch = item.epoch
                self.writer.use_video(stream)
            time = seconds(packet.pts if packet.pts is not None else packet.dts, packet.time_base)
            yield TimedPacket(time, item.duration, True, packet)
        elif isinstance(stream, VideoStream) and self._video is not None:
            for frame in seen_frames(stream, packet):
                yield from self._video.feed(frame, seconds(frame.pts, frame.time_base))
        elif isinstance(stream, AudioStream) and self._audio is not None:
            for sound in heard_frames(stream, packet):
                yield from self._audio.feed(sound, seconds(sound.pts, sound.time_base))


def _wait_for(ring: Path, token: CancelToken) -> None:
    waited = 0.0
    while not state_path(ring).exists():
        if waited > _START_SECONDS:
            raise SourceLost("the stream did not begin", hint="Check the address and whether it is on air.")
        if token.wait(_POLL):
            token.raise_if_cancelled()
        waited += _POLL


def _first(reader: RingReader, token: CancelToken) -> RingPacket | None:
    while True:
        packet = reader.read(_READ_SECONDS)
        if packet is not None or reader.ended:
            return packet
        token.raise_if_cancelled()
