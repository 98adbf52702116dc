"""Starts threads for those who must not wait."""

from __future__ import annotations

import _thread
import threading


def start_soon(thread: threading.Thread) -> None:
    """Start `thread`, which nobody joins, and wait for nothing.

    `Thread.start` returns when the new thread has had the interpreter and a core, which both are scarce where a film
    begins: the window would wait 10 to 20 ms.
    """
    _thread.start_new_thread(thread.start, ())
