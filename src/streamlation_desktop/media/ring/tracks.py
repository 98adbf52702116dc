"""The tracks of a recording: packets as they are, or sound that a container cannot hold in a form that it can.

Cameras send what telephones spoke (G.711, G.726), which neither Matroska nor MP4 nor MPEG-TS has a place for. Matroska
gets it as PCM, which loses nothing and has no silence of an encoder before it; the others take AAC alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.packet import Packet
from av.stream import Stream

from streamlation_desktop.core.errors import UnsupportedMedia
from streamlation_desktop.media.describe import codec_name
from streamlation_desktop.media.heard import heard_frames

_MPEGTS = frozenset(
    {
        *("h264", "hevc", "mpeg1video", "mpeg2video", "mpeg4", "vc1"),
        *("aac", "aac_latm", "mp2", "mp2float", "mp3", "mp3float", "ac3", "eac3", "dca", "opus"),
    }
)
"""FFmpeg writes anything else, too, but as data that nobody can read."""
_RATES = (8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000)
"""Of AAC, up to what is needed here."""
_BITS_PER_SAMPLE = 6
"""The most that an encoder of AAC may use for each sample of a channel."""
_MOST_BITS = 96_000
_ELSEWHERE = "Record to Matroska (.mkv)."


class Track(Protocol):
    """A stream on its way into the file."""

    def packets(self, packet: Packet[Stream], source: Stream) -> Iterator[Packet[Stream]]:
        """What is to be written for a packet of `source`."""

    def rest(self) -> Iterator[Packet[Stream]]:
        """What was held back."""


class CopiedTrack:
    """Leaves everything as it is."""

    def __init__(self, file: OutputContainer, source: Stream) -> None:
        self._copy = file.add_stream_from_template(source)

    def packets(self, packet: Packet[Stream], source: Stream) -> Iterator[Packet[Stream]]:
        """The packet."""
        packet.stream = self._copy
        yield packet

    def rest(self) -> Iterator[Packet[Stream]]:
        """Nothing."""
        return iter(())


class EncodedSound:
    """Decodes sound and encodes it anew, at the same times."""

    def __init__(self, file: OutputContainer, source: AudioStream) -> None:
        layout = "mono" if source.channels == 1 else "stereo"
        if file.format.name == "matroska":
            encoder = file.add_stream("pcm_s16le", rate=source.rate, layout=layout)
        else:
            rate = next((rate for rate in _RATES if rate >= source.rate), _RATES[-1])
            encoder = file.add_stream("aac", rate=rate, layout=layout)
            encoder.bit_rate = min(_MOST_BITS, _BITS_PER_SAMPLE * rate) * min(source.channels, 2)
        self._encoder = encoder

    def packets(self, packet: Packet[Stream], source: Stream) -> Iterator[Packet[Stream]]:
        """Its sound; none where it is damaged."""
        assert isinstance(source, AudioStream)
        packet.stream = source
        for frame in heard_frames(source, packet):
            for ready in self._encoder.encode(frame):
                if ready.pts is not None and ready.pts >= 0:  # before 0 is silence that would move all of the file
                    yield ready

    def rest(self) -> Iterator[Packet[Stream]]:
        """The last samples, which filled no packet."""
        yield from self._encoder.encode(None)


def add_track(file: OutputContainer, source: Stream) -> Track:
    """A track for a stream; raises UnsupportedMedia when the container has no place for it."""
    name, container = codec_name(source), file.format.name
    if name in (_MPEGTS if container == "mpegts" else file.supported_codecs):
        return CopiedTrack(file, source)
    if isinstance(source, AudioStream):
        return EncodedSound(file, source)
    raise UnsupportedMedia(
        f"{container} cannot hold a picture in {name}",
        hint=_ELSEWHERE if container != "matroska" else "Watch it without a recording.",
    )
