"""What a sound system says when it refuses, with a program in the place of `parec` that says it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from streamlation_desktop.capture.base import CaptureStream
from streamlation_desktop.capture.devices import CaptureDevice, CaptureKind
from streamlation_desktop.capture.pulse import PulseStream
from streamlation_desktop.capture.source import CaptureSource
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceError, SourceForbidden, SourceLost, SourceNotFound
from streamlation_desktop.media.options import SourceOptions

HEADSET = CaptureDevice(CaptureKind.MICROPHONE, "head", "Headset", is_default=True)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no parec on Windows")


class Refusing:
    """A `CaptureBackend` whose one device cannot be heard."""

    def devices(self) -> list[CaptureDevice]:
        return [HEADSET]

    def open(self, device: CaptureDevice, token: CancelToken) -> CaptureStream:
        return PulseStream(device, token)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("Stream error: Access denied", SourceForbidden),
        ("Stream error: No such entity", SourceNotFound),
        ("Connection terminated", SourceLost),
    ],
)
def test_a_microphone_that_is_refused_ends_the_start_with_the_reason(
    said: str, error: type[SourceError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "parec"
    program.write_text(f"#!/bin/sh\necho '{said}' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("streamlation_desktop.capture.source._READ", 20.0)

    with pytest.raises(error, match="Headset") as failure:
        CaptureSource("mic:", CancelToken(), SourceOptions(), Refusing())

    assert failure.value.hint
