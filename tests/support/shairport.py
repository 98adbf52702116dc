"""Debian's shairport-sync as an AirPlay receiver, found through a zeroconf of the test's own on the loopback interface.

The program does not start without avahi, and avahi not without D-Bus: both run in a network namespace of
their own, where nobody hears them. That takes root.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from zeroconf import ServiceInfo

from streamlation_desktop.core.casting import CastDevice, DeviceKind
from tests.support.announcing import announcing
from tests.support.loopback import address_of_its_own

_TEXT = {
    "am": "ShairportSync", "et": "0,1", "cn": "0,1", "ss": "16", "sr": "44100", "ch": "2", "tp": "UDP",
    "txtvers": "1", "sf": "0x4", "md": "0,1,2", "vn": "65537", "pw": "false", "da": "true",
}  # fmt: skip


@dataclass(slots=True)
class Shairport:
    """A running receiver and what it has played."""

    device: CastDevice
    received: bytearray = field(default_factory=bytearray)

    def samples(self) -> npt.NDArray[np.int16]:
        """Stereo, ``(frames, 2)``."""
        whole = len(self.received) // 4 * 4
        return np.frombuffer(bytes(self.received[:whole]), "<i2").reshape(-1, 2)

    def wait_for(self, seconds: float, patience: float = 60) -> None:
        """Until so much sound has arrived."""
        deadline, heard, seen = time.monotonic() + patience, 0, 0
        while heard < seconds * 44_100:
            assert time.monotonic() < deadline, f"{heard / 44_100:.1f} s arrived"
            whole = len(self.received) // 4 * 4
            heard += int(np.frombuffer(bytes(self.received[seen:whole]), "<i2").reshape(-1, 2).any(1).sum())
            seen = whole  # to count all of it each time would take the processor from what is sent
            time.sleep(0.1)

    def wait_for_the_end(self, quiet: float = 1.5, patience: float = 60) -> None:
        """Until nothing has arrived for so many seconds."""
        deadline, known, since = time.monotonic() + patience, -1, time.monotonic()
        while time.monotonic() - since < quiet:
            assert time.monotonic() < deadline, "it plays on"
            if len(self.received) != known:
                known, since = len(self.received), time.monotonic()
            time.sleep(0.05)


_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={folder}/bus.sock</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy>
</busconfig>
"""
_AVAHI = """[server]
host-name=nobody
use-ipv6=no
enable-dbus=yes
[publish]
publish-workstation=no
[wide-area]
enable-wide-area=no
[rlimits]
"""
_NAMESPACE = """
mkdir -p /run/avahi-daemon && mount -t tmpfs none /run/avahi-daemon && ip link set lo up || exit 1
dbus-daemon --config-file={folder}/bus.conf --nofork --nopidfile &
while [ ! -S {folder}/bus.sock ]; do sleep 0.05; done
exec avahi-daemon -f {folder}/avahi.conf --no-drop-root --no-chroot --no-rlimits --no-proc-title
"""
_PROGRAMS = ("shairport-sync", "avahi-daemon", "dbus-daemon", "unshare", "ip")


@contextmanager
def _avahi(folder: Path) -> Iterator[str]:
    """An avahi that hears nobody; the address of its bus."""
    (folder / "bus.conf").write_text(_BUS.format(folder=folder))
    (folder / "avahi.conf").write_text(_AVAHI)
    address = f"unix:path={folder}/bus.sock"
    process = subprocess.Popen(
        [
            "unshare",
            "--net",
            "--mount",
            "--pid",
            "--fork",
            "--kill-child",
            "sh",
            "-c",
            _NAMESPACE.format(folder=folder),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address},
    )
    assert process.stderr is not None
    try:
        for line in process.stderr:
            if "startup complete" in line:
                break
        else:
            pytest.skip("avahi does not start in a namespace here")
        yield address
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


@contextmanager
def shairport(folder: Path) -> Iterator[Shairport]:
    """Skips the test where the program is missing, or something else answers multicast questions here."""
    missing = [name for name in _PROGRAMS if shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin") is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} not installed: no AirPlay receiver here")
    if os.geteuid() != 0:
        pytest.skip("a namespace for the AirPlay receiver needs root: sudo python3 dev.py test tests/integration/cast")
    with _avahi(folder) as bus:
        yield from _running(folder, bus)


def _running(folder: Path, bus: str) -> Iterator[Shairport]:
    pipe, port, address = folder / "pcm", _free_port(), address_of_its_own()
    os.mkfifo(pipe)
    config = folder / "shairport.conf"
    config.write_text(
        f'general = {{ name = "Kitchen"; output_backend = "pipe"; port = {port};'
        ' interpolation = "basic"; interface = "lo"; ignore_volume_control = "yes";'
        # A pipe has the pace of this machine: nothing is to be corrected, so that what comes out is what came in.
        " drift_tolerance_in_seconds = 5.0; resync_threshold_in_seconds = 0.0; };\n"
        f'pipe = {{ name = "{pipe}"; }};\n'
    )
    handle = os.open(pipe, os.O_RDWR)  # a writer never finds it closed
    process = subprocess.Popen(
        ["nice", "-n", "-10", "shairport-sync", "-c", str(config), "-u"],  # what it has no time for is lost
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": bus},
    )
    result = Shairport(CastDevice("airplay:AABBCCDDEEFF", "Kitchen", DeviceKind.AIRPLAY, address, port))
    reader = threading.Thread(target=_read, args=(handle, result.received), daemon=True)
    reader.start()
    try:
        with announcing(address) as zeroconf:
            service = ServiceInfo(
                "_raop._tcp.local.",
                "AABBCCDDEEFF@Kitchen._raop._tcp.local.",
                port,
                properties=_TEXT,
                server="kitchen.local.",
                parsed_addresses=[address],
            )
            zeroconf.register_service(service)
            _wait_listening(port)
            yield result
    finally:
        process.kill()
        process.wait()
        os.write(handle, b"end!")
        reader.join(5)
        os.close(handle)


def _read(handle: int, received: bytearray) -> None:
    while True:
        data = os.read(handle, 65_536)
        if data.endswith(b"end!"):
            return
        received += data


def _wait_listening(port: int) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("shairport-sync did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
