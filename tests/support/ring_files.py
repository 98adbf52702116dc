"""Writes rings as a live ingest does, from media made on the spot."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.packet import Packet
from av.stream import Stream
from av.video.stream import VideoStream

from streamlation_desktop.media.ring.writer import RingWriter
from tests.support.media_files import RATE, tones


def write_film(
    path: Path, seconds: float, *, width: int = 160, key_every: int = 25, video_codec: str = "libx264"
) -> Path:
    """Pictures that get lighter with time, at 25 a second, and the tones of `write_tones`."""
    with av.open(str(path), "w") as output:
        video = output.add_stream(video_codec, rate=25, options={"g": str(key_every), "sc_threshold": "0"})
        assert isinstance(video, VideoStream)
        video.width, video.height, video.pix_fmt = width, 90, "yuv420p"
        audio = output.add_stream("aac", rate=RATE, layout="mono")
        assert isinstance(audio, AudioStream)
        samples = tones(seconds)
        done = 0
        for number in range(int(seconds * 25)):
            level = 16 + int(number / 25 * 20) % 220
            picture = av.VideoFrame.from_ndarray(np.full((90, width), level, np.uint8), format="gray").reformat(
                format="yuv420p"
            )
            picture.pts = number
            output.mux(video.encode(picture))
            while done < (number + 1) / 25 * RATE and done < len(samples):
                block = samples[done : done + 1024].reshape(1, -1)
                frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="mono")
                frame.sample_rate, frame.pts = RATE, done
                output.mux(audio.encode(frame))
                done += 1024
        output.mux(video.encode(None))
        output.mux(audio.encode(None))
    return path


def ingest(ring: RingWriter, path: Path, *, shift: float = 0.0, wall: float | None = None) -> None:
    """Write a file into a ring as one connection, `shift` seconds later in media time."""
    with av.open(str(path)) as source:
        start = (source.start_time or 0) / 1e6
        streams: list[Stream] = [*source.streams.audio[:1], *source.streams.video[:1]]
        ring.connect(streams, wall)
        positions = {stream.index: position for position, stream in enumerate(streams)}
        for packet in source.demux(*streams):
            if packet.size:
                ring.write(packet, positions[packet.stream_index], moved(packet, shift - start))


def moved(packet: Packet[Stream], shift: float) -> float:
    """Shift the packet's time stamps; returns the decoding time."""
    units = round(shift / packet.time_base)
    assert packet.dts is not None  # MPEG-TS has both, Matroska has not
    packet.dts += units
    if packet.pts is not None:
        packet.pts += units
    return float(packet.dts * packet.time_base)
