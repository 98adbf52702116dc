"""Speech chunks in, recognized and committed chunks out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from streamlation_desktop.core.events import EventBus, Transcribed
from streamlation_desktop.core.types import SpeechSegment, Transcript
from streamlation_desktop.engines.base import RecognitionOptions, Recognizer
from streamlation_desktop.pipeline.chunks import CommitChunk, RecognizedChunk, SpeechChunk
from streamlation_desktop.pipeline.language_choice import LanguageChoice


@dataclass(slots=True)
class RecognizeStage:
    """Transcribes chunks in whatever order they come, commits each, and says so.

    What an earlier run committed comes first.
    """

    recognizer: Recognizer
    options: RecognitionOptions
    language: LanguageChoice
    commit: CommitChunk
    events: EventBus
    replayed: Sequence[RecognizedChunk] = ()
    """In order, from ordinal 0."""
    ahead: Mapping[int, RecognizedChunk] = field(default_factory=dict)
    """What an earlier run committed beyond a gap, by ordinal: it is not done again."""

    def __call__(self, chunks: Iterable[SpeechChunk]) -> Iterator[RecognizedChunk]:
        """Yield one recognized chunk per chunk, and the end marker; each committed before it is yielded."""
        yield from self.replayed
        if self.replayed and self.replayed[-1].is_end:
            return
        last = self.replayed[-1] if self.replayed else None
        for chunk in chunks:
            done = self.ahead.get(chunk.ordinal) or self._recognize(chunk)
            if last is None or done.ordinal > last.ordinal:
                last = done
            yield done
        yield self._end_marker(last)

    def _recognize(self, chunk: SpeechChunk) -> RecognizedChunk:
        transcripts = tuple(self._transcribe(chunk.segments))
        done = RecognizedChunk(chunk.ordinal, chunk.first_sample, chunk.end_sample, len(chunk.segments), transcripts)
        self.commit(done)
        for transcript in transcripts:
            self.events.publish(Transcribed(transcript))
        return done

    def _end_marker(self, last: RecognizedChunk | None) -> RecognizedChunk:
        ordinal, end = (last.ordinal + 1, last.end_sample) if last else (0, 0)
        marker = RecognizedChunk(ordinal, end, end, windows=0, transcripts=())
        self.commit(marker)
        return marker

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
