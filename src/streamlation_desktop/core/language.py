"""Language codes: what users type, what engines want, what files are named after."""

from __future__ import annotations

from typing import NewType

LanguageCode = NewType("LanguageCode", str)
"""BCP 47 primary subtag, lower case: ``"en"``, ``"pt"``, ``"zh"``."""

_RTL = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_CJK = frozenset({"ja", "ko", "yue", "zh"})
_WITHOUT_SPACES = frozenset({"bo", "ja", "km", "lo", "my", "th", "yue", "zh"})


class UnknownLanguage(ValueError):
    """The text names no language that we know."""


def parse_language(text: str) -> LanguageCode:
    """Return the code for a BCP 47 tag, an ISO 639-2 code, or a language's own or English name.

    Raises:
        UnknownLanguage: the text names no language.
    """
    import langcodes  # slow to import, and most starts never need it

    cleaned = text.strip()
    try:
        language = langcodes.get(cleaned)
        if language.is_valid() and language.language:
            return LanguageCode(language.language)
    except langcodes.tag_parser.LanguageTagError:
        pass
    try:
        named = langcodes.find(cleaned)
    except LookupError:
        raise UnknownLanguage(f"{text!r} is not a language") from None
    if cleaned.casefold() not in (named.display_name().casefold(), named.autonym().casefold()):  # the search is lenient
        raise UnknownLanguage(f"{text!r} is not a language; {named.display_name()} is")
    return LanguageCode(named.language or "")


def language_name(code: LanguageCode) -> str:
    """English name: ``"Spanish"``."""
    import langcodes

    return str(langcodes.get(code).display_name())


def is_rtl(code: LanguageCode) -> bool:
    """True when the language is written from right to left."""
    return code in _RTL


def is_cjk(code: LanguageCode) -> bool:
    """True for Chinese, Japanese and Korean, whose characters fill a full cell."""
    return code in _CJK


def separates_words(code: LanguageCode) -> bool:
    """True when the language writes spaces between words."""
    return code not in _WITHOUT_SPACES
