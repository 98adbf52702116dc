"""Times as players write them."""

from __future__ import annotations


def clock_text(seconds: float, *, long: bool = False) -> str:
    """``m:ss``, or ``h:mm:ss`` from one hour on or when `long`."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, second = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{second:02d}" if hours or long else f"{minutes}:{second:02d}"
