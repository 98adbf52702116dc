"""The look of a sentence for bare words that are settled one by one: what was shown stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from streamlation_desktop.core.language import LanguageCode, separates_words
from streamlation_desktop.core.types import Word
from streamlation_desktop.translation.restore import end_mark, word_as_written
from streamlation_desktop.translation.splitting import is_punctuated


@dataclass(slots=True)
class SettledLook:
    """Gives capitals and the mark at the end until the recognizer writes one of its own."""

    language: LanguageCode
    _bare: bool = field(init=False)
    _starts: bool = True
    """The next sentence is not the rest of one that was too long."""

    def __post_init__(self) -> None:
        self._bare = separates_words(self.language)

    def heard(self, word: Word) -> None:
        """What the recognizer has written."""
        self._bare = self._bare and not is_punctuated(word.text)

    def written(self, before: Sequence[Word], words: Sequence[Word]) -> tuple[Word, ...]:
        """`words` as they are shown behind those of the sentence that came `before`, which are bare, too."""
        if not self._bare:
            return tuple(words)
        texts = [word.text.strip() for word in (*before, *words)]
        places = range(len(before), len(texts))
        looks = (word_as_written(texts, place, self.language, starts=self._starts) for place in places)
        return tuple(replace(word, text=_leading(word.text) + look) for word, look in zip(words, looks, strict=True))

    def ended(self, bare: Sequence[Word], shown: Sequence[Word], *, ends: bool) -> tuple[Word, ...]:
        """The whole sentence as it stays; `ends`: it was not only too long."""
        self._starts, starts = ends, self._starts
        if not self._bare or not ends or not shown:
            return tuple(shown)
        mark = end_mark([word.text.strip() for word in bare], self.language) if starts else "."
        return (*shown[:-1], replace(shown[-1], text=shown[-1].text.rstrip() + mark))


def _leading(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]
