from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
import pytest
from av.video.reformatter import ColorRange, Colorspace

from streamlation_desktop.media.av_streams.hardware import hardware_decoder
from streamlation_desktop.media.av_streams.pictures import Frame, Picture, PictureMaker, fitted
from streamlation_desktop.media.av_streams.tone import sdr

RED, GREEN, WHITE = (0, 0, 255), (0, 255, 0), (255, 255, 255)


def solid(width: int, height: int, yuv: tuple[int, int, int], pixel_format: str = "yuv420p") -> av.VideoFrame:
    frame = av.VideoFrame(width, height, pixel_format)
    wide = "10" in pixel_format
    for plane, value in zip(frame.planes, yuv, strict=True):
        kind = np.uint16 if wide else np.uint8
        plane.update(np.full(plane.buffer_size // np.dtype(kind).itemsize, value, kind).tobytes())
    frame.pts, frame.time_base = 0, Fraction(1, 25)
    return frame


def made(image: av.VideoFrame, viewport: tuple[int, int] = (0, 0), **about: float) -> Picture:
    return PictureMaker().make(
        Frame(0.0, 0.04, image, int(about.get("rotation", 0)), about.get("aspect", 1.0)), viewport
    )


def colour(picture: Picture) -> tuple[int, ...]:
    height, width = picture.pixels.shape[:2]
    return tuple(int(value) for value in picture.pixels[height // 2, width // 2, :3])


def near(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(found, wanted, strict=True)) <= 6


def test_hd_without_a_mark_is_bt_709() -> None:
    assert near(colour(made(solid(1280, 720, (63, 102, 240)))), RED)


def test_sd_without_a_mark_is_bt_601() -> None:
    assert near(colour(made(solid(640, 480, (81, 90, 240)))), RED)


def test_a_mark_wins_over_the_size() -> None:
    frame = solid(1280, 720, (81, 90, 240))
    frame.colorspace = Colorspace.ITU601
    assert near(colour(made(frame)), RED)


def test_full_range_is_not_stretched() -> None:
    frame = solid(1280, 720, (128, 128, 128))
    frame.color_range = ColorRange.JPEG
    assert near(colour(made(frame)), (128, 128, 128))
    assert near(colour(made(solid(1280, 720, (235, 128, 128)))), WHITE)


@pytest.mark.parametrize(
    ("rotation", "aspect", "viewport", "expected"),
    [
        (0, 1.0, (640, 640), (360, 640)),
        (90, 1.0, (640, 640), (640, 360)),
        (0, 2.0, (0, 0), (720, 2560)),
        (0, 0.5, (320, 320), (320, 284)),
        (0, 1.0, (0, 0), (720, 1280)),
        (0, 1.0, (333, 999), (187, 333)),
    ],
)
def test_pictures_fit_the_viewport_in_their_true_shape(
    rotation: int, aspect: float, viewport: tuple[int, int], expected: tuple[int, int]
) -> None:
    picture = made(solid(1280, 720, (63, 102, 240)), viewport, rotation=rotation, aspect=aspect)
    assert picture.pixels.shape[:2] == expected
    assert picture.pixels.flags["C_CONTIGUOUS"]


def test_a_picture_turned_by_its_mark_stands_upright() -> None:
    frame = av.VideoFrame.from_ndarray(np.zeros((64, 128), np.uint8), format="gray").reformat(format="yuv420p")
    rows = np.frombuffer(memoryview(frame.planes[0]), np.uint8).reshape(64, -1).copy()
    rows[:, :32] = 235  # white at the left
    frame.planes[0].update(rows.tobytes())
    upright = made(frame, rotation=90)  # counter-clockwise: left goes down
    assert upright.pixels.shape[:2] == (128, 64)
    assert upright.pixels[-8, 32, 1] > 200
    assert upright.pixels[8, 32, 1] < 50


@pytest.mark.parametrize("transfer", [16, 18])
def test_hdr_is_brought_into_the_range_of_an_ordinary_screen(transfer: int) -> None:
    shades = []
    for luma in (64, 300, 500, 700, 940):
        frame = solid(640, 360, (luma, 512, 512), "yuv420p10le")
        frame.color_trc, frame.colorspace = transfer, 9
        blue, green, red = colour(made(frame, (320, 180)))
        assert max(blue, green, red) - min(blue, green, red) <= 4
        shades.append(green)
    assert shades[0] <= 2
    assert shades == sorted(shades)
    assert shades[-1] >= 240


def test_tone_mapping_keeps_greys_grey_and_black_black() -> None:
    grey = np.linspace(0, 1, 20)[:, None].repeat(3, 1)
    for transfer in (16, 18):
        mapped = sdr(grey, transfer)
        assert np.ptp(mapped, axis=1).max() < 0.01
        assert mapped[0].max() < 0.01


def test_absurd_shapes_are_bounded() -> None:
    assert fitted((1.0, 1e9), (0, 0))[1] <= 16_384
    assert fitted((0.0, 0.0), (100, 100)) == (100, 100)


def test_a_card_that_is_missing_is_no_failure() -> None:
    codec = av.CodecContext.create("h264", "r")
    codec.width, codec.height = 1920, 1080
    found = hardware_decoder(codec)
    assert found is None or found.is_hwaccel
