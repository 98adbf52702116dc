"""Cuts settled words into sentences as they come, and never takes a cut back.

Where the recognizer writes no punctuation, pauses and length decide. Unlike `translation.sentences`, which
may cut a long sentence in hindsight, what was shown as one line stays one line. Its words are then given capitals and
a mark at the end, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Sentence, TimeSpan, Word
from streamlation_desktop.engines.streaming.compare import is_mark, joined
from streamlation_desktop.pipeline.live.look import SettledLook
from streamlation_desktop.translation.splitting import CLAUSE_MARKS, ends_sentence, is_punctuated


@dataclass(frozen=True, slots=True)
class LiveLimits:
    """When a sentence ends without a mark that says so."""

    pause: float = 0.45
    """Seconds of silence that end a sentence where no punctuation is written."""
    punctuated_pause: float = 1.5
    """The same where it is."""
    soft_words: int = 14
    """From so many words on, a comma or a short pause ends it, too."""
    soft_pause: float = 0.2
    max_words: int = 24


@dataclass(slots=True)
class LiveSentences:
    """Collects words until a sentence is complete."""

    language: LanguageCode
    limits: LiveLimits = LiveLimits()
    next_id: int = 0
    _words: list[Word] = field(default_factory=list)
    _shown: list[Word] = field(default_factory=list)
    """The same as they are on the display."""
    _punctuated: bool = False
    _look: SettledLook = field(init=False)

    def __post_init__(self) -> None:
        self._look = SettledLook(self.language)

    @property
    def pending(self) -> tuple[Word, ...]:
        """Words of the sentence that is not complete, as the recognizer wrote them."""
        return tuple(self._words)

    @property
    def shown(self) -> tuple[Word, ...]:
        """The same words with the look of a sentence; only grows."""
        return tuple(self._shown)

    def previewed(self, tail: Sequence[Word]) -> str:
        """How words that may follow `pending` are shown."""
        return "".join(word.text for word in self._look.written(self._words, tail))

    def add(self, words: Sequence[Word], tail: Sequence[Word] = ()) -> list[Sentence]:
        """Take settled words, and what seems to follow them; the sentences that are complete now."""
        done: list[Sentence] = []
        for index, word in enumerate(words):
            self._look.heard(word)
            if is_mark(word.text):
                done += self._mark(word)
                continue
            if self._words and word.span.start - self._words[-1].span.end >= self._pause():
                done += self.close()
            self._shown.append(self._look.written(self._words, (word, *words[index + 1 :], *tail))[0])
            self._words.append(word)
            self._punctuated = self._punctuated or is_punctuated(word.text)
            if self._is_complete():
                done += self.close(ends=len(self._words) < self.limits.max_words)
        return done

    def _mark(self, mark: Word) -> list[Sentence]:
        """The end of a sentence, which was not sure when its last word was."""
        if not self._words:
            return []
        for words in (self._words, self._shown):
            words[-1] = joined((words[-1], mark))[0]
        self._punctuated = self._punctuated or is_punctuated(self._words[-1].text)
        return self.close() if self._is_complete() else []

    def silent(self, until: float) -> list[Sentence]:
        """Nobody has spoken up to this media time: the sentence this completes, if any."""
        if self._words and until - self._words[-1].span.end >= self._pause():
            return self.close()
        return []

    def close(self, *, ends: bool = True) -> list[Sentence]:
        """End the sentence here; `ends`: it was not only too long."""
        words = self._look.ended(self._words, self._shown, ends=ends)
        self._words, self._shown = [], []
        text = "".join(word.text for word in words).strip()
        if not text:
            return []
        sentence = Sentence(
            id=self.next_id,
            span=TimeSpan(words[0].span.start, max(word.span.end for word in words)),
            language=self.language,
            text=text,
            words=(replace(words[0], text=words[0].text.lstrip()), *words[1:]),
            confidence=sum(word.probability for word in words) / len(words),
            speaker=words[0].speaker,
        )
        self.next_id += 1
        return [sentence]

    def _pause(self) -> float:
        if len(self._words) >= self.limits.soft_words:
            return self.limits.soft_pause
        return self.limits.punctuated_pause if self._punctuated else self.limits.pause

    def _is_complete(self) -> bool:
        count, text = len(self._words), "".join(word.text for word in self._words)
        if count >= self.limits.max_words:
            return True
        is_clause = count >= self.limits.soft_words and text.rstrip()[-1:] in CLAUSE_MARKS
        return is_clause or ends_sentence(text, self.language)
