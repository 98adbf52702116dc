"""Runs the Chromecast stand-in of `tests/support/chromecast` as a process."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from streamlation_desktop.core.casting import CastDevice, DeviceKind

ROOT = Path(__file__).parents[2]
MODULES = ROOT / ".tools" / "npm" / "node_modules"
_SCRIPT = Path(__file__).parent / "chromecast" / "receiver.cjs"


@dataclass(frozen=True, slots=True)
class FakeChromecast:
    """A running receiver."""

    device: CastDevice
    control: int
    process: subprocess.Popen[bytes]

    def ask(self, what: str) -> Any:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.control}/{what}", timeout=20) as answer:
            return json.load(answer)

    def unplug(self) -> None:
        """It is gone, without a word."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def seen(self) -> dict[str, tuple[float, float]]:
        """Text of each cue that was on screen, and the media times between which it appeared."""
        return {text: (first, last) for text, (first, last) in self.ask("probe")["seen"].items()}

    def messages(self, kind: str) -> list[dict[str, Any]]:
        return [message for message in self.ask("log") if message["type"] == kind]

    def wait_for(self, condition: Callable[[dict[str, Any]], bool], seconds: float = 30) -> dict[str, Any]:
        """Until what `probe` tells satisfies the condition."""
        deadline = time.monotonic() + seconds
        probe: dict[str, Any] = {}
        while time.monotonic() < deadline:
            probe = self.ask("probe")
            if condition(probe):
                return probe
            time.sleep(0.05)
        raise AssertionError(f"never so: {probe}")


@contextmanager
def fake_chromecast(folder: Path, *flags: str, model: str = "Chromecast") -> Iterator[FakeChromecast]:
    """Skips the test where Node.js, Chromium or the npm packages are missing."""
    kept = _kept.pop() if _kept else None
    receiver = kept or _started(folder if _folder is None else _folder, flags)
    if kept is not None:
        kept.ask(f"new?{'&'.join(flags)}")
    try:
        yield replace(receiver, device=replace(receiver.device, model=model))
    finally:
        if _folder is not None and receiver.process.poll() is None:
            _kept.append(receiver)
        else:
            _stop(receiver)


_kept: list[FakeChromecast] = []
_folder: Path | None = None
"""Of receivers that are kept for the next one who wants one."""


@contextmanager
def kept_receivers(folder: Path) -> Iterator[None]:
    """Receivers are used again, each time as new: a browser takes its time to start."""
    global _folder
    _folder = folder
    try:
        yield
    finally:
        _folder = None
        while _kept:
            _stop(_kept.pop())


def _started(folder: Path, flags: tuple[str, ...]) -> FakeChromecast:
    node = shutil.which("node")
    if node is None or shutil.which("chromium") is None:
        pytest.skip("node or chromium is not installed: no receiver to cast to")
    if not (MODULES / "castv2").is_dir():
        pytest.skip("the npm packages of the receiver are not installed: python3 dev.py test installs them")
    key, cert = certificate(folder)
    process = subprocess.Popen(
        [node, str(_SCRIPT), str(MODULES), str(key), str(cert), *flags],
        stdout=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "HOME": str(folder)},
    )
    assert process.stdout is not None
    ports = json.loads(process.stdout.readline())
    process.stdout.close()
    device = CastDevice(
        "chromecast:11111111-2222-3333-4444-555555555555",
        "Living room",
        DeviceKind.CHROMECAST,
        "127.0.0.1",
        ports["cast"],
        "Chromecast",
    )
    return FakeChromecast(device, ports["control"], process)


def _stop(receiver: FakeChromecast) -> None:
    process = receiver.process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def certificate(folder: Path) -> tuple[Path, Path]:
    """A key and what is signed with it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "fake chromecast")])
    now = datetime.now(UTC)
    cert = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .sign(key, hashes.SHA256())
    )
    key_file, cert_file = folder / "key.pem", folder / "cert.pem"
    key_file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    cert_file.write_bytes(cert.public_bytes(serialization.Encoding.PEM))
    return key_file, cert_file
