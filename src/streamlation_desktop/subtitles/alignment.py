"""Gives the tokens of a text the times of the speech that they render."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from streamlation_desktop.core.types import TimeSpan, Word
from streamlation_desktop.subtitles.tokens import Token

PAUSE = 0.3
"""Seconds between two words that count as a pause: the two sides are different phrases."""
_REACH = 24.0
"""Characters by which a phrase of a translation may be displaced against its source."""
_SKIP_BASE, _SKIP_PER_SECOND = 1.0, 6.0
_UNSPOKEN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Timed:
    """When a token is spoken, and how sure the recognizer was."""

    span: TimeSpan
    confidence: float


def align(tokens: Sequence[Token], words: Sequence[Word]) -> list[Timed]:
    """Times for the tokens of the text that `words` spell, or of a translation of it.

    A text with the letters of the words takes their times, letter by letter. Any other text is
    projected: its phrases onto the runs of speech between pauses, within a run by share of letters.

    Args:
        tokens: at least one.
        words: at least one, in order of time.
    """
    sizes = [_spoken(token.text) for token in tokens]
    spoken = _Speech(words)
    if "".join(sizes) == spoken.letters:
        marks = [float(end) for end in accumulate(map(len, sizes))]
    else:
        weights = [token.width for token in tokens]
        marks = _project(list(accumulate(weights)), [token.cost for token in tokens], spoken)
    return [spoken.between(start, end) for start, end in pairwise([0.0, *marks])]


def _spoken(text: str) -> str:
    return _UNSPOKEN.sub("", text).casefold()


class _Speech:
    """The words as a scale of letters: position ``p`` lies inside the word that holds letter ``p``."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        spelled = [_spoken(word.text) for word in words]
        self.letters = "".join(spelled)
        if not self.letters:
            spelled = ["x"] * len(words)
        self.ends = [float(end) for end in accumulate(map(len, spelled))]
        self.starts = [0.0, *self.ends[:-1]]

    @property
    def size(self) -> float:
        """Letters in all."""
        return self.ends[-1]

    def pauses(self) -> list[tuple[float, float]]:
        """Position (letters) and length (seconds) of each pause."""
        return [
            (end, after.span.start - before.span.end)
            for (before, after), end in zip(pairwise(self.words), self.ends, strict=False)
            if after.span.start - before.span.end >= PAUSE
        ]

    def between(self, start: float, end: float) -> Timed:
        """Time and confidence of the letters in ``[start, end)``."""
        first = self._word(start, opening=True)
        last = max(first, self._word(end, opening=False))
        begins, ends = self._time(first, start), self._time(last, end)
        inside = self.words[first : last + 1]
        confidence = sum(word.probability for word in inside) / len(inside)
        return Timed(TimeSpan(begins, max(begins, ends)), confidence)

    def _word(self, position: float, *, opening: bool) -> int:
        index = bisect_right(self.ends, position + 1e-9) if opening else bisect_left(self.ends, position - 1e-9)
        return min(index, len(self.words) - 1)

    def _time(self, index: int, position: float) -> float:
        span = self.words[index].span
        size = self.ends[index] - self.starts[index]
        share = (position - self.starts[index]) / size if size else 0.0
        return span.start + span.duration * min(1.0, max(0.0, share))


def _project(ends: list[float], costs: list[float], speech: _Speech) -> list[float]:
    """Positions on the scale of letters for the ends of tokens that are not the words themselves."""
    total = ends[-1] or 1.0
    scale = speech.size / total
    anchors = [(0.0, 0.0), *_anchor(ends, costs, speech, total), (total, speech.size)]
    marks: list[float] = []
    section = 0
    for end in ends:
        while section < len(anchors) - 2 and end > anchors[section + 1][0]:
            section += 1
        (left, left_mark), (right, right_mark) = anchors[section], anchors[section + 1]
        slope = (right_mark - left_mark) / (right - left) if right > left else scale
        marks.append(left_mark + (end - left) * slope)
    return marks


def _anchor(ends: list[float], costs: list[float], speech: _Speech, total: float) -> list[tuple[float, float]]:
    """Pairs the pauses of the speech with breaks of the text, in order, at the least total cost.

    A pair costs the displacement of the phrase (squared, in tens of characters) and the grammatical cost
    of the break; a pause may stay unpaired, at a cost that grows with its length.
    """
    scale = total / speech.size
    states: list[tuple[int, float, tuple[tuple[float, float], ...]]] = [(-1, 0.0, ())]  # last boundary, cost, pairs
    for position, length in speech.pauses():
        ideal = position * scale
        skip = _SKIP_BASE + _SKIP_PER_SECOND * (length - PAUSE)
        best = {index: (cost + skip, pairs) for index, cost, pairs in states}
        for boundary in range(len(ends) - 1):
            distance = abs(ends[boundary] - ideal)
            if distance > _REACH:
                continue
            pair_cost = (distance / 10) ** 2 + costs[boundary + 1]
            candidates = [state for state in states if state[0] < boundary]
            if not candidates:
                continue
            _, cost, pairs = min(candidates, key=lambda state: state[1])
            if boundary not in best or cost + pair_cost < best[boundary][0]:
                best[boundary] = (cost + pair_cost, (*pairs, (ends[boundary], position)))
        states = [(index, cost, pairs) for index, (cost, pairs) in sorted(best.items())]
    return list(min(states, key=lambda state: state[1])[2])
