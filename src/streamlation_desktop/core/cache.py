"""What identifies a translation that may be used again."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.core.language import LanguageCode


@dataclass(frozen=True, slots=True)
class CacheKey:
    """Everything that a translation depends on: equal keys give equal translations."""

    engine: str
    model: str
    """With its revision: another revision translates differently."""
    source: LanguageCode
    target: LanguageCode
    preset: str
    """The decoding settings and the glossary, in any stable form."""
    text: str
    """One sentence in the source language, exactly as given to the engine."""
