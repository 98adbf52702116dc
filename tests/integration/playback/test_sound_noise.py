"""What the sound libraries of Linux write to the terminal by themselves."""

from __future__ import annotations

import subprocess
import sys
from ctypes.util import find_library

import pytest

_ASK = """
import os
import sounddevice
from streamlation_desktop.playback.pcm_ring import PcmRing
from streamlation_desktop.playback.sound_device import open_device

sounddevice._terminate = sounddevice._lib.Pa_Terminate
sounddevice._initialize = sounddevice._lib.Pa_Initialize  # its own hides all of stderr meanwhile
if __name__ == "__main__":
    {ask}
    os._exit(0)  # at the end it would count what it initialized
"""


def said(ask: str) -> str:
    code = _ASK.format(ask=ask)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    return done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other libraries")
@pytest.mark.skipif(find_library("portaudio") is None, reason="PortAudio is not installed")
def test_opening_a_sound_device_writes_nothing_to_the_terminal() -> None:
    if not said("sounddevice._terminate(); sounddevice._initialize()"):
        pytest.skip("nothing is missing on this machine that they would complain of")
    assert said("open_device(PcmRing(48_000))") == ""
