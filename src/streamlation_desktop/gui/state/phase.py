"""Where a session stands."""

from __future__ import annotations

from enum import Enum


class Phase(Enum):
    """Where a session stands, for the person who watches."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSING = "pausing"
    PAUSED = "paused"
    STOPPING = "stopping"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


ACTIVE = frozenset({Phase.RUNNING, Phase.PAUSING, Phase.STOPPING})
UNFINISHED = ACTIVE | {Phase.WAITING, Phase.PAUSED}
