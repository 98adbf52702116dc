"""What the interpreter does beside the window, whose thread waits for it: no turn may take long by the clock either."""

from __future__ import annotations

import gc
import sys

SWITCH_INTERVAL = 0.0002
"""Seconds until a thread at work lets another have the interpreter. Each call into Qt gives it away and asks for it
again, so that a turn waits a hundred times for it."""


def hurry() -> None:
    """The window comes up: no search for garbage among what is being imported, which takes 0.1 s in one go."""
    gc.disable()
    sys.setswitchinterval(SWITCH_INTERVAL)


def settle() -> None:
    """Everything is there: it is no garbage, and is not looked through again."""
    gc.freeze()
    gc.enable()
