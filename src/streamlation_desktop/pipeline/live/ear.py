"""From sound to settled words: utterances are found, heard step by step, and flushed where they end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from streamlation_desktop.core.clock import Clock
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Word
from streamlation_desktop.engines.streaming.base import Heard, StreamingRecognizer
from streamlation_desktop.pipeline.live.endpointer import Endpointer, SpeechPart
from streamlation_desktop.pipeline.live.load import Level, LoadPolicy


@dataclass(frozen=True, slots=True)
class SpeechUpdate:
    """What is known after a step; all times are media time."""

    language: LanguageCode
    committed: tuple[Word, ...]
    """Newly settled words."""
    tail: tuple[Word, ...]
    heard_until: float
    """The sound before is understood."""
    quiet: float = 0.0
    """Seconds that nobody has spoken."""


class LiveEar:
    """Hears one stream. Used by one thread."""

    def __init__(
        self,
        endpointer: Endpointer,
        stream: StreamingRecognizer,
        language: LanguageCode,
        load: LoadPolicy,
        clock: Clock,
        on_level: Callable[[Level], StreamingRecognizer | None],
        on_speech: Callable[[SpeechPart], None],
    ) -> None:
        """Begin to hear.

        Args:
            endpointer: finds the utterances.
            stream: recognizes them; closed by the ear.
            language: that is spoken.
            load: decides how much work a step may be.
            clock: measures the steps.
            on_level: told of every change of the level; gives the stream of another model, if the level has one.
            on_speech: told of every part of an utterance.
        """
        self._endpointer = endpointer
        self._stream = stream
        self._language = language
        self._load = load
        self._clock = clock
        self._on_level = on_level
        self._on_speech = on_speech
        self._fresh = 0
        self._tail: tuple[Word, ...] = ()
        self._next_model: StreamingRecognizer | None = None

    def hear(self, chunk: AudioChunk, backlog: float = 0.0) -> Iterator[SpeechUpdate]:
        """Take a chunk; what is found out.

        Args:
            chunk: follows on the last one, or comes after a hole.
            backlog: seconds of sound that wait behind it; steps are put together while there are any.
        """
        spoke = False
        for part in self._endpointer.push(chunk):
            spoke = True
            yield from self._hear_part(part, backlog)
        if not spoke and not self._endpointer.is_speaking:
            yield self._update(Heard(), self._endpointer.quiet_seconds)

    def finish(self) -> Iterator[SpeechUpdate]:
        """The stream is over."""
        for part in self._endpointer.finish():
            yield from self._hear_part(part, 0.0)

    def close(self) -> None:
        """Release the recognizer's stream."""
        self._stream.close()

    def _hear_part(self, part: SpeechPart, backlog: float) -> Iterator[SpeechUpdate]:
        if part.begins:
            self._change_model()
            self._stream.start(part.audio.first_sample)
            self._fresh = 0
        self._on_speech(part)
        self._stream.accept(part.audio.samples)
        self._fresh += len(part.audio.samples)
        if part.ends:
            yield self._timed(self._stream.flush, backlog, part.quiet)
        elif self._is_due(backlog):
            yield self._timed(self._stream.step, backlog)

    def _is_due(self, backlog: float) -> bool:
        fresh, chunk = self._fresh / SAMPLE_RATE, self._load.level.tuning.chunk
        return fresh >= chunk and (backlog <= 0 or fresh >= 4 * chunk)

    def _timed(self, work: Callable[[], Heard], backlog: float, quiet: float = 0.0) -> SpeechUpdate:
        started = self._clock.now()
        heard = work()
        level = self._load.note(self._fresh / SAMPLE_RATE, self._clock.now() - started, backlog)
        self._fresh = 0
        if level is not None:
            self._stream.tune(level.tuning)
            self._next_model = self._on_level(level) or self._next_model
        return self._update(heard, quiet)

    def _change_model(self) -> None:
        """Between utterances, so that no word is torn."""
        if self._next_model is not None:
            self._stream.close()
            self._stream, self._next_model = self._next_model, None

    def _update(self, heard: Heard, quiet: float) -> SpeechUpdate:
        until = self._endpointer.position / SAMPLE_RATE
        return SpeechUpdate(self._language, heard.committed, heard.tail, until, quiet)
