"""A private PulseAudio with devices of no substance."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

needs_pulseaudio = pytest.mark.skipif(
    not all(shutil.which(name) for name in ("pulseaudio", "pactl", "parec", "pacat")),
    reason="needs Debian's pulseaudio and pulseaudio-utils",
)


class SoundServer:
    """Runs below `folder`; `pulseaudio` of the user is left alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.environment = {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder / "pulse"),
            "PULSE_STATE_PATH": str(folder / "state"),
            "PULSE_SERVER": f"unix:{folder / 'socket'}",
            "PULSE_COOKIE": str(folder / "cookie"),
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        }
        self._process: subprocess.Popen[bytes] | None = None
        self._players: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """With one output that goes nowhere, and a microphone that hears it."""
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--realtime=no"]
        modules = [
            f"module-native-protocol-unix auth-anonymous=1 socket={self._folder / 'socket'}",
            *self._devices(),
        ]
        loads = [part for module in modules for part in ("-L", module)]
        self._process = subprocess.Popen(
            [*command, *loads],
            env={**os.environ, **self.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 20
        while self.control("info", check=False).returncode:
            assert self._process.poll() is None, "pulseaudio ended"
            assert time.monotonic() < deadline, "pulseaudio does not answer"
            time.sleep(0.05)

    def kill(self) -> None:
        """As a crash does."""
        for player in self._players:
            player.kill()
            player.wait()
        self._players.clear()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def control(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run ``pactl``."""
        return subprocess.run(
            ["pactl", *arguments],
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
            timeout=20,
            check=check,
        )

    def unplug(self) -> None:
        """Take the output and its monitor away."""
        self.control("unload-module", "module-null-sink")

    def plug_in(self) -> None:
        """Bring them back."""
        for device in self._devices():
            self.control("load-module", *device.split(" ", 1)[0:1], *device.split(" ")[1:])

    def play(self, samples: npt.NDArray[np.float32]) -> None:
        """Play 16 kHz mono samples on the output, over and over."""
        sound = self._folder / "sound.raw"
        sound.write_bytes(np.tile(samples.astype("<f4"), 20).tobytes())
        feeder = subprocess.Popen(["sh", "-c", 'while cat "$0"; do :; done', str(sound)], stdout=subprocess.PIPE)
        player = subprocess.Popen(
            ["pacat", "--raw", "--format=float32le", "--rate=16000", "--channels=1", "--latency-msec=50"],
            env={**os.environ, **self.environment},
            stdin=feeder.stdout,
        )
        assert feeder.stdout is not None
        feeder.stdout.close()  # the player's alone: without it the feeder ends
        self._players += [feeder, player]

    @staticmethod
    def _devices() -> list[str]:
        return [
            "module-null-sink sink_name=speakers sink_properties=device.description=Speakers",
            "module-remap-source master=speakers.monitor source_name=head source_properties=device.description=Headset",
        ]
