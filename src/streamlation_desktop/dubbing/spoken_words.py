"""How a language says signs, units and abbreviations: the tables in ``spoken/``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from streamlation_desktop.core.language import LanguageCode


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """What is said for what is written."""

    signs: dict[str, str] = field(default_factory=dict)
    """``"percent"``, ``"and"``, ``"at"``, ``"number"``, ``"minus"``, ``"point"``, ``"to"``."""
    abbreviations: dict[str, str] = field(default_factory=dict)
    currencies: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Sign to singular and plural."""
    units: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Symbol to singular and plural."""


@cache
def spoken_words(language: LanguageCode) -> SpokenWords:
    """The table of a language; an empty one where there is none: its signs are left to the engine."""
    path = Path(__file__).with_name("spoken") / f"{language}.toml"
    if not path.is_file():
        return SpokenWords()
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return SpokenWords(
        {name: value for name, value in table.items() if isinstance(value, str)},
        table["abbreviations"],
        {sign: (one, many) for sign, (one, many) in table["currencies"].items()},
        {symbol: (one, many) for symbol, (one, many) in table["units"].items()},
    )
