"""Keeps a live session as it goes: every settled word in the ledger, every finished cue in the files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from streamlation_desktop.core.events import CueCommitted, EventBus, Transcribed, Translated
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Origin, Sentence, TimeSpan, Transcript, Translation, Word
from streamlation_desktop.pipeline.live.translating import LiveResult
from streamlation_desktop.subtitles.builder import CueBuilder


@dataclass(slots=True)
class LiveTrack:
    """The cues of one language."""

    language: LanguageCode
    builder: CueBuilder
    cues: list[Cue] = field(default_factory=list)


class LiveLedger(Protocol):
    """Makes the session durable; each call returns when it is so."""

    def keep_words(self, ordinal: int, transcript: Transcript) -> None:
        """The words of the sentence that is being spoken; they take the place of those before."""

    def keep_captions(
        self, ordinal: int, language: LanguageCode, translations: Sequence[Translation], cues: Sequence[Cue]
    ) -> None:
        """What a finished sentence gave in one language."""


@dataclass(slots=True)
class KeepStep:
    """The last step: nothing that was shown as settled is lost, even if the program is killed."""

    spoken: LiveTrack
    targets: Sequence[LiveTrack]
    origin: Origin
    ledger: LiveLedger
    events: EventBus
    written: Callable[[LiveTrack], None]
    """Called when a track has new cues."""
    ordinal: int = 0
    """Of the sentence that is being spoken."""

    def __call__(self, results: Iterable[LiveResult]) -> Iterator[None]:
        """Keep each result."""
        until = 0.0
        for result in results:
            until = max(until, result.heard_until)
            for position, sentence in enumerate(result.done):
                self._sentence(sentence, {code: made[position] for code, made in result.translations.items()})
            if result.pending:
                self.ledger.keep_words(self.ordinal, self._transcript(result.pending))
            yield
        self._finish(until)

    def _sentence(self, sentence: Sentence, translations: dict[LanguageCode, Translation]) -> None:
        transcript = self._transcript(sentence.words)
        self.ledger.keep_words(self.ordinal, transcript)
        self.events.publish(Transcribed(transcript))
        self._cues(self.spoken, (), self.spoken.builder.add(sentence))
        for track in self.targets:
            translation = translations[track.language]
            self.events.publish(Translated(translation))
            self._cues(track, (translation,), track.builder.add(translation))
        self.ordinal += 1

    def _finish(self, until: float) -> None:
        """The cues that were held back for what might follow."""
        end = TimeSpan(until, until)
        marker = Transcript(self.ordinal, end, self.spoken.language, "", (), self.origin)
        self.ledger.keep_words(self.ordinal, marker)
        for track in (self.spoken, *self.targets):
            self._cues(track, (), track.builder.finish(until))

    def _cues(self, track: LiveTrack, translations: tuple[Translation, ...], cues: Sequence[Cue]) -> None:
        self.ledger.keep_captions(self.ordinal, track.language, translations, cues)
        track.cues += cues
        for cue in cues:
            self.events.publish(CueCommitted(cue))
        if cues:
            self.written(track)

    def _transcript(self, words: Sequence[Word]) -> Transcript:
        span = TimeSpan(words[0].span.start, max(word.span.end for word in words))
        text = "".join(word.text for word in words).strip()
        confidence = sum(word.probability for word in words) / len(words)
        return Transcript(self.ordinal, span, self.spoken.language, text, tuple(words), self.origin, confidence)
