"""What went wrong with the source on the way, in words."""

from __future__ import annotations

from collections.abc import Iterator

from streamlation_desktop.core.events import Warned
from streamlation_desktop.media.counters import SourceCounters

_AUDIBLE = 0.5
"""Seconds of missing sound that a viewer would notice."""


def source_faults(counters: SourceCounters) -> Iterator[Warned]:
    """One warning per kind of fault; what is missing is silence at its place, so times stay right."""
    if counters.lost_segments:
        yield Warned(
            f"{_counted(counters.lost_segments, 'segment')} of the stream could not be fetched", "It is silent there."
        )
    if counters.reconnects:
        gap = f"{counters.gap_seconds:.0f} s are missing"
        yield Warned(f"the connection was lost and found again {_counted(counters.reconnects, 'time')}; {gap}")
    if counters.dropped_seconds >= _AUDIBLE:
        hint = "A smaller model keeps up: --model tiny"
        yield Warned(f"{counters.dropped_seconds:.0f} s of the stream came faster than they could be heard", hint)
    if counters.decode_errors or counters.read_errors:
        count = counters.decode_errors + counters.read_errors
        yield Warned(f"the source is damaged in {_counted(count, 'place')}", "What could be read is in the captions.")


def _counted(count: int, thing: str) -> str:
    """``1 place``, ``2 places``; the window has its own plurals (`gui/remark_words.py`)."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
