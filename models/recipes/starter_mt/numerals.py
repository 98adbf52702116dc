"""English numbers in words, as a recogniser writes them."""

from __future__ import annotations

import re

_ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
         "seventeen eighteen nineteen").split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int) -> str:
    """``number`` from 0 to 999,999 in words: 305 → three hundred and five."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10 - 2] + (f" {_ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{_ONES[number // 100]} hundred" + (f" and {spell(number % 100)}" if number % 100 else "")
    return f"{spell(number // 1000)} thousand" + (f" {spell(number % 1000)}" if number % 1000 else "")


def spell_year(number: int) -> str:
    """A year from 1100 to 1999 as two pairs: 1945 → nineteen forty five."""
    if number % 100 == 0:
        return f"{spell(number // 100)} hundred"
    return f"{spell(number // 100)} {'oh ' if number % 100 < 10 else ''}{spell(number % 100)}"


def _digits(text: str) -> str:
    return " ".join(_ONES[int(digit)] for digit in text)


def _word(match: re.Match[str]) -> str:
    whole, part = match[1], match[2]
    if len(whole) > 6 or (len(whole) > 1 and whole[0] == "0"):
        words = _digits(whole)
    else:
        words = spell_year(int(whole)) if 1100 <= int(whole) < 2000 and not part else spell(int(whole))
    return f"{words} point {_digits(part)}" if part else words


def spell_numbers(text: str) -> str:
    """Replace whole numbers and decimals in ``text``, which has no thousands separators."""
    return re.sub(r"(?<![\w.])(\d+)(?:\.(\d+))?(?![\w.]*\d)(?!\w)", _word, text)
