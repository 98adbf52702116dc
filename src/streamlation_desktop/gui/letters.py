"""Whether a language can be read here: a system without a font for its letters shows boxes instead."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontDatabase

from streamlation_desktop.core.language import LanguageCode, language_name, own_name

BETWEEN = " – "
"""Stands between a language's own and its English name."""

_OTHER_NAMES = {
    "SimplifiedHan": "SimplifiedChinese",
    "TraditionalHan": "TraditionalChinese",
    "Bangla": "Bengali",
    "Odia": "Oriya",
}
"""Scripts that Qt's locales and Qt's fonts call differently."""


@cache
def has_letters(language: LanguageCode) -> bool:
    """Whether some font has the script that `language` is written in; True for what Qt cannot tell."""
    script = QLocale(language).script().name.removesuffix("Script")
    system = getattr(QFontDatabase.WritingSystem, _OTHER_NAMES.get(script, script), None)
    if system in (None, QFontDatabase.WritingSystem.Any, QFontDatabase.WritingSystem.Latin):
        return True
    return bool(QFontDatabase.families(system))


def readable_name(language: LanguageCode) -> str:
    """Its own name, ``español``, or the English one where that could not be read."""
    return own_name(language) if has_letters(language) else language_name(language)


def language_label(language: LanguageCode) -> str:
    """``Español – Spanish``; the English name alone where the own one could not be read."""
    own, english = readable_name(language), language_name(language)
    return english if own == english else f"{own[:1].upper()}{own[1:]}{BETWEEN}{english}"
