"""Numbers as they are spoken."""

from __future__ import annotations

import re
from collections.abc import Callable

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.dubbing.spoken_words import SpokenWords

NUMBER = r"\d{1,3}(?:[.,\u00a0\u202f' ]\d{3})+(?:[.,]\d{1,3})?|\d+(?:[.,]\d+)?"
"""With groups of thousands or without, with a fraction or without."""

_POINT = frozenset({"en", "zh", "ja", "ko", "th", "he", "hi"})
"""Languages that write the fraction behind a point; the others behind a comma."""
_LONGEST = 15
"""Digits; what is longer is no quantity."""
_YEARS = range(1100, 2100)


def number_in_words(text: str, language: LanguageCode, words: SpokenWords) -> str:
    """``"1,234.5"`` as it is said; digits where nobody taught us the language."""
    speak = _speaker(language)
    whole, fraction = _parts(text, language)
    if speak is None or len(whole) > _LONGEST:
        return text
    said = speak(int(whole), "year" if language == "en" and _is_year(text) else "cardinal")
    if fraction:
        digits = " ".join(speak(int(digit), "cardinal") for digit in fraction)
        said = f"{said} {words.signs.get('point', '')} {digits}"
    return re.sub(r"\s+", " ", said)


def ordinal_in_words(text: str, language: LanguageCode) -> str | None:
    """``"3"`` as ``third``; None where nobody taught us."""
    speak = _speaker(language)
    return speak(int(text), "ordinal") if speak and len(text) <= _LONGEST else None


def _parts(text: str, language: LanguageCode) -> tuple[str, str]:
    """Digits before and behind the mark of the fraction."""
    grouped = re.fullmatch(r"\d{1,3}(?:([.,\u00a0\u202f' ])\d{3})+(?:[.,](\d{1,3}))?", text)
    fraction_mark = "." if language in _POINT else ","
    if grouped and grouped[1] != fraction_mark:
        whole = text[: -len(grouped[2]) - 1] if grouped[2] else text
        return re.sub(r"\D", "", whole), grouped[2] or ""
    whole, _, fraction = text.replace(",", ".").partition(".")
    return whole, re.sub(r"\D", "", fraction)


def _is_year(text: str) -> bool:
    return text.isdigit() and len(text) == 4 and int(text) in _YEARS


def _speaker(language: LanguageCode) -> Callable[[int, str], str] | None:
    from num2words import CONVERTER_CLASSES, num2words

    if language not in CONVERTER_CLASSES:
        return None

    def speak(number: int, kind: str) -> str:
        try:
            return str(num2words(number, lang=language, to=kind)).replace("-", " " if language == "en" else "-")
        except (NotImplementedError, OverflowError, TypeError, ValueError, IndexError, KeyError):
            return str(number)

    return speak
