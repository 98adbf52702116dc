"""Language tags: the special tokens by which multilingual models are told their languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import LanguagePair

M2M100_TAG = re.compile(r"__([a-z]{2,3})__")
NLLB_TAG = re.compile(r"([a-z]{3})_[A-Z][a-z]{3}")
MARIAN_TAG = re.compile(r">>([a-z]{2,3})(?:_\w+)?<<")

_CLOSEST = {"pbt": "ps", "quy": "qu", "nob": "no", "nb": "no", "fil": "tl"}
"""What remains after `langcodes`: the usual code for a language that has a narrower one in some models."""


class TagScheme(Protocol):
    """Where a model family wants its language tags."""

    def supports(self, pair: LanguagePair) -> bool:
        """True when the model was trained for the pair."""

    def source_start(self, pair: LanguagePair) -> list[str]:
        """Tokens in front of the source."""

    def target_prefix(self, pair: LanguagePair) -> list[str]:
        """Tokens that the target is made to start with."""


@dataclass(frozen=True, slots=True)
class TargetInSource:
    """OPUS-MT and our starter model: the target's tag, if any, stands in front of the source text."""

    sources: frozenset[LanguageCode]
    targets: frozenset[LanguageCode]
    tags: Mapping[LanguageCode, str]
    """Empty for a model with one target language."""

    def supports(self, pair: LanguagePair) -> bool:
        """See `TagScheme`."""
        tagged = not self.tags or pair.target in self.tags
        return pair.source in self.sources and pair.target in self.targets and tagged and pair.source != pair.target

    def source_start(self, pair: LanguagePair) -> list[str]:
        """See `TagScheme`."""
        return [self.tags[pair.target]] if self.tags else []

    def target_prefix(self, pair: LanguagePair) -> list[str]:
        """See `TagScheme`."""
        return []


@dataclass(frozen=True, slots=True)
class OnePair:
    """Argos: one pair; the target starts with a fixed token, if any."""

    pair: LanguagePair
    prefix: str = ""

    def supports(self, pair: LanguagePair) -> bool:
        """See `TagScheme`."""
        return pair == self.pair

    def source_start(self, pair: LanguagePair) -> list[str]:
        """See `TagScheme`."""
        return []

    def target_prefix(self, pair: LanguagePair) -> list[str]:
        """See `TagScheme`."""
        return [self.prefix] if self.prefix else []


@dataclass(frozen=True, slots=True)
class TagOnBothSides:
    """M2M100 and NLLB: each side starts with its own language's tag."""

    tags: Mapping[LanguageCode, str]

    def supports(self, pair: LanguagePair) -> bool:
        """See `TagScheme`."""
        return pair.source in self.tags and pair.target in self.tags and pair.source != pair.target

    def source_start(self, pair: LanguagePair) -> list[str]:
        """See `TagScheme`."""
        return [self.tags[pair.source]]

    def target_prefix(self, pair: LanguagePair) -> list[str]:
        """See `TagScheme`."""
        return [self.tags[pair.target]]


def find_tags(vocabulary: Iterable[str], pattern: re.Pattern[str]) -> dict[LanguageCode, str]:
    """Language tags in a model's vocabulary, by language.

    Models name varieties (``arb_Arab``, ``zho_Hans``, ``>>cmn_Hant<<``); each is filed under the
    language that users ask for, and the first in alphabetical order, shortest first, wins.
    """
    import langcodes  # slow to import

    tags: dict[LanguageCode, str] = {}
    found = (match for token in vocabulary if (match := pattern.fullmatch(token)))
    for match in sorted(found, key=lambda match: (len(match[0]), match[0])):
        standard = langcodes.standardize_tag(match[1], macro=True).split("-")[0]
        for code in (standard, _CLOSEST.get(standard)):
            if code:
                tags.setdefault(LanguageCode(code), match[0])
    return tags
