"""Re-assembles the words of consecutive transcripts into sentences.

Recognizers cut speech where it pauses, which is seldom where a sentence ends; translators need
whole sentences. Words are taken one by one, so the result depends on the words alone and not on
how they were grouped into transcripts, except that a transcript which ends with a full stop
closes its sentence at once.

Words of a recognizer that writes neither punctuation nor capitals are given both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import accumulate

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Sentence, TimeSpan, Transcript, Word
from streamlation_desktop.translation.restore import as_sentence
from streamlation_desktop.translation.splitting import CLAUSE_MARKS, ends_sentence, is_punctuated, sentence_ends

_CLAUSE_BONUS = 0.5
"""Seconds of pause that a comma is worth as a place to cut."""
_SMALLEST_PART = 4
"""Words; a forced cut leaves at least so many on either side."""


@dataclass(frozen=True, slots=True)
class SentenceLimits:
    """When a sentence ends without a mark that says so."""

    pause: float = 0.45
    """Seconds of silence that end a sentence where the recognizer writes no punctuation."""
    punctuated_pause: float = 2.0
    """The same where it does: people pause within sentences, too."""
    max_words: int = 25
    """Longest sentence where the recognizer writes no punctuation; cut at the largest inner pause."""
    max_punctuated_words: int = 60


@dataclass(slots=True)
class SentenceAssembler:
    """Collects words until a sentence is complete. Deterministic; knows nothing of threads."""

    limits: SentenceLimits = SentenceLimits()
    next_id: int = 0
    _language: LanguageCode | None = field(default=None, init=False)
    _punctuated: bool = field(default=True, init=False)
    _bare: bool = field(default=True, init=False)
    """No transcript so far had punctuation or capitals."""
    _starts: bool = field(default=True, init=False)
    """False when the pending words are the rest of a sentence that was too long."""
    _words: tuple[Word, ...] = field(default=(), init=False)

    @property
    def pending(self) -> tuple[Word, ...]:
        """Words held back because their sentence may go on."""
        return self._words

    def feed(self, transcript: Transcript) -> list[Sentence]:
        """Add a transcript; return the sentences that are complete now. Interim ones are ignored."""
        if not transcript.is_final or not transcript.words:
            return []
        done: list[Sentence] = []
        language = transcript.language
        if language != self._language:
            done += self.finish()
            self._language = language
        self._punctuated = is_punctuated(transcript.text)
        self._bare = self._bare and not self._punctuated
        for word in transcript.words:
            done += self._add(word, language)
        if ends_sentence(_joined(self._words), language):
            done += self.finish()
        return done

    def finish(self) -> list[Sentence]:
        """End of input: return what is pending."""
        if self._language is None:
            return []
        return self._cut(len(self._words), self._language)

    def _add(self, word: Word, language: LanguageCode) -> list[Sentence]:
        done: list[Sentence] = []
        if self._words and self._breaks_before(word):
            done += self.finish()
        self._words += (word,)
        if end := first_sentence_end(self._words, language):
            done += self._cut(end, language)
        limit = self.limits.max_punctuated_words if self._punctuated else self.limits.max_words
        if len(self._words) > limit:
            done += self._cut(best_cut(self._words), language, ends=False)
        return done

    def _breaks_before(self, word: Word) -> bool:
        last = self._words[-1]
        pause = self.limits.punctuated_pause if self._punctuated else self.limits.pause
        return word.speaker != last.speaker or word.span.start - last.span.end >= pause

    def _cut(self, count: int, language: LanguageCode, *, ends: bool = True) -> list[Sentence]:
        words, self._words = self._words[:count], self._words[count:]
        starts, self._starts = self._starts, ends
        words = written(words, language, starts=starts, ends=ends) if self._bare else words
        text = _joined(words).strip()
        if not text:
            return []
        sentence = Sentence(
            id=self.next_id,
            span=TimeSpan(words[0].span.start, max(word.span.end for word in words)),
            language=language,
            text=text,
            words=(replace(words[0], text=words[0].text.lstrip()), *words[1:]),
            confidence=sum(word.probability for word in words) / len(words),
            speaker=words[0].speaker,
        )
        self.next_id += 1
        return [sentence]


def written(words: tuple[Word, ...], language: LanguageCode, *, starts: bool, ends: bool) -> tuple[Word, ...]:
    """The words of a sentence with capitals and marks, if they have none; see `as_sentence`."""
    shown = as_sentence(_joined(words).strip(), language, starts=starts, ends=ends).split()
    if len(shown) != len(words):  # a language without spaces, or words of several parts
        return words
    return tuple(replace(word, text=_leading(word.text) + text) for word, text in zip(words, shown, strict=True))


def first_sentence_end(words: tuple[Word, ...], language: LanguageCode) -> int:
    """How many leading words make a sentence that is followed by another one; 0 if none is complete."""
    text = _joined(words)
    ends = set(sentence_ends(text, language)[:-1])
    if not ends:
        return 0
    offsets = accumulate(len(word.text) for word in words)
    for count, (offset, follower) in enumerate(zip(offsets, words[1:], strict=False), start=1):
        if ends & set(range(offset, offset + len(_leading(follower.text)) + 1)):
            return count
    return 0


def best_cut(words: tuple[Word, ...]) -> int:
    """Where to cut a sentence that is too long: behind the word with the largest pause or a comma.

    Equal places are settled by the one nearest to the middle.
    """

    def worth(count: int) -> tuple[float, float]:
        before, after = words[count - 1], words[count]
        bonus = _CLAUSE_BONUS if before.text[-1:] in CLAUSE_MARKS else 0.0
        return round(after.span.start - before.span.end, 3) + bonus, -abs(count - len(words) / 2)

    margin = min(_SMALLEST_PART, len(words) // 2)
    return max(range(margin, len(words) - margin + 1), key=worth, default=len(words))


def _leading(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _joined(words: Iterable[Word]) -> str:
    return "".join(word.text for word in words)
