"""Gives bare lower-case words the look of a sentence, which translators have learnt from."""

from __future__ import annotations

import re

from streamlation_desktop.core.language import LanguageCode, separates_words
from streamlation_desktop.translation.splitting import is_punctuated

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
