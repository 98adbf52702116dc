"""Which language a segment is heard in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from streamlation_desktop.core.events import EventBus, LanguageDetected
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SpeechSegment, Transcript
from streamlation_desktop.engines.base import LanguageGuess, RecognitionOptions, Recognizer

_SURE = 0.6
"""A guess this probable settles the language of the session."""
_VOTES = 5
"""Unsure guesses are added up over this many segments."""


@dataclass(slots=True)
class LanguageChoice:
    """Chooses the language of each segment.

    One given language is used as it is. Several given languages are told apart in every segment.
    With none given, each of the first segments is heard in its own guess until one is sure or
    enough have voted; the winner then holds for the session.
    """

    recognizer: Recognizer
    options: RecognitionOptions
    events: EventBus
    settled: LanguageCode | None = None
    _scores: dict[LanguageCode, float] = field(default_factory=dict)
    _votes: int = 0

    @property
    def is_settled(self) -> bool:
        """True when the language of a segment depends on none before it."""
        return self.settled is not None or len(self.options.allowed_languages) > 1

    def of(self, segment: SpeechSegment) -> tuple[LanguageCode, float | None]:
        """The language to transcribe `segment` in, and how sure a detection was (None: none was needed)."""
        if self.settled is not None:
            return self.settled, None
        guess = self.recognizer.detect_language(segment, self.options)
        self.events.publish(LanguageDetected(guess.language, guess.probability, segment.audio.span))
        self._vote(guess)
        return guess.language, guess.probability

    def replay(self, transcripts: Iterable[Transcript]) -> None:
        """Take the votes of an earlier, interrupted run, so that this one goes on as it would have."""
        for transcript in transcripts:
            if self.settled is None and transcript.language_probability is not None:
                self._vote(LanguageGuess(transcript.language, transcript.language_probability))

    def _vote(self, guess: LanguageGuess) -> None:
        if len(self.options.allowed_languages) > 1:
            return
        self._votes += 1
        self._scores[guess.language] = self._scores.get(guess.language, 0.0) + guess.probability
        if guess.probability >= _SURE or self._votes >= _VOTES:
            self.settled = max(self._scores, key=lambda language: self._scores[language])
