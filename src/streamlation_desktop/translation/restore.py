"""The look of a sentence: given to bare words, which translators need, and taken from parts of one."""

from __future__ import annotations

import re

from streamlation_desktop.core.language import LanguageCode, separates_words
from streamlation_desktop.translation.splitting import TERMINATORS, is_punctuated

_ENGLISH_I = re.compile(r"\bi\b")


def as_sentence(text: str, language: LanguageCode) -> str:
    """`text` with a capital at the start and a full stop at the end if it has no punctuation at all.

    Measured on text without case and punctuation: see ``benchmarks/RESULTS.md``.
    """
    if is_punctuated(text) or not separates_words(language) or not text:
        return text
    if language == "en":
        text = _ENGLISH_I.sub("I", text)
    return f"{text[0].upper()}{text[1:]}."


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
