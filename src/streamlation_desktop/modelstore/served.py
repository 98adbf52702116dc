"""Which languages a model serves, when it came without a catalogue entry."""

from __future__ import annotations

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.modelstore.catalog import Catalog
from streamlation_desktop.modelstore.kinds import ModelKind
from streamlation_desktop.modelstore.layout import Layout


def languages_of(found: Layout, name: str, catalog: Catalog) -> frozenset[LanguageCode]:
    """Languages of a recogniser, voice or multilingual translator; empty when pairs say it all.

    Raises:
        UsageError: neither the files nor the person say.
    """
    if found.is_english_only:
        return frozenset({LanguageCode("en")})
    languages = found.languages or (frozenset() if found.pairs else catalog.languages_of(found.family))
    if not languages and not found.pairs:
        hint = "Add --from and --to." if found.kind is ModelKind.TRANSLATOR else "Add --languages."
        raise UsageError(f"{name} does not say which languages it serves", hint=hint)
    return languages
