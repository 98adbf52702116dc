"""How far behind a live stream the player runs, so that captions land on the speech."""

from __future__ import annotations

SHORTEST = 3.0
LONGEST = 30.0
"""Seconds that a user or the automatic choice may ask for."""

_MARGIN = 1.0
_STEP = 0.5
_CALM = 2.0
"""Seconds; a delay that is longer than needed by less than this is left alone."""


def automatic_delay(lag_p95: float | None, current: float | None = None) -> float:
    """The delay to aim at.

    It grows as soon as captions come too late for it, and shrinks only when much is gained, for each
    change is heard as a slower or faster stream.

    Args:
        lag_p95: seconds after which 95 of 100 captions were there; None before the first.
        current: the delay in use.
    """
    if lag_p95 is None:
        return current if current is not None else SHORTEST
    needed = min(max(lag_p95 + _MARGIN, SHORTEST), LONGEST)
    needed = min(-(-needed // _STEP) * _STEP, LONGEST)
    if current is not None and needed <= current < needed + _CALM:
        return current
    return needed
