"""Written text as it is spoken: numbers, units, signs and abbreviations in words, and nothing that is not said."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, partial

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.dubbing.numbers import NUMBER, number_in_words, ordinal_in_words
from streamlation_desktop.dubbing.spoken_words import SpokenWords, spoken_words

_NOT_SAID = re.compile(r"\[[^\]]*\]|\([^)]*\)|♪[^♪]*♪|[♪♫#*_~]|<[^>]*>|^\s*[-–—]\s*", re.MULTILINE)
"""Descriptions of sound, mark-up, and the dash of a new speaker."""
_ADDRESS = re.compile(r"https?://(?:www\.)?([^\s/]+)\S*")
_ORDINAL = re.compile(r"\b(\d{1,4})(?:st|nd|rd|th|er|re|ère|e|ème|º|ª|°(?!\s?[CF]))(?!\w)")
_TIME = re.compile(r"\b(\d{1,2}):(\d{2})\b")
_RANGE = re.compile(r"(?<=\d)\s?[–—-]\s?(?=\d)")
_MINUS = re.compile(r"(?<!\w)[-−](?=\d)")


def normalize(text: str, language: LanguageCode) -> str:
    """What a voice should say for `text`; empty when there is nothing to say.

    What only the engine can know (how its language reads a sign that is in no table) is left to it.
    """
    words = spoken_words(language)
    said = _ADDRESS.sub(r"\1", unicodedata.normalize("NFC", text))
    said = _NOT_SAID.sub(" ", said.replace("…", "..."))
    for pattern, spoken in _abbreviations(language):
        said = pattern.sub(spoken, said)
    said = _quantities(said, language, words)
    said = _signs(said, words)
    said = "".join(char for char in said if unicodedata.category(char)[0] not in "SC" or char in "$€£¥+<=>°|^`~")
    said = re.sub(r"\.{3,}", "…", said)
    said = re.sub(r"\s+", " ", said).strip()
    return said if any(char.isalnum() for char in said) else ""


def _quantities(text: str, language: LanguageCode, words: SpokenWords) -> str:
    text = _TIME.sub(lambda match: f"{int(match[1])} {match[2]}" if match[2] != "00" else f"{int(match[1])}", text)
    if "to" in words.signs:
        text = _RANGE.sub(f" {words.signs['to']} ", text)
    if "minus" in words.signs:
        text = _MINUS.sub(f"{words.signs['minus']} ", text)
    text = _ORDINAL.sub(lambda match: ordinal_in_words(match[1], language) or match[0], text)
    for pattern, one, many in _measured(language):
        text = pattern.sub(partial(_with_form, one=one, many=many), text)
    return re.sub(NUMBER, lambda match: number_in_words(match[0], language, words), text)


def _signs(text: str, words: SpokenWords) -> str:
    for sign, name in (("%", "percent"), ("&", "and"), ("@", "at"), ("№", "number")):
        if name in words.signs:
            text = text.replace(sign, f" {words.signs[name]} ")
    return text


def _with_form(match: re.Match[str], one: str, many: str) -> str:
    return f"{match[1]} {one if match[1] == '1' else many}"


@cache
def _abbreviations(language: LanguageCode) -> tuple[tuple[re.Pattern[str], str], ...]:
    table = spoken_words(language).abbreviations
    longest_first = sorted(table, key=len, reverse=True)
    return tuple((re.compile(rf"(?<!\w){re.escape(short)}(?!\w)"), table[short]) for short in longest_first)


@cache
def _measured(language: LanguageCode) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """A number with a unit behind it, or a currency on either side."""
    words = spoken_words(language)
    patterns: list[tuple[re.Pattern[str], str, str]] = []
    for sign, forms in words.currencies.items():
        patterns.append((re.compile(rf"{re.escape(sign)}\s?({NUMBER})"), *forms))
        patterns.append((re.compile(rf"({NUMBER})\s?{re.escape(sign)}"), *forms))
    for symbol in sorted(words.units, key=len, reverse=True):
        pattern = re.compile(rf"(?<![\w.,])({NUMBER})\s?{re.escape(symbol)}(?![\w/])")
        patterns.append((pattern, *words.units[symbol]))
    return tuple(patterns)
