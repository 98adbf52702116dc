"""Where a dubbing job stands."""

from __future__ import annotations

from enum import Enum


class Stage(Enum):
    """What is being done for one language of a job; in this order."""

    QUEUED = "queued"
    STT = "stt"
    TRANSLATING = "translating"
    DUBBING = "dubbing"
    MIXING = "mixing"
    EXPORTING = "exporting"
    COMPLETE = "complete"

    @property
    def following(self) -> Stage:
        """The stage after this one; `COMPLETE` stays."""
        stages = list(Stage)
        return stages[min(stages.index(self) + 1, len(stages) - 1)]

    @property
    def ordinal(self) -> int:
        """Place in the order, from 0."""
        return list(Stage).index(self)


WORKING_STAGES = tuple(stage for stage in Stage if stage not in (Stage.QUEUED, Stage.COMPLETE))
"""Those in which something is done."""


class JobState(Enum):
    """Where a job as a whole stands."""

    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    FAILED = "failed"
    """At least one language is on the dead-letter list; the others are done."""
    FINISHED = "finished"
