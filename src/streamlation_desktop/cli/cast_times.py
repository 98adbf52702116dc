"""Times on the command line of casting."""

from __future__ import annotations

import argparse

from streamlation_desktop.core.casting import BUFFERS, LONGEST_DELAY
from streamlation_desktop.core.errors import UsageError


def timing_change(options: argparse.Namespace) -> dict[str, float | None]:
    """Of `CastTiming`: what was asked for."""
    asked = {"delay": (options.delay, (1.0, LONGEST_DELAY)), "buffer": (options.buffer, BUFFERS)}
    return {name: _span(name, text, limits) for name, (text, limits) in asked.items() if text is not None}


def _span(name: str, text: str, limits: tuple[float, float]) -> float | None:
    if text == "auto":
        return None
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not limits[0] <= seconds <= limits[1]:
        hint = f"Give {limits[0]:g} to {limits[1]:g} seconds, or auto."
        raise UsageError(f"--{name}: not a time: {text}", hint=hint)
    return seconds


def start_seconds(text: str) -> float:
    try:
        parts = [float(part) for part in text.split(":")]
    except ValueError:
        parts = []
    if not 1 <= len(parts) <= 3 or any(part < 0 for part in parts):
        raise UsageError(f"--start: not a time: {text}", hint="Give seconds, or hours:minutes:seconds.")
    total = 0.0
    for part in parts:
        total = total * 60 + part
    return total
