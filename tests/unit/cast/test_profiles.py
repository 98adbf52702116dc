from __future__ import annotations

from dataclasses import replace

import pytest

from streamlation_desktop.cast.profiles import copies_picture, possible_levels, profile_of, takes_picture, takes_sound
from streamlation_desktop.core.casting import CastDevice, DeliveryLevel, DeviceKind
from streamlation_desktop.media.delivery.facts import AudioFacts, MediaFacts, VideoFacts

H264 = VideoFacts("h264", "High", 4.0, "yuv420p", 1920, 1080, 25.0, "640028")
HEVC = replace(H264, codec="hevc", profile="Main", level=4.0, parameters="")
AAC = AudioFacts("aac", "LC", 2, 48_000)
FILM = MediaFacts("/films/a.mp4", "mov,mp4,m4a,3gp,3g2,mj2", 60.0, False, "", H264, AAC)
COPY, STREAM, BURNED = DeliveryLevel.COPY, DeliveryLevel.STREAM, DeliveryLevel.BURNED


def device(model: str = "Chromecast", **more: object) -> CastDevice:
    return replace(CastDevice("chromecast:x", "TV", DeviceKind.CHROMECAST, "192.0.2.1", 8009, model), **more)  # type: ignore[arg-type]


def levels(
    facts: MediaFacts, model: str = "Chromecast", *, complete: bool = True, dubbed: bool = False
) -> list[DeliveryLevel]:
    return possible_levels(profile_of(device(model)), facts, captions_complete=complete, dubbed=dubbed)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (FILM, [COPY, STREAM, BURNED]),
        (replace(FILM, location="/films/a.mkv"), [STREAM, BURNED]),
        (replace(FILM, location="https://host/a.mp4"), [STREAM, BURNED]),
        (replace(FILM, video=HEVC), [STREAM, BURNED]),
        (replace(FILM, audio=replace(AAC, channels=6)), [STREAM, BURNED]),
        (replace(FILM, audio=replace(AAC, codec="ac3")), [STREAM, BURNED]),
        (replace(FILM, video=replace(H264, level=5.1)), [STREAM, BURNED]),
        (replace(FILM, video=replace(H264, height=2160)), [STREAM, BURNED]),
        (replace(FILM, video=replace(H264, frame_rate=60.0)), [STREAM, BURNED]),
        (replace(FILM, video=replace(H264, pixel_format="yuv420p10le")), [STREAM, BURNED]),
        (replace(FILM, location="/songs/a.mp3", video=None), [COPY, STREAM]),
    ],
)
def test_file_goes_as_it_is_only_where_every_chromecast_plays_it(
    facts: MediaFacts, expected: list[DeliveryLevel]
) -> None:
    assert levels(facts) == expected


def test_captions_that_are_still_made_or_a_dub_need_segments() -> None:
    assert levels(FILM, complete=False) == [STREAM, BURNED]
    assert levels(FILM, dubbed=True) == [STREAM, BURNED]


def test_device_that_can_more_gets_more() -> None:
    assert levels(replace(FILM, video=HEVC), "Chromecast Ultra")[0] is COPY
    assert levels(replace(FILM, video=HEVC), "A TV of some make")[0] is STREAM


def test_speaker_gets_sound_alone() -> None:
    profile = profile_of(device(has_video=False))

    assert not takes_picture(profile, H264)
    assert possible_levels(profile, FILM, captions_complete=True, dubbed=False) == [STREAM]


def test_segments_hold_the_picture_as_it_is_where_they_can() -> None:
    profile = profile_of(device())

    assert copies_picture(profile, H264, STREAM)
    assert not copies_picture(profile, HEVC, STREAM)
    assert copies_picture(profile, HEVC, BURNED), "it is encoded once, when the captions are drawn"
    assert not copies_picture(profile, replace(H264, codec="vp9"), BURNED)


def test_more_than_two_channels_of_aac_are_not_taken() -> None:
    profile = profile_of(device())

    assert takes_sound(profile, AAC)
    assert not takes_sound(profile, replace(AAC, channels=6))
    assert takes_sound(profile, None)
