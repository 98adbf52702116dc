"""How long a text will take to say, before it is said."""

from __future__ import annotations

from dataclasses import dataclass

_PAUSES = {",": 0.12, ";": 0.2, ":": 0.2, ".": 0.35, "!": 0.35, "?": 0.35, "…": 0.35, "—": 0.2}
"""Seconds that voices rest inside an utterance."""
_IDEOGRAPH_LETTERS = 3.0
"""A character of Chinese, Japanese or Korean is a syllable: as long as so many letters."""


@dataclass(frozen=True, slots=True)
class SpeakingRate:
    """Of one voice in one language, at its natural tempo."""

    letters_per_second: float = 14.0

    @classmethod
    def measured(cls, text: str, seconds: float) -> SpeakingRate:
        """The rate at which a voice said `text`; the usual one when that tells nothing."""
        spoken = seconds - _pauses(text)
        return cls(_letters(text) / spoken) if spoken > 0 and _letters(text) else cls()

    def seconds(self, text: str) -> float:
        """How long `text` will take."""
        return _letters(text) / self.letters_per_second + _pauses(text)


def _letters(text: str) -> float:
    return sum(_IDEOGRAPH_LETTERS if char >= "\u2e80" else 1.0 for char in text if char.isalnum())


def _pauses(text: str) -> float:
    return sum(_PAUSES.get(char, 0.0) for char in text.rstrip(" .,;:!?…—"))
