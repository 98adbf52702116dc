"""Translation that goes on from a given beginning: what live captions have shown stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from streamlation_desktop.engines.base import LanguagePair


@dataclass(frozen=True, slots=True)
class Extension:
    """A translation in the pieces of its model."""

    pieces: tuple[str, ...]
    """From the first on, those that were given included."""
    attended: tuple[int, ...]
    """For each piece, how many letters of the source lie up to the end of what it translates."""
    words: tuple[int, ...]
    """Index of the first piece of each word."""


@runtime_checkable
class Extender(Protocol):
    """A translator that can be told how the translation begins."""

    def extend(self, texts: Sequence[str], prefix: Sequence[str], pair: LanguagePair) -> list[Extension]:
        """Translate `texts`, each into a text that begins with the pieces of `prefix`.

        Raises:
            InferenceFailed: the engine could not process the texts.
        """

    def join(self, pieces: Sequence[str]) -> str:
        """The text of some pieces."""


def letters(text: str) -> int:
    """How many characters are not white space: the measure of `Extension.attended`."""
    return sum(not char.isspace() for char in text)
