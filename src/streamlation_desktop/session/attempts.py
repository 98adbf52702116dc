"""What a job does when its engine process dies or runs out of memory: how often it goes on, and how carefully."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field, replace

from streamlation_desktop.core.errors import InferenceFailed, OutOfMemory
from streamlation_desktop.core.events import (
    CaptionUpdated,
    CueCommitted,
    Degraded,
    Envelope,
    SessionState,
    StateChanged,
    Transcribed,
)
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.runner import Request

GENTLE_AFTER = 2
"""Deaths after which a job goes on with little memory: one may be chance, two in a job hardly are."""
MOST_IN_VAIN = 4
"""Deaths without a new word between them after which a job fails, however slowly they come."""
GOES_ON = "a new one, which goes on where it stopped"
GENTLY = "a new one, with small batches on the processor"

_CARD = re.compile(r"\bCUDA\b|\bcuBLAS\b|\bcuDNN\b")
"""How CTranslate2 begins to tell what went wrong on a card."""


@dataclass(slots=True)
class Attempts:
    """The attempts at one job: what is asked of the next engine process, and what the user is told."""

    request: Request
    _deaths: int = 0
    _in_vain: int = 0
    _wanted_memory: bool = False
    _revisions: dict[LanguageCode, int] = field(default_factory=dict)
    """How far the captions of a live session are: a new engine process counts on from there."""
    _began: float = 0.0
    """When the first engine process began to open the source: that was media time 0, or next to it."""

    def note(self, envelope: Envelope) -> None:
        """See what the engine process told: with it, what follows is not in vain, and captions count on from there."""
        if isinstance(envelope.event, (Transcribed, CueCommitted, CaptionUpdated)):
            self._in_vain = 0
        if isinstance(envelope.event, CaptionUpdated):
            self._revisions[envelope.event.state.language] = envelope.event.state.revision
        if not self._began and envelope.event == StateChanged(SessionState.RUNNING):
            self._began = time.monotonic() - (time.time() - envelope.wall_time)  # it may come late

    def after_death(self, how: str) -> Degraded:
        """The engine process has ended.

        Raises:
            InferenceFailed: again and again, and nothing comes of it.
        """
        self._deaths, self._in_vain = self._deaths + 1, self._in_vain + 1
        if self._in_vain >= MOST_IN_VAIN:
            raise again_and_again(how)
        is_gentle = self._deaths >= GENTLE_AFTER and not isinstance(self.request, LiveRequest)
        self._go_on(is_gentle=is_gentle)
        return Degraded(f"the engine process {how}", GENTLY if is_gentle else GOES_ON)

    def after_want_of_memory(self, failure: OutOfMemory) -> Degraded:
        """The models did not fit: once more, with as little as can be.

        Raises:
            OutOfMemory: that was tried already.
        """
        if self._wanted_memory:
            raise failure
        self._wanted_memory = True
        self._go_on(is_gentle=True)
        return Degraded(str(failure), GENTLY)

    def after_failure_of_card(self, failure: InferenceFailed) -> Degraded:
        """An engine failed, perhaps for the card's sake: then once more without it.

        Raises:
            InferenceFailed: the processor was asked for, or it is no failure of a card.
        """
        request = self.request
        job = request.job if isinstance(request, LiveRequest) else request
        if job.device == "cpu" or not _CARD.search(str(failure)):
            raise failure
        self._go_on(is_gentle=True)
        return Degraded(f"the graphics card failed ({failure})", GENTLY)

    def _go_on(self, *, is_gentle: bool) -> None:
        request = self.request
        job = request.job if isinstance(request, LiveRequest) else request
        if is_gentle:
            job = replace(job, device="cpu", compute_type="", is_gentle=True)
        if isinstance(request, LiveRequest):
            began = request.began or self._began
            self.request = replace(request, job=job, revisions=tuple(self._revisions.items()), began=began)
        else:
            self.request = job


def again_and_again(how: str) -> InferenceFailed:
    """What the user is told in the end."""
    return InferenceFailed(
        f"the engine process {how}, again and again",
        hint="What was done is kept. A smaller model may help. See: streamlation doctor",
    )
