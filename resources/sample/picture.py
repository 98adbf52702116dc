"""The moving picture of the sample: two speakers, a ring around the one who talks, and the sound as bars."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from models.recipes.synthetic_speech.spoken import SAMPLE_RATE, Samples

WIDTH, HEIGHT, RATE = 640, 360, 25
_BACKGROUND = (18, 24, 38)
_COLOURS = ((240, 128, 96), (96, 168, 240))
_CENTRES = ((190, 125), (450, 125))
_BARS = 48

Frame = npt.NDArray[np.uint8]


def loudness(samples: Samples) -> Samples:
    """Root mean square of each video frame's samples, 1.0 at the loudest; (frames,)."""
    size = SAMPLE_RATE // RATE
    blocks = samples[: len(samples) // size * size].reshape(-1, size)
    level = np.sqrt((blocks**2).mean(axis=1))
    return np.asarray(level / level.max(), dtype=np.float32)


def draw(index: int, levels: Samples, speaker: int | None, names: tuple[str, ...]) -> Frame:
    """Draw frame ``index``; the lower quarter stays calm, for subtitles.

    Args:
        index: number of the frame.
        levels: loudness of every frame.
        speaker: who talks now, or None.
        names: written under the faces.
    """
    image = Image.new("RGB", (WIDTH, HEIGHT), _BACKGROUND)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=18)
    for number, (name, (x, y), colour) in enumerate(zip(names, _CENTRES, _COLOURS, strict=True)):
        active = number == speaker
        opening = int(14 * levels[index]) if active else 0
        if active:
            radius = 56 + int(14 * levels[index])
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=colour, width=3)
        pen.ellipse((x - 48, y - 48, x + 48, y + 48), fill=colour)
        for side in (-16, 16):
            pen.ellipse((x + side - 5, y - 17, x + side + 5, y - 7), fill=_BACKGROUND)
        pen.ellipse((x - 16, y + 16 - opening // 2, x + 16, y + 20 + opening), fill=_BACKGROUND)
        pen.text((x, y + 86), name, font=font, fill=colour if active else (150, 156, 170), anchor="mm")
    _bars(pen, levels[max(0, index - _BARS) : index + 1])
    pen.rectangle((0, HEIGHT - 4, WIDTH * (index + 1) // len(levels), HEIGHT), fill=_COLOURS[1])
    return np.asarray(image)


def _bars(pen: ImageDraw.ImageDraw, recent: Samples) -> None:
    for place, level in enumerate(recent[::-1]):
        x, half = WIDTH - 86 - place * 10, 1 + int(16 * level)
        pen.rectangle((x, 252 - half, x + 5, 252 + half), fill=(84, 98, 128))
