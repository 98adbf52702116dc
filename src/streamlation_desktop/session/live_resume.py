"""Goes on with a live session whose engine process died."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Sentence, TimeSpan, Transcript, Translation, Word
from streamlation_desktop.storage.chunks import Committed


@dataclass(frozen=True, slots=True)
class EarlierRun:
    """What the ledger has of a live session."""

    language: LanguageCode | None = None
    """The spoken language; None when nothing was said."""
    sentences: tuple[Sentence, ...] = ()
    """Those that were finished."""
    translations: tuple[dict[LanguageCode, Translation], ...] = ()
    """Of each sentence, as far as they were made."""
    open_words: tuple[Word, ...] = ()
    """Settled words of the sentence that was being spoken."""
    media_end: float = 0.0
    """Seconds; what was said before is settled."""

    @classmethod
    def of(cls, committed: Committed) -> Self:
        """Read it from what an earlier run committed."""
        spoken = [(chunk.ordinal, chunk.transcripts[0]) for chunk in committed.chunks if chunk.transcripts]
        if not spoken:
            return cls()
        language = spoken[0][1].language
        captioned = {captions.ordinal for captions in committed.captions if captions.language == language}
        done = [entry for entry in spoken if entry[0] in captioned]
        last = spoken[-1][1]
        return cls(
            language,
            tuple(_sentence(ordinal, transcript) for ordinal, transcript in done),
            tuple(_translations(committed, ordinal) for ordinal, _ in done),
            () if len(done) == len(spoken) else last.words,
            last.span.end,
        )


def _sentence(ordinal: int, transcript: Transcript) -> Sentence:
    span = TimeSpan(transcript.words[0].span.start, transcript.span.end)
    return Sentence(ordinal, span, transcript.language, transcript.text, transcript.words, transcript.confidence)


def _translations(committed: Committed, ordinal: int) -> dict[LanguageCode, Translation]:
    return {
        captions.language: captions.translations[0]
        for captions in committed.captions
        if captions.ordinal == ordinal and captions.translations
    }
