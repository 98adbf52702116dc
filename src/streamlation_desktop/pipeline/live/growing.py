"""The captions of one target language, settled word by word while the sentence is spoken.

A word of the translation is settled when two hypotheses agree on it (one of the settled source words, one with
what seems to follow: the dynamic mask of Yao and Haddow 2020), and the model, writing it, looked at source words
before the last ones (AlignAtt for text). The finished sentence is translated with what was shown as its beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.language import LanguageCode, separates_words
from streamlation_desktop.core.types import Origin, Sentence, TimeSpan, Translation, Word
from streamlation_desktop.engines.base import LanguagePair
from streamlation_desktop.engines.extending import Extender, Extension, letters
from streamlation_desktop.pipeline.live.captioning import LineUpdate
from streamlation_desktop.pipeline.live.lines import LineWriter
from streamlation_desktop.pipeline.live.targets import TargetUpdate, spread
from streamlation_desktop.translation.restore import as_sentence
from streamlation_desktop.translation.splitting import TERMINATORS

_FEWEST = 2
"""Settled source words from which a sentence is translated."""
_HELD = 1
"""Source words at the end whose translation waits for what follows, where no tail shows it."""


@dataclass(slots=True)
class GrowingTarget:
    """A `TargetStream` for engines that can go on from a given beginning."""

    pair: LanguagePair
    writer: LineWriter
    translate: Callable[[Sequence[Sentence]], list[Translation]]
    """For sentences of which nothing was shown: with all checks, and the cache."""
    extender: Extender
    origin: Origin
    _shown: tuple[str, ...] = ()
    """Pieces of the settled words."""
    _words: tuple[Word, ...] = ()
    _tail: tuple[Word, ...] = ()
    _last: tuple[str, ...] = ()
    """The hypothesis before."""
    _source: str = field(default="")

    @property
    def language(self) -> LanguageCode:
        """See `TargetStream`."""
        return self.pair.target

    def update(self, line: LineUpdate, *, drafts: bool) -> TargetUpdate:
        """See `TargetStream`."""
        states: list[CaptionState] = []
        settled: list[Word] = []
        translations: list[Translation] = []
        for sentence in line.done:
            translation, words = self._finish(sentence)
            translations.append(translation)
            states += self.writer.close(words, line.heard_until)
            settled += words
        if drafts or not line.pending:
            fresh = self._grow(line)
            states += self.writer.write(fresh, "".join(word.text for word in self._tail), line.heard_until)
            settled += fresh
        if line.clears:
            states += self.writer.clear(line.heard_until)
        return TargetUpdate(tuple(states), tuple(translations), tuple(settled), self._tail)

    def _finish(self, sentence: Sentence) -> tuple[Translation, tuple[Word, ...]]:
        """The whole sentence, and those of its words that are not on the display."""
        shown, before = self._shown, self._words
        self._shown, self._words, self._tail, self._last, self._source = (), (), (), (), ""
        if not shown:
            [translation] = self.translate([sentence])
            return translation, spread(translation.text, sentence.span, self.language)
        text = as_sentence(sentence.text, self.pair.source)
        [made] = self.extender.extend([text], shown, self.pair)
        words = self._timed(made, len(shown), len(made.pieces), sentence.words)
        whole = "".join(word.text for word in (*before, *words)).strip()
        return Translation(sentence, self.language, whole, self.origin), words

    def _grow(self, line: LineUpdate) -> tuple[Word, ...]:
        """Newly settled words of the unfinished sentence; sets the tail."""
        settled = "".join(word.text for word in line.pending).strip()
        longer = "".join(word.text for word in (*line.pending, *line.tail)).strip()
        if len(line.pending) < _FEWEST:
            self._tail = ()
            return ()
        if longer == self._source:
            return ()
        self._source = longer
        texts = [self._begun(settled), self._begun(longer)] if longer != settled else [self._begun(settled)]
        one, *other = self.extender.extend(texts, self._shown, self.pair)
        same = _agreed(one, other[0].pieces if other else self._last)
        held = 0 if line.tail else _HELD
        known = line.pending[: len(line.pending) - held]
        end = _looked(one, same, letters("".join(word.text for word in known)))
        self._last = one.pieces
        fresh = self._timed(one, len(self._shown), end, line.pending)
        if fresh:
            self._shown, self._words = one.pieces[:end], (*self._words, *fresh)
        self._tail = self._timed(one, len(self._shown), same, line.pending)
        return fresh

    def _begun(self, text: str) -> str:
        """As the engine wants a sentence, but without the full stop that would end it; a question is known early."""
        shaped = as_sentence(text, self.pair.source)
        return shaped if shaped.endswith((text[-1:], "?")) else shaped[:-1]

    def _timed(self, made: Extension, start: int, end: int, spoken: Sequence[Word]) -> tuple[Word, ...]:
        """Pieces ``[start, end)`` as words, each at the time of the source word that it translates."""
        bounds = [index for index in made.words if start < index < end]
        words: list[Word] = []
        for first, last in zip([start, *bounds], [*bounds, end], strict=True):
            text = self.extender.join(made.pieces[first:last]) if last > first else ""
            if text:
                lead = " " if separates_words(self.language) and made.pieces[first].startswith("▁") else ""
                words.append(Word(lead + text.strip(), _moment(spoken, made.attended[first:last])))
        return tuple(words)


def _agreed(made: Extension, other: Sequence[str]) -> int:
    """How many pieces both hypotheses have, in whole words, without the full stop that ends every hypothesis."""
    pairs = zip(made.pieces, other, strict=False)
    same = next((index for index, (a, b) in enumerate(pairs) if a != b), min(len(made.pieces), len(other)))
    if same == len(made.pieces):
        has_stop = made.pieces[-1:] and made.pieces[-1].strip("▁") in TERMINATORS
        return same - 1 if has_stop else same
    return _whole_words(made, same)


def _looked(made: Extension, count: int, known: int) -> int:
    """How many of the first `count` pieces look at the first `known` letters of the source only, in whole words."""
    looked = next((index for index, letter in enumerate(made.attended[:count]) if letter > known), count)
    return _whole_words(made, looked)


def _whole_words(made: Extension, count: int) -> int:
    return max((start for start in (*made.words, len(made.pieces)) if start <= count), default=0)


def _moment(spoken: Sequence[Word], attended: Sequence[int]) -> TimeSpan:
    """When the latest source word was said that these pieces look at."""
    total = 0
    for word in spoken:
        total += letters(word.text)
        if total >= max(attended):
            return word.span
    return spoken[-1].span
