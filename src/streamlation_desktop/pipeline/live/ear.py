"""From sound to settled words: utterances are found, heard step by step, and flushed where they end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from streamlation_desktop.core.clock import Clock
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples, Word
from streamlation_desktop.engines.streaming.base import Heard, StreamingRecognizer
from streamlation_desktop.pipeline.live.endpointer import Endpointer, SpeechPart
from streamlation_desktop.pipeline.live.load import Level, LoadPolicy

_PAUSE = 0.25
"""Seconds of silence after which the words before it can wait for nothing more."""
_HESITATION = 0.06
"""Seconds of silence after which a step waits whether it will be a pause."""

_EARLY = 0.05
"""Seconds by which a step may come too early: sound comes in parts, and the next would be later by more."""


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
        on_level: Callable[[Level], None],
        on_speech: Callable[[SpeechPart], None],
        renew: Callable[[], StreamingRecognizer | None] = lambda: None,
    ) -> None:
        """Begin to hear.

        Args:
            endpointer: finds the utterances.
            stream: recognizes them; closed by the ear.
            language: that is spoken.
            load: decides how much work a step may be.
            clock: measures the steps.
            on_level: told of every change of the level.
            on_speech: told of every part of an utterance.
            renew: asked before each utterance; gives the stream to hear with from now on, if it is another one.
        """
        self._endpointer = endpointer
        self._stream = stream
        self._language = language
        self._load = load
        self._clock = clock
        self._on_level = on_level
        self._on_speech = on_speech
        self._renew = renew
        self._fresh = 0.0
        """Seconds since the last step."""
        self._held: list[Samples] = []
        """The silence behind what was settled at a pause: nobody needs to hear it if nothing follows."""
        self._is_settled = False

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
            self._change_stream()
            self._stream.start(part.audio.first_sample)
            self._fresh, self._is_settled = -part.lead, False
            self._held.clear()
        self._on_speech(part)
        self._accept(part)
        if part.ends:
            yield self._timed(self._stream.flush, backlog, part.quiet)
        elif self._is_settled:
            return
        elif part.quiet >= _PAUSE and backlog <= 0:
            self._is_settled = True
            yield self._timed(self._stream.settle, backlog)
        elif self._is_due(backlog, part.quiet):
            yield self._timed(self._stream.step, backlog)

    def _accept(self, part: SpeechPart) -> None:
        if self._is_settled and part.is_silent:
            self._held.append(part.audio.samples)
            return
        self._is_settled = False
        for samples in (*self._held, part.audio.samples):
            self._stream.accept(samples)
            self._fresh += len(samples) / SAMPLE_RATE
        self._held.clear()

    def _is_due(self, backlog: float, quiet: float) -> bool:
        chunk = self._load.level.tuning.chunk
        if self._fresh < chunk - _EARLY or quiet >= _HESITATION:
            return False
        return backlog <= 0 or self._fresh >= 4 * chunk

    def _timed(self, work: Callable[[], Heard], backlog: float, quiet: float = 0.0) -> SpeechUpdate:
        started = self._clock.now()
        heard = work()
        level = self._load.note(self._fresh, self._clock.now() - started, backlog)
        self._fresh = 0.0
        if level is not None:
            self._stream.tune(level.tuning)
            self._on_level(level)
        return self._update(heard, quiet)

    def _change_stream(self) -> None:
        """Between utterances, so that no word is torn."""
        stream = self._renew()
        if stream is not None:
            self._stream.close()
            self._stream = stream

    def _update(self, heard: Heard, quiet: float) -> SpeechUpdate:
        until = self._endpointer.position / SAMPLE_RATE
        return SpeechUpdate(self._language, heard.committed, heard.tail, until, quiet)
