"""The captions of one target language, made sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.language import LanguageCode, separates_words
from streamlation_desktop.core.types import Sentence, TimeSpan, Translation, Word
from streamlation_desktop.pipeline.live.captioning import LineUpdate
from streamlation_desktop.pipeline.live.lines import LineWriter

_FEWEST = 2
"""Words of an unfinished sentence from which a draft is worth its time."""


@dataclass(frozen=True, slots=True)
class TargetUpdate:
    """What an update of the spoken line gave in the target language."""

    states: tuple[CaptionState, ...]
    translations: tuple[Translation, ...]
    committed: tuple[Word, ...]
    """Newly settled words."""
    tail: tuple[Word, ...]


class TargetStream(Protocol):
    """Follows the spoken line in one target language; its settled text never changes."""

    @property
    def language(self) -> LanguageCode:
        """The target."""

    def update(self, line: LineUpdate, *, drafts: bool) -> TargetUpdate:
        """Take the line's new state; without `drafts`, only what must be translated is.

        Raises:
            InferenceFailed: the engine could not process the text.
        """


@dataclass(slots=True)
class SentenceTarget:
    """A `TargetStream` for engines that cannot go on from a given beginning: whole sentences are settled.

    The unfinished sentence is shown as a tail: as much as two drafts have in common, one of the settled words and
    one with what seems to follow.
    """

    language: LanguageCode
    writer: LineWriter
    translate: Callable[[Sequence[Sentence]], list[Translation]]
    draft: Callable[[Sequence[str]], list[str]]
    _source: str = field(default="")
    _tail: str = field(default="")

    def update(self, line: LineUpdate, *, drafts: bool) -> TargetUpdate:
        """See `TargetStream`."""
        states: list[CaptionState] = []
        words: list[Word] = []
        translations = self.translate(line.done) if line.done else []
        for translation in translations:
            made = spread(translation.text, translation.sentence.span, self.language)
            states += self.writer.close(made, line.heard_until)
            words += made
        if line.done:
            self._source = self._tail = ""
        if drafts or not line.pending:
            self._draft(line)
        states += self.writer.write((), self._tail, line.heard_until)
        if line.clears:
            states += self.writer.clear(line.heard_until)
        tail = spread(self._tail, TimeSpan(line.heard_until, line.heard_until), self.language)
        return TargetUpdate(tuple(states), tuple(translations), tuple(words), tail)

    def _draft(self, line: LineUpdate) -> None:
        settled = "".join(word.text for word in line.pending).strip()
        longer = "".join(word.text for word in (*line.pending, *line.tail)).strip()
        if len(line.pending) < _FEWEST:
            self._source = self._tail = ""
        elif longer != self._source:
            self._source = longer
            one, *other = self.draft([settled, longer] if longer != settled else [settled])
            self._tail = shared_words(one, other[0] if other else one, self.language)


def spread(text: str, span: TimeSpan, language: LanguageCode) -> tuple[Word, ...]:
    """The words of a text, each with its share of the span by length."""
    pieces = text.split() if separates_words(language) else [text] if text else []
    total = sum(map(len, pieces))
    words: list[Word] = []
    at = 0
    for piece in pieces:
        start = span.start + span.duration * at / total
        at += len(piece)
        end = span.start + span.duration * at / total
        lead = " " if separates_words(language) and words else ""
        words.append(Word(lead + piece, TimeSpan(start, max(start, end))))
    return tuple(words)


def shared_words(one: str, other: str, language: LanguageCode) -> str:
    """What both texts begin with, in whole words; all of it where they are equal."""
    if one == other:
        return one
    if not separates_words(language):
        count = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
        return one[:count]
    pairs = zip(one.split(), other.split(), strict=False)
    same: list[str] = []
    for a, b in pairs:
        if a != b:
            break
        same.append(a)
    return " ".join(same)
