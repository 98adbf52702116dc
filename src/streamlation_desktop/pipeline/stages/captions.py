"""Recognized chunks in, committed captions in every language out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from streamlation_desktop.core.events import CueCommitted, EventBus, Progressed, Translated
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, Sentence
from streamlation_desktop.pipeline.chunks import RecognizedChunk
from streamlation_desktop.pipeline.tracks import CaptionTrack, CommitCaptions
from streamlation_desktop.translation.sentences import SentenceAssembler

OpenTracks = Callable[[LanguageCode], Sequence[CaptionTrack]]
"""Makes the tracks of a session once the spoken language is known."""


@dataclass(slots=True)
class CaptionStage:
    """Makes sentences, translates them into every language, cuts them into cues, and commits.

    The captions of a chunk are those that its words complete; what they leave open is completed by
    a later chunk, or by the end marker.
    """

    assembler: SentenceAssembler
    open_tracks: OpenTracks
    commit: CommitCaptions
    events: EventBus
    duration: float | None
    """Seconds of media, where known."""
    tracks: list[CaptionTrack] = field(default_factory=list)

    def __call__(self, chunks: Iterable[RecognizedChunk]) -> Iterator[RecognizedChunk]:
        """Yield each chunk when its captions are committed."""
        for chunk in chunks:
            sentences = [done for transcript in chunk.transcripts for done in self.assembler.feed(transcript)]
            if chunk.is_end:
                sentences += self.assembler.finish()
            self.ensure_tracks(sentences)
            end = chunk.end_sample / SAMPLE_RATE
            for track in self.tracks:
                self._caption(track, chunk, sentences, max(end, self.duration or 0.0))
            self.events.publish(Progressed("transcribe", end, self.duration))
            yield chunk

    def ensure_tracks(self, sentences: Sequence[Sentence]) -> None:
        """Open the tracks with the first sentence that there is."""
        if sentences and not self.tracks:
            self.tracks = list(self.open_tracks(sentences[0].language))

    def _caption(
        self, track: CaptionTrack, chunk: RecognizedChunk, sentences: Sequence[Sentence], media_end: float
    ) -> None:
        translations, cues = track.add(chunk.ordinal, sentences)
        if chunk.is_end:
            cues += track.finish(media_end)
        if chunk.ordinal in track.replayed:
            return
        self.commit(chunk.ordinal, track.language, translations, cues)
        for translation in translations:
            self.events.publish(Translated(translation))
        for cue in cues:
            self.events.publish(CueCommitted(cue))
