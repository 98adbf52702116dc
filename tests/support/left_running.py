"""Threads and processes of ours that nobody has ended."""

from __future__ import annotations

import sys
import threading

from tests.support.children import children

_POOLS = ("gui-", "storage-writer", "job_", "clips_")
"""Names of threads whose work is not seen in them."""


def left_running() -> set[tuple[int, str]]:
    """Number and name of each."""
    threads = {(thread.native_id or 0, f"thread {thread.name}") for thread in threading.enumerate() if _is_ours(thread)}
    if sys.platform != "linux":
        return threads
    words = ((number, command.decode(errors="replace").replace("\0", " ")) for number, command in children())
    return threads | {(number, f"process {line}") for number, line in words if "streamlation_desktop" in line}


def _is_ours(thread: threading.Thread) -> bool:
    module = getattr(getattr(thread, "_target", None), "__module__", None) or ""
    return module.startswith("streamlation_desktop") or thread.name.startswith(_POOLS)
