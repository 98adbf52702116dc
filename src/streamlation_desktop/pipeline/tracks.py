"""One language of captions on its way from sentences to committed cues."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Sentence, Translation
from streamlation_desktop.subtitles.builder import CueBuilder

Translate = Callable[[Sequence[Sentence]], list[Translation]]
"""Translates sentences into the language of a track; one result per sentence, in order."""

CommitCaptions = Callable[[int, LanguageCode, tuple[Translation, ...], tuple[Cue, ...]], None]
"""Makes the captions of one chunk in one language durable; they are so when the call returns."""


@dataclass(slots=True)
class CaptionTrack:
    """Cues in one language."""

    language: LanguageCode
    builder: CueBuilder
    translate: Translate | None = None
    """None: the track says what was spoken."""
    replayed: Mapping[int, tuple[Translation, ...]] = field(default_factory=dict)
    """Translations that an earlier run committed, by ordinal of the chunk."""
    cues: list[Cue] = field(default_factory=list)
    """All cues so far, in order."""
    sentences: list[Sentence] = field(default_factory=list)
    translations: list[Translation] = field(default_factory=list)

    def add(self, ordinal: int, sentences: Sequence[Sentence]) -> tuple[tuple[Translation, ...], tuple[Cue, ...]]:
        """Take the sentences that chunk `ordinal` completed; return their translations and the cues now final."""
        translations = self._translations(ordinal, sentences)
        items: Sequence[Sentence | Translation] = translations or sentences
        cues = tuple(cue for item in items for cue in self.builder.add(item))
        self._keep(sentences, translations, cues)
        return translations, cues

    def finish(self, media_end: float | None) -> tuple[Cue, ...]:
        """The cues that were held back for what might follow."""
        cues = tuple(self.builder.finish(media_end))
        self._keep((), (), cues)
        return cues

    def _translations(self, ordinal: int, sentences: Sequence[Sentence]) -> tuple[Translation, ...]:
        if self.translate is None or not sentences:
            return ()
        if ordinal in self.replayed:
            return self.replayed[ordinal]
        return tuple(self.translate(sentences))

    def _keep(self, sentences: Sequence[Sentence], translations: Sequence[Translation], cues: Sequence[Cue]) -> None:
        self.sentences += sentences
        self.translations += translations
        self.cues += cues
