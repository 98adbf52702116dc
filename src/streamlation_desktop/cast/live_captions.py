"""The captions of a live session as far as they are final, and up to where that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.events import CaptionUpdated, Event, LiveStats, Progressed
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue
from streamlation_desktop.subtitles.live_captions import LiveCues

QUIET_SECONDS = 2.0
"""A word that was spoken is in some caption, at least as a guess, so long after the recognizer got its sound."""
_PASSED_LINES = 50
"""Lines whose beginning is remembered."""
_HOPELESS_LINES = 4
"""A language that had nothing to say of so many lines has no translator: nobody waits for it."""


@dataclass(slots=True)
class _Track:
    """One language."""

    builder: LiveCues = field(default_factory=LiveCues)
    cues: dict[int, Cue] = field(default_factory=dict)
    line: int = 0
    """The one that is open, or comes next."""
    growing: float | None = None
    """Where the open line's last cue begins, which may still grow."""
    is_guessed: bool = False
    """Something is heard of the open line that has no time yet."""
    end: float = 0.0
    """Of the last word that is settled."""
    settled: float = 0.0
    is_known: bool = False
    """It has told something."""

    def note(self, state: CaptionState) -> None:
        self.is_known = True
        made = self.builder.add(state)
        for cue in made:
            self.cues[cue.index] = cue
        self.line = max(self.line, state.line + state.is_closed)
        self.growing = made[-1].span.start if made and not state.is_closed else None
        self.is_guessed = bool(state.tail) and not state.committed
        self.end = max((self.end, *(word.span.end for word in state.committed)))


class LiveCaptions:
    """Fed with the states of every language, the spoken one too; used under the lock of its `CaptionFeed`.

    A translation comes when its sentence is complete: until then the first word of the sentence holds it back.
    """

    def __init__(self, languages: Sequence[LanguageCode]) -> None:
        self._tracks = {language: _Track() for language in languages}
        self._begun: dict[int, float] = {}
        """When each line begins, in media time."""
        self._listened = 0.0
        self._patience = QUIET_SECONDS

    def handle(self, event: Event) -> None:
        """Take an event of the session."""
        match event:
            case CaptionUpdated(state):
                self.note(state)
            case Progressed("listen", done, _):
                self.listened(done)
            case LiveStats(lag_p95=lag) if lag is not None:
                self.slow(lag)

    def note(self, state: CaptionState) -> None:
        """Take what is said now."""
        if state.committed:
            self._begun.setdefault(state.line, state.committed[0].span.start)
        for line in sorted(self._begun)[:-_PASSED_LINES]:
            del self._begun[line]
        if state.language in self._tracks:
            self._tracks[state.language].note(state)
        self._settle()

    def listened(self, until: float) -> None:
        """The recognizer has the sound up to there."""
        self._listened = max(self._listened, until)
        self._settle()

    def slow(self, lag: float) -> None:
        """So many seconds a caption takes now."""
        self._patience = max(QUIET_SECONDS, lag)

    @property
    def heard_to(self) -> float:
        """Media time up to which the recognizer has the sound."""
        return self._listened

    @property
    def settled(self) -> float:
        """Media time before which no caption will be added."""
        return min((track.settled for track in self._tracks.values()), default=self._listened)

    def cues(self, language: LanguageCode) -> dict[int, Cue]:
        """All cues, by index; those that begin after `settled` may change."""
        track = self._tracks.get(language)
        return dict(track.cues) if track is not None else {}

    def _settle(self) -> None:
        for track in self._tracks.values():
            track.settled = max(track.settled, self._settled_in(track))

    def _settled_in(self, track: _Track) -> float:
        if track.growing is not None:
            return track.growing
        if not track.is_known and len(self._begun) >= _HOPELESS_LINES:
            return self._listened - self._patience
        waiting = [start for line, start in self._begun.items() if line >= track.line]
        if waiting:
            return min(waiting)
        if track.is_guessed:
            return track.settled
        return max(track.end, self._listened - self._patience)
