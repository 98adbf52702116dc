"""Which device is meant by what the user wrote."""

from __future__ import annotations

import pytest

from streamlation_desktop.capture.devices import CaptureDevice, CaptureKind, choose, parse_capture
from streamlation_desktop.core.errors import SourceForbidden, SourceNotFound
from streamlation_desktop.media.location import parse_location
from streamlation_desktop.media.names import is_url, url_name

BUILT_IN = CaptureDevice(CaptureKind.MICROPHONE, "alsa.1", "Built-in Mikrofon")
HEADSET = CaptureDevice(CaptureKind.MICROPHONE, "bluez.2", "Headset", is_default=True)
SPEAKERS = CaptureDevice(CaptureKind.SYSTEM, "alsa.1.monitor", "Monitor of Speakers")
ALL = (BUILT_IN, HEADSET, SPEAKERS)


@pytest.mark.parametrize(
    ("location", "device"),
    [
        ("mic:", HEADSET),
        ("mic://", HEADSET),
        ("MIC:", HEADSET),
        ("mic:Headset", HEADSET),
        ("mic:mikrofon", BUILT_IN),
        ("mic:alsa.1", BUILT_IN),
        ("system:", SPEAKERS),
        (SPEAKERS.location, SPEAKERS),
    ],
)
def test_a_device_is_found_by_its_name_or_by_being_the_default(location: str, device: CaptureDevice) -> None:
    assert choose(ALL, *parse_capture(location)) is device


def test_a_device_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(SourceNotFound, match="Webcam") as failure:
        choose(ALL, *parse_capture("mic:Webcam"))

    assert failure.value.hint == "There are: Built-in Mikrofon, Headset."


def test_captures_have_names_for_files_and_are_no_paths() -> None:
    assert is_url("mic:Headset")
    assert not is_url("microphone.wav")
    assert (url_name("mic:Headset"), url_name("system:")) == ("microphone", "system-sound")


def test_a_capture_cannot_be_opened_as_a_file() -> None:
    with pytest.raises(SourceForbidden, match="live"):
        parse_location("mic:")
