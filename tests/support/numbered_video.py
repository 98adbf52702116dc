"""Makes films whose pictures carry their own number, as white and black blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np
import numpy.typing as npt
from av.audio.stream import AudioStream
from av.video.stream import VideoStream

from tests.support.media_files import RATE, tones

if TYPE_CHECKING:
    from av.container.core import Chapter

BITS = 14
_BLOCK = 16
WIDTH, HEIGHT = BITS * _BLOCK, 64
_TIME_BASE = Fraction(1, 1000)


def picture(number: int) -> npt.NDArray[np.uint8]:
    """Grey picture ``(HEIGHT, WIDTH)`` that says `number`."""
    bits = [(number >> bit) & 1 for bit in range(BITS)]
    row = np.repeat(np.array(bits, np.uint8) * 235, _BLOCK)
    image = np.tile(row, (HEIGHT, 1))
    image[: HEIGHT // 4] = (number * 7) % 200 + 16  # something that moves, so that the encoder has work
    return image


def number_in(pixels: npt.NDArray[np.uint8]) -> int:
    """What a picture ``(height, width, 4)`` of any size says."""
    row = pixels[pixels.shape[0] * 3 // 4, :, 1]
    centres = (np.arange(BITS) + 0.5) * pixels.shape[1] / BITS
    return sum(int(row[int(centre)] > 110) << bit for bit, centre in enumerate(centres))


def write_numbered(
    path: Path,
    times: Sequence[float],
    *,
    gop: int = 250,
    b_frames: int = 2,
    sound: float = 0.0,
    offset: float = 0.0,
    languages: Sequence[str] = ("eng",),
    container: str | None = None,
    chapters: Mapping[float, str] | None = None,
) -> Path:
    """Write one picture for each of `times` (seconds), and `sound` seconds of tones, one track per language.

    `chapters` are titles by their starts in seconds.
    """
    with av.open(str(path), "w", format=container, options={"avoid_negative_ts": "disabled"}) as output:
        if chapters:
            output.set_chapters(_chapters(chapters, offset, times[-1]))
        video = output.add_stream("libx264", rate=25, options={"preset": "ultrafast", "crf": "20", "bf": str(b_frames)})
        assert isinstance(video, VideoStream)
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        video.codec_context.time_base = _TIME_BASE
        video.codec_context.gop_size = gop
        tracks = [_sound_stream(output, language) for language in languages] if sound else []
        packets = [p for i, track in enumerate(tracks) for p in _sound_packets(track, sound, offset, first=10.0 * i)]
        for number, time in enumerate(times):
            frame = av.VideoFrame.from_ndarray(picture(number), format="gray").reformat(format="yuv420p")
            frame.pts = round((time + offset) * 1000)
            frame.time_base = _TIME_BASE
            packets += video.encode(frame)
        packets += video.encode(None)
        output.start_encoding()
        for packet in sorted(packets, key=lambda packet: (packet.dts or 0) * packet.time_base):
            output.mux(packet)
    return path


def _chapters(titles: Mapping[float, str], offset: float, end: float) -> list[Chapter]:
    starts = sorted(titles)
    return [
        {
            "id": number,
            "start": round((start + offset) * 1000),
            "end": round((max(start, after) + offset) * 1000),
            "time_base": _TIME_BASE,
            "metadata": {"title": titles[start]} if titles[start] else {},
        }
        for number, (start, after) in enumerate(zip(starts, [*starts[1:], end], strict=True), 1)
    ]


def _sound_stream(output: av.container.OutputContainer, language: str) -> AudioStream:
    stream = output.add_stream("aac", rate=RATE, layout="mono", options={"aac_coder": "fast"})
    assert isinstance(stream, AudioStream)
    stream.metadata["language"] = language
    return stream


def _sound_packets(stream: AudioStream, seconds: float, offset: float, first: float) -> list[av.Packet]:  # type: ignore[type-arg]
    packets = []
    samples = tones(seconds, first)
    for start in range(0, len(samples), 1024):
        frame = av.AudioFrame.from_ndarray(samples[start : start + 1024].reshape(1, -1), format="fltp", layout="mono")
        frame.sample_rate = RATE
        frame.pts = start + int(offset * RATE)
        packets += stream.encode(frame)
    return [*packets, *stream.encode(None)]
