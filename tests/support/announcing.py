"""Announces devices in the local network, one test at a time: those that run side by side would hear each other."""

from __future__ import annotations

import getpass
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock
from zeroconf import IPVersion, Zeroconf

_TURN = FileLock(Path(tempfile.gettempdir()) / f"streamlation-tests-{getpass.getuser()}.lock")


@contextmanager
def announcing(address: str = "127.0.0.1") -> Iterator[Zeroconf]:
    """What services are registered with; they are gone with the block."""
    with _TURN:
        publisher = Zeroconf(interfaces=[address], ip_version=IPVersion.V4Only)
        try:
            yield publisher
        finally:
            publisher.close()
