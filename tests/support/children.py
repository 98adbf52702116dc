"""Processes that this one has started, on Linux."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def children() -> Iterator[tuple[int, bytes]]:
    """Number and command line of each, as everybody on the computer may read it; whichever thread started it."""
    for task in Path(f"/proc/{os.getpid()}/task").iterdir():
        with suppress(OSError):  # the thread, or a process, has just ended
            for child in (task / "children").read_text(encoding="ascii").split():
                yield int(child), Path(f"/proc/{child}/cmdline").read_bytes()
