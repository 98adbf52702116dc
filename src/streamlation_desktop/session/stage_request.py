"""A request to do one stage of one language of a job, for a queue whose models are elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode


@dataclass(frozen=True, slots=True)
class StageRequest:
    """A step of the queue. All else is found in the database, by the job's id; so is what comes of it."""

    job: str
    language: LanguageCode
    stage: Stage
    is_gentle: bool = False
    """On the processor, with the least memory; the result is the same."""


class StageWorker(Protocol):
    """Does stages; several at once from several threads."""

    def run_stage(self, request: StageRequest, events: EventBus, token: CancelToken) -> Stage:
        """Do one, and keep its result in the database; returns the stage that comes next.

        That is an earlier one where what it gave is not there any more, or no longer holds.

        Raises:
            StreamlationError: it cannot be done now, or ever.
            Cancelled: `token` was cancelled.
        """
