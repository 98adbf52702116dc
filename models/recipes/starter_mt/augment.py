"""Variations of an example: other names and numbers, joined sentences, source as a recogniser writes it."""

from __future__ import annotations

import random
import re

from .names import COMMON, draw
from .numerals import spell_numbers

_PUNCTUATION = re.compile(r"[^\w\s']|_")
_NAME = re.compile(r"\b[A-Z][a-z]+\b")
_DIGITS = re.compile(r"\d+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")


def plain(text: str, rng: random.Random | None = None) -> str:
    """Lower case without punctuation; with ``rng``, numbers are mostly spelled out."""
    text = _THOUSANDS.sub("", text.replace("’", "'"))
    if rng is not None and rng.random() < 0.7:
        text = spell_numbers(text)
    return " ".join(_PUNCTUATION.sub(" ", text.lower()).split())


def light(text: str, rng: random.Random) -> str:
    """One of the milder losses: case only, punctuation only, or the last mark."""
    roll = rng.random()
    if roll < 0.4:
        return text.lower()
    if roll < 0.7:
        return " ".join(_PUNCTUATION.sub(" ", text).split())
    return text.rstrip(".!?…") or text


def swap_names(english: str, foreign: str, rng: random.Random) -> tuple[str, str]:
    """Replace common names that stand alike on both sides."""
    for name in sorted(set(_NAME.findall(english)) & COMMON):
        pattern = re.compile(rf"\b{name}\b")
        if len(pattern.findall(english)) == len(pattern.findall(foreign)):
            new = draw(rng)
            english, foreign = pattern.sub(new, english), pattern.sub(new, foreign)
    return english, foreign


def other_number(old: str, rng: random.Random) -> str:
    """A number of as many digits; a year for what may be one, and the same for a single digit."""
    if len(old) == 1 or old[0] == "0":
        return old
    if len(old) == 4 and "1100" <= old < "2100":
        return str(rng.randint(1850, 2040))
    return str(rng.randint(10 ** (len(old) - 1), 10 ** len(old) - 1))


def swap_numbers(english: str, foreign: str, rng: random.Random) -> tuple[str, str]:
    """Replace numbers of two or more digits where both sides have the same ones."""
    numbers = _DIGITS.findall(english)
    if not numbers or sorted(numbers) != sorted(_DIGITS.findall(foreign)):
        return english, foreign
    new = {old: other_number(old, rng) for old in dict.fromkeys(numbers)}
    return _DIGITS.sub(lambda match: new[match[0]], english), _DIGITS.sub(lambda match: new[match[0]], foreign)


def swap(english: str, foreign: str, rng: random.Random) -> tuple[str, str]:
    """Other names and other numbers, the same on both sides."""
    english, foreign = swap_names(english, foreign, rng)
    return swap_numbers(english, foreign, rng)
