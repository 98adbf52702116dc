"""A screen and a loudspeaker of our own: Xvfb, and PulseAudio with a null sink whose monitor is recorded."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_SCREEN = "1280x800x24"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Stage:
    """Where programs under measurement run."""

    environment: dict[str, str]
    display: str
    x_server: int
    """Process id."""


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    """Both servers, ended with the block."""
    folder.mkdir(parents=True, exist_ok=True)
    display = f":{100 + os.getpid() % 20_000}"
    socket = Path(f"/tmp/.X11-unix/X{display[1:]}")
    screen = subprocess.Popen(
        ["Xvfb", display, "-screen", "0", _SCREEN, "-nolisten", "tcp"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    deadline = time.monotonic() + 20
    while not socket.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    environment = os.environ | {
        "DISPLAY": display,
        "XDG_RUNTIME_DIR": str(runtime),
        "PULSE_SERVER": f"unix:{folder}/sound",
        "QT_QPA_PLATFORM": "xcb",
        "STREAMLATION_HOME": str(folder / "home"),
    }
    (folder / "sound").unlink(missing_ok=True)
    sound = subprocess.Popen(
        [
            "pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--realtime=no",
            "--high-priority=no", "-L", f"module-native-protocol-unix socket={folder}/sound auth-anonymous=1",
            "-L", "module-null-sink sink_name=rig rate=48000",
        ],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    # a listener keeps the null sink's periods short, as a real device's are
    time.sleep(1.5)
    listener = subprocess.Popen(
        ["parec", "--device=rig.monitor", "--latency-msec=20", "--raw"], env=environment, stdout=subprocess.DEVNULL
    )
    try:
        yield Stage(environment, display, screen.pid)
    finally:
        for process in (listener, sound, screen):
            process.terminate()
            process.wait(5)


def processor_seconds(pid: int) -> float:
    """Time that a process has used, user and system."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident(pid: int) -> float:
    """MiB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0
