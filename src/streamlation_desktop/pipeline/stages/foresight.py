"""Brings recognized chunks into order again, and shows at once what was done out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from streamlation_desktop.core.events import CaptionsForeseen, EventBus
from streamlation_desktop.core.types import Cue, Sentence, Translation
from streamlation_desktop.pipeline.chunks import RecognizedChunk
from streamlation_desktop.pipeline.stages.captions import CaptionStage
from streamlation_desktop.pipeline.tracks import CaptionTrack
from streamlation_desktop.translation.sentences import SentenceAssembler


@dataclass(slots=True)
class Foresight:
    """Holds back what comes too early for the captions, which follow from all that was said before.

    Of such chunks it makes captions of their own, which are not kept: the final ones are made when their turn has
    come. Their translations are then in the cache.
    """

    captions: CaptionStage
    events: EventBus
    _held: dict[int, RecognizedChunk] = field(default_factory=dict)

    def __call__(self, chunks: Iterable[RecognizedChunk]) -> Iterator[RecognizedChunk]:
        """Yield each chunk when its captions are committed."""
        return self.captions(self._in_order(chunks))

    def _in_order(self, chunks: Iterable[RecognizedChunk]) -> Iterator[RecognizedChunk]:
        expected = 0
        for chunk in chunks:
            self._held[chunk.ordinal] = chunk
            if chunk.ordinal != expected:
                self._foresee(chunk)
            while expected in self._held:
                yield self._held.pop(expected)
                expected += 1

    def _foresee(self, chunk: RecognizedChunk) -> None:
        """As if nothing were before and behind it, so that nothing is held back."""
        assembler = SentenceAssembler()
        sentences = [done for transcript in chunk.transcripts for done in assembler.feed(transcript)]
        sentences += assembler.finish()
        self.captions.ensure_tracks(sentences)
        for track in self.captions.tracks:
            cues = _cues(track, sentences)
            if cues:
                self.events.publish(CaptionsForeseen(cues))


def _cues(track: CaptionTrack, sentences: Sequence[Sentence]) -> tuple[Cue, ...]:
    items: Sequence[Sentence | Translation] = sentences
    if track.translate is not None and sentences:
        items = track.translate(sentences)
    builder = track.builder.anew()
    return (*(cue for item in items for cue in builder.add(item)), *builder.finish())
