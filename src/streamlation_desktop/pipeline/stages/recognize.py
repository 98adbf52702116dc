"""Speech chunks in, recognized and committed chunks out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from streamlation_desktop.core.events import EventBus, Transcribed
from streamlation_desktop.core.types import SpeechSegment, Transcript
from streamlation_desktop.engines.base import RecognitionOptions, Recognizer
from streamlation_desktop.pipeline.chunks import CommitChunk, RecognizedChunk, SpeechChunk
from streamlation_desktop.pipeline.language_choice import LanguageChoice


@dataclass(slots=True)
class RecognizeStage:
    """Transcribes chunks, commits each, and says so."""

    recognizer: Recognizer
    options: RecognitionOptions
    language: LanguageChoice
    commit: CommitChunk
    events: EventBus
    next_ordinal: int = 0
    end_sample: int = 0
    """Where the chunks before `next_ordinal` end."""

    def __call__(self, chunks: Iterable[SpeechChunk]) -> Iterator[RecognizedChunk]:
        """Yield one recognized chunk per chunk, and the end marker; each committed before it is yielded."""
        for chunk in chunks:
            transcripts = self._transcribe(chunk.segments)
            recognized = RecognizedChunk(
                chunk.ordinal, chunk.first_sample, chunk.end_sample, len(chunk.segments), tuple(transcripts)
            )
            self.commit(recognized)
            for transcript in transcripts:
                self.events.publish(Transcribed(transcript))
            self.next_ordinal, self.end_sample = chunk.ordinal + 1, chunk.end_sample
            yield recognized
        end = RecognizedChunk(self.next_ordinal, self.end_sample, self.end_sample, windows=0, transcripts=())
        self.commit(end)
        yield end

    def _transcribe(self, segments: tuple[SpeechSegment, ...]) -> list[Transcript]:
        choices = [self.language.of(segment) for segment in segments]
        found: dict[int, Transcript] = {}
        for language in dict.fromkeys(language for language, _ in choices):
            same = [segment for segment, choice in zip(segments, choices, strict=True) if choice[0] == language]
            for transcript in self.recognizer.transcribe(same, language, self.options):
                found[transcript.segment_id] = transcript
        return [
            replace(found[segment.id], language_probability=probability)
            for segment, (_, probability) in zip(segments, choices, strict=True)
        ]
