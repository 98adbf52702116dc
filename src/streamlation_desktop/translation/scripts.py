"""Writing systems: which one a text is in, and which one a language uses."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from streamlation_desktop.core.language import LanguageCode

_NAMES = {
    "Latn": ("LATIN",),
    "Cyrl": ("CYRILLIC",),
    "Grek": ("GREEK",),
    "Arab": ("ARABIC",),
    "Hebr": ("HEBREW",),
    "Deva": ("DEVANAGARI",),
    "Beng": ("BENGALI",),
    "Thai": ("THAI",),
    "Geor": ("GEORGIAN",),
    "Armn": ("ARMENIAN",),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "Kore": ("HANGUL", "CJK"),
}
"""First words of the Unicode names of a script's letters, by ISO 15924 code; other scripts are not checked."""
_SEVERAL = frozenset({"az", "bs", "kk", "ks", "ku", "ky", "mn", "pa", "sd", "sr", "tg", "tk", "tt", "ug", "uz"})
"""Languages written in more than one script."""


@lru_cache(maxsize=4096)
def _script_name(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0].removesuffix("-")


@lru_cache(maxsize=256)
def scripts_of(language: LanguageCode) -> tuple[str, ...]:
    """Names of the scripts that `language` is written in; empty when we do not check it."""
    import langcodes  # slow to import

    if language in _SEVERAL:
        return ()
    return _NAMES.get(langcodes.get(language).maximize().script or "", ())


def share_in_script(text: str, language: LanguageCode) -> float:
    """Share of the letters of `text` in the script of `language`, 0..1; 1.0 where there is nothing to judge."""
    expected = scripts_of(language)
    letters = [char for char in text if char.isalpha()]
    if not letters or not expected:
        return 1.0
    return sum(_script_name(char).startswith(expected) for char in letters) / len(letters)
