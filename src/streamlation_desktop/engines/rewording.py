"""Other translations of a text, for a dub whose line does not fit into its time."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from streamlation_desktop.engines.base import LanguagePair, Translator

_FURTHER_TRIES = (1, 2)


@runtime_checkable
class Rewriter(Protocol):
    """A translator that knows other translations than its best."""

    def alternatives(self, text: str, pair: LanguagePair) -> list[str]:
        """Those that are nearly as likely, the likeliest first; shorter and longer ones.

        Raises:
            InferenceFailed: the engine could not process the text.
        """


def alternatives(translator: Translator, text: str, pair: LanguagePair) -> list[str]:
    """Other translations of one sentence; from an engine that is no `Rewriter`, what it says when asked again."""
    if isinstance(translator, Rewriter):
        return translator.alternatives(text, pair)
    return [translator.translate([text], pair, hypothesis=number)[0].text for number in _FURTHER_TRIES]
