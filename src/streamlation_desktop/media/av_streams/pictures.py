"""Decoded pictures, converted to what a window paints."""

from __future__ import annotations

from dataclasses import dataclass

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
import numpy as np
import numpy.typing as npt
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from streamlation_desktop.media.av_streams.tone import ToneMapper, is_hdr

Pixels = npt.NDArray[np.uint8]
"""Shape ``(height, width, 4)``: blue, green, red, unused."""

_HD = 720
_MAX_SIDE = 16_384


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A decoded picture as the decoder left it."""

    time: float
    """Media time at which it appears, in seconds."""
    duration: float
    image: VideoFrame
    rotation: int = 0
    """Degrees counter-clockwise that it must be turned."""
    aspect: float = 1.0
    """Width of a pixel over its height."""

    @property
    def shape(self) -> tuple[float, float]:
        """Width and height as they should look, in source pixels: pixel aspect and rotation applied."""
        width, height = float(self.image.width), float(self.image.height)
        ratio = self.aspect
        width, height = (width * ratio, height) if ratio >= 1 else (width, height / ratio)
        return (height, width) if self.rotation % 180 else (width, height)


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture ready to paint."""

    time: float
    pixels: Pixels
    frame: Frame
    """Where it came from: for another size, or a screenshot."""


class PictureMaker:
    """Converts frames; used by one thread."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()
        self._tone = ToneMapper()

    def make(self, frame: Frame, viewport: tuple[int, int]) -> Picture:
        """Fit `frame` into `viewport` (pixels), keeping its shape; (0, 0) for its full size."""
        width, height = fitted(frame.shape, viewport)
        if frame.rotation % 180:
            width, height = height, width
        image = frame.image
        small = width * height < image.width * image.height
        if is_hdr(image):
            pixels = _view(self._tone.to_bgra(image, width, height))
        else:
            converted = self._reformatter.reformat(
                image,
                width=width,
                height=height,
                format="bgra",
                src_colorspace=_matrix(image),
                src_color_range=image.color_range or ColorRange.UNSPECIFIED,
                dst_color_range=ColorRange.JPEG,
                interpolation=Interpolation.FAST_BILINEAR if small else Interpolation.BILINEAR,
                threads=1,
            )
            pixels = _view(converted)
        turns = frame.rotation // 90 % 4
        pixels = np.ascontiguousarray(np.rot90(pixels, turns))  # no copy when it is upright and unpadded
        return Picture(frame.time, pixels, frame)


def fitted(shape: tuple[float, float], viewport: tuple[int, int]) -> tuple[int, int]:
    """Pixels of a picture of that shape in the viewport, at least 1 x 1."""
    width, height = max(shape[0], 1.0), max(shape[1], 1.0)
    scale = 1.0
    if viewport[0] > 0 and viewport[1] > 0:
        scale = min(viewport[0] / width, viewport[1] / height)
    scale = min(scale, _MAX_SIDE / width, _MAX_SIDE / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _view(image: VideoFrame) -> Pixels:
    """The pixels without a copy; the array keeps the frame's memory alive."""
    plane = image.planes[0]
    rows: Pixels = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[: image.height]
    return rows[:, : image.width * 4].reshape(image.height, image.width, 4)


def _matrix(image: VideoFrame) -> int:
    """The YUV matrix; unmarked HD is BT.709, which swscale would take for BT.601."""
    known = {
        1: Colorspace.ITU709,
        4: Colorspace.FCC,
        7: Colorspace.SMPTE240M,
        9: Colorspace.BT2020,
        10: Colorspace.BT2020,
    }
    if image.colorspace in (5, 6):
        return Colorspace.ITU601
    return known.get(image.colorspace, Colorspace.ITU709 if image.height >= _HD else Colorspace.ITU601)
