"""The captions of a session as casting needs them: what is committed, and up to where."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Iterable, Sequence

from streamlation_desktop.cast.commit_log import CommitLog
from streamlation_desktop.cast.live_captions import LiveCaptions
from streamlation_desktop.cast.waiting import wait_until
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import (
    CueCommitted,
    Envelope,
    Event,
    Progressed,
    SessionState,
    StateChanged,
    Transcribed,
)
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue

_SLACK = 0.05
"""Seconds by which a cue may end before its last word."""
_ENDED = (SessionState.FINISHED, SessionState.CANCELLED, SessionState.FAILED)


class CaptionFeed:
    """Written by the session's threads, read by those that serve segments."""

    def __init__(self, languages: Sequence[LanguageCode], *, is_live: bool = False) -> None:
        self.languages = tuple(languages)
        """To show; the first by default."""
        self._cues: dict[LanguageCode, dict[int, Cue]] = {language: {} for language in languages}
        self._ends: dict[LanguageCode, float] = dict.fromkeys(languages, 0.0)
        self._words: list[float] = []
        """When each word begins that no caption covers yet."""
        self._heard = 0.0
        self._live = LiveCaptions(languages) if is_live else None
        """Its cues would come a sentence later."""
        self._log = CommitLog()
        """Of a live session."""
        self._changed = threading.Condition()

    def handle(self, envelope: Envelope) -> None:
        """Take an event; an `EventBus` handler."""
        event = envelope.event
        if isinstance(event, StateChanged) and event.state in _ENDED:
            self.finish()
        elif self._live is not None:
            with self._changed:
                self._live.handle(event)
                now = time.monotonic()
                self._log.heard(self._live.heard_to, now)
                self._log.final(self._live.settled, now)
                self._changed.notify_all()
        elif isinstance(event, CueCommitted):
            self.add((event.cue,))
        else:
            with self._changed:
                self._note(event)
                self._changed.notify_all()

    def add(self, cues: Iterable[Cue]) -> None:
        """Take committed cues; one that is known already changes nothing."""
        with self._changed:
            for cue in cues:
                if cue.language in self._cues:
                    self._cues[cue.language][cue.index] = cue
                    self._ends[cue.language] = max(self._ends[cue.language], cue.span.end)
            covered = min(self._ends.values(), default=math.inf)
            self._words = [start for start in self._words if start >= covered - _SLACK]
            self._changed.notify_all()

    def finish(self) -> None:
        """Nothing more will come."""
        with self._changed:
            self._heard = math.inf
            self._log.final(math.inf, time.monotonic())
            self._words = []
            self._changed.notify_all()

    @property
    def is_complete(self) -> bool:
        """True when nothing more will come."""
        return self._heard == math.inf

    @property
    def committed_to(self) -> float:
        """Media time before which no caption will be added: words that wait for their sentence hold it back."""
        with self._changed:
            return self._committed_to()

    def final_at(self, media_time: float) -> float:
        """When captions of a live session became final up to there (monotonic seconds); now, where they are not."""
        with self._changed:
            known = self._log.final_at(media_time)
        return time.monotonic() if known is None else known

    @property
    def usual_wait(self) -> float | None:
        """Seconds that captions of a live session took in the last minute; None where that is not known yet."""
        with self._changed:
            return self._log.usual_wait

    def wait_for(self, media_time: float, token: CancelToken, deadline: float | None = None) -> bool:
        """Until captions are committed up to `media_time`.

        Args:
            deadline: monotonic seconds after which waiting is given up.

        Returns:
            False when the deadline passed first.

        Raises:
            Cancelled: the token was cancelled.
        """
        return wait_until(self._changed, lambda: self._committed_to() >= media_time, token, deadline)

    def cues(self, language: LanguageCode, start: float = 0.0, end: float = math.inf) -> list[Cue]:
        """Committed cues that are on screen somewhere in ``[start, end)``, in order."""
        with self._changed:
            if self._live is not None:
                made = self._cues.get(language, {}) | self._live.cues(language)
            else:
                made = self._cues.get(language, {})
            found = [cue for cue in made.values() if cue.span.start < end and cue.span.end > start]
        return sorted(found, key=lambda cue: (cue.span.start, cue.index))

    def _committed_to(self) -> float:
        if self._live is not None and self._heard != math.inf:
            return self._live.settled
        return min((self._heard, *self._words))

    def _note(self, event: Event) -> None:
        match event:
            case Transcribed(transcript) if transcript.is_final:
                self._words += [word.span.start for word in transcript.words]
            case Progressed("transcribe", done, _):
                self._heard = max(self._heard, done)
