"""The two ways to know that a word is settled."""

from __future__ import annotations

from collections.abc import Sequence

from streamlation_desktop.engines.streaming.compare import same_word
from streamlation_desktop.engines.streaming.window import CommitRule, GuessedWord

ATTENTION, AGREEMENT = "attention", "agreement"
"""Names of the policies."""


class AttentionRule:
    """AlignAtt (Papi et al. 2023): a word is settled when the model, writing it, attended to sound before the last
    `theta` seconds; the first word that did not, and all behind it, wait for more sound."""

    def count(self, words: Sequence[GuessedWord], seconds: float, theta: float) -> int:
        """See `CommitRule`."""
        return next((index for index, word in enumerate(words) if word.end > seconds - theta), len(words))

    def forget(self, words: int) -> None:
        """See `CommitRule`; the rule has no memory."""

    def reset(self) -> None:
        """See `CommitRule`."""


class AgreementRule:
    """LocalAgreement-2 (Liu et al. 2020): a word is settled when two guesses in a row have it, and all before it.

    Case and punctuation do not count, so that a full stop that comes and goes holds up nothing.
    """

    def __init__(self) -> None:
        self._last: tuple[str, ...] = ()

    def count(self, words: Sequence[GuessedWord], seconds: float, theta: float) -> int:
        """See `CommitRule`."""
        pairs = zip(words, self._last, strict=False)
        agreed = next(
            (index for index, (word, before) in enumerate(pairs) if not same_word(word.text, before)),
            min(len(words), len(self._last)),
        )
        self._last = tuple(word.text for word in words)
        return agreed

    def forget(self, words: int) -> None:
        """See `CommitRule`."""
        self._last = self._last[words:]

    def reset(self) -> None:
        """See `CommitRule`."""
        self._last = ()


def make_rule(policy: str) -> CommitRule:
    """The rule of a policy; that of attention where none is named."""
    return AgreementRule() if policy == AGREEMENT else AttentionRule()
