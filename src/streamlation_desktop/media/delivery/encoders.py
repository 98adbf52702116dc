"""Which H.264 encoder this machine has, and how fast: listed is not the same as working."""

from __future__ import annotations

import time
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

import av
import numpy as np
from av.video.codeccontext import VideoCodecContext

from streamlation_desktop.media.errors import LIBRARY_ERRORS

HARDWARE = ("h264_nvenc", "h264_videotoolbox", "h264_qsv", "h264_amf")
SOFTWARE = "libx264"
_PRESETS = ("veryfast", "superfast", "ultrafast")
_TRIAL = (1280, 720, 24)
"""Width, height, frames."""
_HEADROOM = 1.6
"""Times real time that leaves room for the rest of the work."""


@dataclass(frozen=True, slots=True)
class EncoderChoice:
    """What to encode with."""

    name: str
    preset: str
    """Of libx264; empty for others."""
    max_height: int
    """Lines that this machine encodes in real time."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be encoded."""

    width: int
    height: int
    frame_rate: Fraction


def open_encoder(name: str, preset: str, picture: Picture, seconds: float) -> VideoCodecContext:
    """An encoder with a key frame at least every `seconds`; raises one of LIBRARY_ERRORS when it cannot be had."""
    context = av.CodecContext.create(name, "w")
    assert isinstance(context, VideoCodecContext)
    configure(context, name, preset, picture, seconds)
    context.open()
    return context


def configure(context: VideoCodecContext, name: str, preset: str, picture: Picture, seconds: float) -> None:
    """Set what every receiver takes: High profile, level 4.1, 8 bits, no open groups."""
    context.width, context.height, context.pix_fmt = picture.width, picture.height, "yuv420p"
    context.framerate = picture.frame_rate
    context.time_base = Fraction(1, 90_000)
    context.gop_size = max(1, round(seconds * float(picture.frame_rate)))
    context.max_b_frames = 0
    context.bit_rate = 0 if name == SOFTWARE else 5_000_000
    if name == SOFTWARE:
        context.options = {
            "preset": preset,
            "tune": "zerolatency",
            "crf": "21",
            "profile": "high",
            "level": "4.1",
            "maxrate": "12M",
            "bufsize": "12M",
            "forced-idr": "1",
        }
    else:
        context.options = {"forced-idr": "1", "profile": "high"}


@cache
def choose_encoder() -> EncoderChoice:
    """Probe the hardware by using it; else pick libx264's preset by a short trial. Once for a process."""
    for name in HARDWARE:
        if _speed(name, "") is not None:
            return EncoderChoice(name, "", 1080)
    for preset in _PRESETS:
        speed = _speed(SOFTWARE, preset) or 0.0
        if speed >= _HEADROOM * 2.25:  # 1080 lines are 2.25 times 720
            return EncoderChoice(SOFTWARE, preset, 1080)
    return EncoderChoice(SOFTWARE, "veryfast" if (_speed(SOFTWARE, "veryfast") or 0) > _HEADROOM else "ultrafast", 720)


def _speed(name: str, preset: str) -> float | None:
    """Times real time at 720 lines and 24 pictures a second; None when the encoder does not work."""
    width, height, frames = _TRIAL
    noise = np.random.default_rng(7).integers(0, 255, (height * 3 // 2, width), np.uint8)
    try:
        encoder = open_encoder(name, preset, Picture(width, height, Fraction(24)), 2.0)
        begun = time.monotonic()
        for number in range(frames):
            frame = av.VideoFrame.from_ndarray(np.roll(noise // 4 + 96, number * 3, 1), format="yuv420p")
            frame.pts, frame.time_base = number * 3750, Fraction(1, 90_000)
            encoder.encode(frame)
        encoder.encode(None)
    except (*LIBRARY_ERRORS, ValueError):
        return None
    return frames / 24 / max(1e-6, time.monotonic() - begun)
