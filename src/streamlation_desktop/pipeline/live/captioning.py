"""Settled words in, the spoken language's captions and finished sentences out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.clock import Clock
from streamlation_desktop.core.types import Sentence, Word
from streamlation_desktop.pipeline.live.ear import SpeechUpdate
from streamlation_desktop.pipeline.live.lines import LineWriter
from streamlation_desktop.pipeline.live.meter import CaptionMeter
from streamlation_desktop.pipeline.live.sentences import LiveSentences

_CLEAR_AFTER = 4.0
"""Seconds of silence after which the display is cleared."""


@dataclass(frozen=True, slots=True)
class LineUpdate:
    """What the spoken language's line looks like after an update."""

    done: tuple[Sentence, ...]
    """Sentences that are complete now."""
    pending: tuple[Word, ...]
    """Settled words of the sentence that is not, as the recognizer wrote them."""
    tail: tuple[Word, ...]
    heard_until: float
    grew: bool
    """Words were settled."""
    clears: bool = False
    """The display is to be cleared."""


@dataclass(slots=True)
class CaptionStep:
    """Makes sentences and the captions of the spoken language; a sentence is a line."""

    sentences: LiveSentences
    writer: LineWriter
    meter: CaptionMeter
    clock: Clock
    publish: Callable[[CaptionState], None]
    _cleared: bool = field(default=True)

    def __call__(self, updates: Iterable[SpeechUpdate]) -> Iterator[LineUpdate]:
        """Yield what changed for each update, and the last sentence at the end."""
        until = 0.0
        for update in updates:
            until = update.heard_until
            yield from self._take(update)
        done = self.sentences.close()
        self._write(done, (), until)
        yield LineUpdate(tuple(done), (), (), until, grew=False)

    def _take(self, update: SpeechUpdate) -> Iterator[LineUpdate]:
        done = self.sentences.add(update.committed, update.tail)
        if update.quiet:
            done += self.sentences.silent(update.heard_until)
        self._write(done, update.tail, update.heard_until)
        self.meter.note(update.committed, update.tail, self.clock.now())
        clears = update.quiet >= _CLEAR_AFTER and not self._cleared
        if clears:
            self._say(self.writer.clear(update.heard_until))
        self._cleared = clears or (self._cleared and not update.committed and not update.tail)
        line = LineUpdate(
            tuple(done), self.sentences.pending, update.tail, update.heard_until, bool(update.committed), clears
        )
        if done or clears or update.committed or update.tail or not update.quiet:
            yield line

    def _write(self, done: list[Sentence], tail: tuple[Word, ...], until: float) -> None:
        for sentence in done:
            self._say(self.writer.close(self._fresh(sentence.words), until))
        fresh = self._fresh(self.sentences.shown)
        self._say(self.writer.write(fresh, self.sentences.previewed(tail), until))

    def _fresh(self, words: Sequence[Word]) -> Sequence[Word]:
        """Those of the line's words that are not on the display."""
        shown = len(self.writer.settled)
        self.writer.mark(words[:shown])
        return words[shown:]

    def _say(self, states: list[CaptionState]) -> None:
        for state in states:
            self.publish(state)
