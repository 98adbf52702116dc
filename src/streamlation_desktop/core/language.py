"""Language codes: what users type, what engines want, what files are named after.

`languages.tsv` has the common languages (code, ISO 639-2 codes, English name, own name; from Unicode's
CLDR by way of langcodes); langcodes itself, whose names take a second to load, knows the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NewType

LanguageCode = NewType("LanguageCode", str)
"""BCP 47 primary subtag, lower case: ``"en"``, ``"pt"``, ``"zh"``."""

_RTL = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_CJK = frozenset({"ja", "ko", "yue", "zh"})
_VOICED = {
    "cmn": (LanguageCode("zh"),),
    "nb": (LanguageCode("nb"), LanguageCode("no")),
}
"""Where the tags of voices are narrower than our codes."""
_WITHOUT_SPACES = frozenset({"bo", "ja", "km", "lo", "my", "th", "yue", "zh"})


class UnknownLanguage(ValueError):
    """The text names no language that we know."""


@dataclass(frozen=True, slots=True)
class _Language:
    code: LanguageCode
    alpha3: str
    bibliographic: str
    name: str
    own_name: str

    @property
    def keys(self) -> tuple[str, ...]:
        return self.code, self.alpha3, self.bibliographic, self.name.casefold(), self.own_name.casefold()


@cache
def _languages() -> dict[str, _Language]:
    """By every key; a code wins over a name."""
    lines = Path(__file__).with_name("languages.tsv").read_text(encoding="utf-8").splitlines()
    known = []
    for line in lines:
        code, alpha3, bibliographic, name, own_name = line.split("\t")
        known.append(_Language(LanguageCode(code), alpha3, bibliographic, name, own_name))
    table = {key: language for language in known for key in language.keys}
    return table | {language.code: language for language in known}


def parse_language(text: str) -> LanguageCode:
    """Return the code for a BCP 47 tag, an ISO 639 code, or a language's own or English name.

    Raises:
        UnknownLanguage: the text names no language.
    """
    cleaned = text.strip().casefold()
    subtag = re.split(r"[-_]", cleaned, maxsplit=1)[0]
    found = _languages().get(cleaned) or _languages().get(subtag if len(subtag) in (2, 3) else "")
    return found.code if found else _parse_rare(text)


def voiced_languages(tag: str) -> tuple[LanguageCode, ...]:
    """What a voice with this BCP 47 tag speaks, in our codes; empty for a tag that names no language."""
    try:
        language = parse_language(tag)
    except UnknownLanguage:
        return ()
    return _VOICED.get(language, (language,))


def common_languages() -> tuple[LanguageCode, ...]:
    """Those that people are offered, in order of their own names."""
    found = {language.code: language for language in _languages().values()}
    return tuple(sorted(found, key=lambda code: found[code].own_name.casefold()))


def own_name(code: LanguageCode) -> str:
    """What its speakers call it: ``"español"``."""
    found = _languages().get(code)
    return found.own_name if found is not None else language_name(code)


def language_name(code: LanguageCode) -> str:
    """English name: ``"Spanish"``."""
    found = _languages().get(code)
    if found is not None:
        return found.name
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


def _parse_rare(text: str) -> LanguageCode:
    import langcodes

    try:
        language = langcodes.get(text.strip())
    except langcodes.tag_parser.LanguageTagError:
        raise UnknownLanguage(f"{text!r} is not a language") from None
    if not language.is_valid() or not language.language:
        raise UnknownLanguage(f"{text!r} is not a language")
    return LanguageCode(language.language)
