"""A live session's entry in the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from streamlation_desktop import __version__
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, Cue, Transcript, Translation
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.storage.chunks import CommittedChunk
from streamlation_desktop.storage.ledger import LedgerSession


@dataclass(frozen=True, slots=True)
class LiveWork:
    """What makes two live sessions the same one: above all, when it began."""

    started: float
    sources: tuple[LanguageCode, ...]
    targets: tuple[LanguageCode, ...]
    version: str = __version__

    @classmethod
    def of(cls, request: LiveRequest) -> LiveWork:
        """That of a request."""
        return cls(request.started, request.job.sources, request.job.targets)


@dataclass(frozen=True, slots=True)
class LedgerKeeper:
    """A sentence is a chunk; the one being spoken grows in its place."""

    record: LedgerSession

    def keep_words(self, ordinal: int, transcript: Transcript) -> None:
        """See `LiveLedger`."""
        first, end = (round(moment * SAMPLE_RATE) for moment in (transcript.span.start, transcript.span.end))
        transcripts = (transcript,) if transcript.words else ()
        self.record.commit_open_chunk(CommittedChunk(ordinal, first, end, len(transcripts), transcripts))

    def keep_captions(
        self, ordinal: int, language: LanguageCode, translations: Sequence[Translation], cues: Sequence[Cue]
    ) -> None:
        """See `LiveLedger`."""
        self.record.commit_captions(ordinal, language, translations, cues)
