"""A film whose pictures carry their number and whose full seconds flash and beep."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.video.stream import VideoStream

BLOCK = 32
BITS = 20
RATE = 48_000


def stamp(luma: np.ndarray, number: int) -> None:
    """Write `number` into the upper left corner."""
    for bit in range(BITS):
        luma[:BLOCK, bit * BLOCK : (bit + 1) * BLOCK] = 235 if (number >> bit) & 1 else 16


def number_at(row: np.ndarray) -> int | None:
    """What the middles of the blocks say; None while two pictures are mixed."""
    if ((row > 70) & (row < 180)).any():
        return None
    return sum(1 << bit for bit, value in enumerate(row) if value > 125)


def beeps(seconds: int) -> np.ndarray:
    """A short tone at each full second; its pitch says the second's last digit."""
    sound = np.zeros(seconds * RATE, np.float32)
    clock = np.arange(RATE // 20) / RATE
    for second in range(seconds):
        tone = 0.5 * np.sin(2 * np.pi * (600 + 100 * (second % 10)) * clock)
        sound[second * RATE : second * RATE + len(tone)] = tone
    return sound


def write_film(path: Path, width: int, height: int, fps: int, seconds: int, gop: int) -> Path:
    """H.264 with B-frames and AAC; kept when it is there already."""
    if path.exists():
        return path
    partial = path.with_name("partial-" + path.name)
    source = av.open(f"testsrc2=size={width}x{height}:rate={fps},noise=alls=6:allf=t,format=yuv420p", format="lavfi")
    with av.open(str(partial), "w") as output:
        options = {"preset": "veryfast", "keyint_min": str(gop), "sc_threshold": "0", "bf": "2", "crf": "23"}
        video = output.add_stream("libx264", rate=fps, options=options)
        assert isinstance(video, VideoStream)
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        video.codec_context.gop_size = gop
        audio = output.add_stream("aac", rate=RATE, layout="stereo", options={"aac_coder": "fast"})
        assert isinstance(audio, AudioStream)
        sound, done = beeps(seconds), 0
        for number, frame in enumerate(source.decode(video=0)):
            if number >= seconds * fps:
                break
            _mark(frame, number, fps)
            frame.pts, frame.time_base = number, Fraction(1, fps)
            frame.pict_type = 0
            output.mux(video.encode(frame))
            while done < min(len(sound), (number + 1) * RATE // fps):
                block = sound[done : done + 1024]
                part = av.AudioFrame.from_ndarray(np.stack([block, block]), "fltp", "stereo")
                part.sample_rate, part.pts = RATE, done
                output.mux(audio.encode(part))
                done += len(block)
        output.mux(video.encode(None))
        output.mux(audio.encode(None))
    partial.rename(path)
    return path


def _mark(frame: av.VideoFrame, number: int, fps: int) -> None:
    frame.make_writable()
    planes = []
    for plane in frame.planes:
        planes.append(np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size))
    luma, blue, red = planes
    height, width = frame.height, frame.width
    if number % fps < 2:
        luma[height // 4 : 3 * height // 4, width // 4 : 3 * width // 4] = 235
    for chroma in (blue, red):
        chroma[: BLOCK // 2, : BLOCK * BITS // 2] = 128
    stamp(luma, number)


def write_captions(path: Path, seconds: int) -> Path:
    """SRT with a new line every two seconds."""
    cues = []
    for n in range(seconds // 2):
        times = f"00:00:{n * 2:02d},200 --> 00:00:{n * 2 + 1:02d},900"
        cues.append(f"{n + 1}\n{times}\nCaption number {n}, which is of an ordinary length\n")
    path.write_text("\n".join(cues), encoding="utf-8")
    return path
