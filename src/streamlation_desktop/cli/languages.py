"""Lists of languages on the command line."""

from __future__ import annotations

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, parse_language


def parse_languages(text: str | None, flag: str) -> tuple[LanguageCode, ...]:
    """``"es,French"`` as codes, each once; none for nothing.

    Raises:
        UsageError: not a language.
    """
    try:
        return tuple(dict.fromkeys(parse_language(name.strip()) for name in (text or "").split(",") if name.strip()))
    except UnknownLanguage as exc:
        raise UsageError(f"{flag}: {exc}", hint="Give a code such as es, or a name such as Spanish.") from exc
