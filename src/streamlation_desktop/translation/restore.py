"""The look of a sentence: given to bare words, which readers and translators need, and taken from parts of one."""

from __future__ import annotations

from collections.abc import Sequence

from streamlation_desktop.core.language import LanguageCode, separates_words
from streamlation_desktop.translation.punctuation import english
from streamlation_desktop.translation.splitting import TERMINATORS, is_punctuated


def as_sentence(text: str, language: LanguageCode, *, starts: bool = True, ends: bool = True) -> str:
    """`text` as it is written, if it has no punctuation at all; `starts` and `ends`: it is not a part of a sentence.

    English gets the capitals of names, too, and its questions their mark. The number of words stays.
    Measured on text without case and punctuation: see ``benchmarks/RESULTS.md``.
    """
    if is_punctuated(text) or not separates_words(language) or not text:
        return text
    words = text.split()
    mark = end_mark(words, language) if ends else ""
    written = [word_as_written(words, index, language, starts=starts) for index in range(len(words))]
    return " ".join(written) + mark


def word_as_written(words: Sequence[str], index: int, language: LanguageCode, *, starts: bool) -> str:
    """Bare word `index` of a sentence with its capitals; `starts`: the first word begins the sentence."""
    word = english().written(words, index) if language == "en" else words[index]
    return word[:1].upper() + word[1:] if starts and index == 0 else word


def end_mark(words: Sequence[str], language: LanguageCode) -> str:
    """The mark that ends a sentence of bare words."""
    return "?" if language == "en" and english().is_question(words) else "."


def shaped_like(source: str, translation: str, target: LanguageCode) -> str:
    """`translation` without the full stop and the capital that an engine gave to a part of a sentence.

    German keeps its capital: the first word may be a noun.
    """
    if source[-1:] not in TERMINATORS and translation.endswith(".") and not translation.endswith(".."):
        translation = translation[:-1]
    first = translation.split(" ")[0]
    if source[:1].islower() and first[1:] == first[1:].lower() and first != "I" and target != "de":
        translation = first.lower() + translation[len(first) :]
    return translation
