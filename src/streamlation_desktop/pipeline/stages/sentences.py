"""Stage: transcripts to sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from streamlation_desktop.core.types import Sentence, Transcript, Word
from streamlation_desktop.translation.sentences import SentenceAssembler, SentenceLimits


class SentenceStage:
    """Yields each sentence as soon as it is complete, the last one at the end of input."""

    def __init__(self, limits: SentenceLimits | None = None, *, first_id: int = 0) -> None:
        self._assembler = SentenceAssembler(limits or SentenceLimits(), next_id=first_id)

    def __call__(self, transcripts: Iterable[Transcript]) -> Iterator[Sentence]:
        """Re-assemble the words of `transcripts`, which follow each other in time."""
        for transcript in transcripts:
            yield from self._assembler.feed(transcript)
        yield from self._assembler.finish()

    @property
    def pending(self) -> tuple[Word, ...]:
        """Words held back because their sentence may go on; what a checkpoint must repeat."""
        return self._assembler.pending
