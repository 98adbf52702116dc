"""The look of a sentence: given to bare words, which readers and translators need, and taken from parts of one."""

from __future__ import annotations

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
    mark = "."
    if language == "en":
        mark = "?" if english().is_question(words) else mark
        words = english().capitalize(words)
    if starts:
        words[0] = words[0][:1].upper() + words[0][1:]
    return " ".join(words) + (mark if ends else "")


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
