"""Which encoder is chosen is found out by encoding, and what it encodes is limited by what this machine can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

import av
import pytest

from streamlation_desktop.media.delivery import encoders
from streamlation_desktop.media.delivery.encoders import (
    HARDWARE,
    SOFTWARE,
    EncoderChoice,
    Picture,
    choose_encoder,
    open_encoder,
)
from streamlation_desktop.media.delivery.segmenter import SegmentRequest, picture_of

Speed = Callable[[str, str], float | None]


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Speed], EncoderChoice]]:
    def choose(speed: Speed) -> EncoderChoice:
        monkeypatch.setattr(encoders, "_speed", speed)
        choose_encoder.cache_clear()
        return choose_encoder()

    yield choose
    choose_encoder.cache_clear()


def test_hardware_that_encodes_a_trial_is_taken_and_the_rest_not_even_tried(
    chosen: Callable[[Speed], EncoderChoice],
) -> None:
    tried: list[str] = []

    def speed(name: str, preset: str) -> float | None:
        tried.append(name)
        return 9.0 if name == HARDWARE[1] else None

    assert chosen(speed) == EncoderChoice(HARDWARE[1], "", 1080)
    assert tried == list(HARDWARE[:2])


@pytest.mark.parametrize(
    ("speeds", "choice"),
    [
        ({"veryfast": 8.0, "superfast": 9.0, "ultrafast": 14.0}, EncoderChoice(SOFTWARE, "veryfast", 1080)),
        ({"veryfast": 2.0, "superfast": 3.0, "ultrafast": 5.0}, EncoderChoice(SOFTWARE, "ultrafast", 1080)),
        ({"veryfast": 1.7, "superfast": 2.2, "ultrafast": 3.0}, EncoderChoice(SOFTWARE, "veryfast", 720)),
        ({"veryfast": 0.6, "superfast": 0.9, "ultrafast": 1.5}, EncoderChoice(SOFTWARE, "ultrafast", 720)),
    ],
)
def test_preset_and_height_are_what_the_trial_says(
    chosen: Callable[[Speed], EncoderChoice], speeds: dict[str, float], choice: EncoderChoice
) -> None:
    assert chosen(lambda name, preset: speeds[preset] if name == SOFTWARE else None) == choice


def test_encoder_that_is_listed_and_does_not_open_is_not_taken() -> None:
    absent = [name for name in HARDWARE if encoders._speed(name, "") is None]
    here = choose_encoder()

    assert here.name not in absent
    assert open_encoder(here.name, here.preset, Picture(320, 180, Fraction(25)), 2.0).is_open


def test_weak_machine_gets_720_lines_whatever_the_device_takes() -> None:
    with av.open("/dev/null", "w", format="mpegts") as container:
        stream = container.add_stream("libx264", rate=50)
        stream.width, stream.height = 3840, 2160
        request = SegmentRequest("talk.mkv", copy_video=False, max_height=1080, max_rate=30.0)
        weak = picture_of(stream, request, EncoderChoice(SOFTWARE, "ultrafast", 720))
        strong = picture_of(stream, request, EncoderChoice(SOFTWARE, "veryfast", 1080))

    assert (weak.width, weak.height, weak.frame_rate) == (1280, 720, Fraction(30))
    assert (strong.width, strong.height) == (1920, 1080)
