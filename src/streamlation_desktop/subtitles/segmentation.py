"""Splits a run of timed tokens into cues that a viewer can read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.subtitles.layout import lay_out, line_width
from streamlation_desktop.subtitles.norms import Norms
from streamlation_desktop.subtitles.tokens import Token

LINGER = 1.5
"""Seconds that a cue may stay after its speech to be read."""
_MERGE_PAUSE = 1.0
"""Sentences further apart (seconds) never share a cue."""
_CALM_PAUSE = 0.6

_CUE_COST = 0.6
_MERGE_COST = 1.2
_LAYOUT_WEIGHT = 0.8
_TOO_LONG, _TOO_SHORT, _TOO_FAST, _FAST = 40.0, 8.0, 30.0, 2.0
_PAUSE_INSIDE, _LONG_PAUSE_INSIDE, _PAUSE_AFTER = 2.0, 20.0, 0.8
_ORPHAN = 2.0


@dataclass(frozen=True, slots=True)
class SpokenToken:
    """A token with the time of its speech and where it comes from."""

    token: Token
    start: float
    """Seconds; never before the token before."""
    end: float
    sentence: int
    """Ordinal of the sentence it belongs to."""
    language: LanguageCode
    speaker: str = ""
    confidence: float = 1.0


def split(tokens: Sequence[SpokenToken], norms: Norms) -> list[Sequence[SpokenToken]]:
    """Cut tokens into cues at the places of least total cost, found by dynamic programming.

    A cue costs its line breaks, the grammar of its end, reading speed over the norm within the time that
    it can be shown, speech longer than a cue may last, silence inside it, a sentence end inside it, and
    being short of a line without being a sentence. Every cue fits its lines.
    """
    costs = [0.0] + [math.inf] * len(tokens)
    came_from = [0] * (len(tokens) + 1)
    for end in range(1, len(tokens) + 1):
        width = 0.0
        for start in range(end - 1, -1, -1):
            width += tokens[start].token.width
            if width > norms.max_chars * norms.max_lines or not _may_join(tokens, start, end):
                break
            cost = costs[start] + _cue_cost(tokens, start, end, norms, costs[end] - costs[start])
            if cost < costs[end]:
                costs[end], came_from[end] = cost, start
    cuts = [len(tokens)]
    while cuts[-1] > 0:
        cuts.append(came_from[cuts[-1]])
    cuts.reverse()
    return [tokens[start:end] for start, end in pairwise(cuts)]


def _may_join(tokens: Sequence[SpokenToken], start: int, end: int) -> bool:
    """True unless the first token and its follower belong to different speakers, languages or scenes."""
    if end - start < 2:
        return True
    left, right = tokens[start], tokens[start + 1]
    if left.sentence == right.sentence:
        return True
    same_voice = left.speaker == right.speaker and left.language == right.language
    return same_voice and right.start - left.end <= _MERGE_PAUSE


def _cue_cost(tokens: Sequence[SpokenToken], start: int, end: int, norms: Norms, limit: float) -> float:
    """Cost of one cue, infinite where it does not fit its lines or costs as much as `limit` in any case."""
    pieces = [spoken.token for spoken in tokens[start:end]]
    width = line_width(pieces, norms)
    cost = _CUE_COST + _time_cost(tokens, start, end, width, norms) + _content_cost(tokens, start, end)
    if end < len(tokens):
        pause = tokens[end].start - tokens[end - 1].end
        cost += tokens[end].token.cost - _PAUSE_AFTER * min(1.0, max(0.0, pause))
    if not _is_whole(tokens, start, end):
        cost += _ORPHAN * max(0.0, 0.4 - width / norms.max_chars)
    if cost >= limit:
        return math.inf
    layout = lay_out(pieces, norms)
    return math.inf if layout is None else cost + _LAYOUT_WEIGHT * layout.cost


def _time_cost(tokens: Sequence[SpokenToken], start: int, end: int, width: float, norms: Norms) -> float:
    begins, ends = tokens[start].start, tokens[end - 1].end
    shown_until = ends + LINGER
    if end < len(tokens):
        shown_until = min(shown_until, tokens[end].start - norms.min_gap)
    shown = max(shown_until - begins, 0.04)
    speed = width / min(shown, norms.max_duration)
    return (
        _TOO_LONG * max(0.0, ends - begins - norms.max_duration)
        + _TOO_SHORT * max(0.0, 1 - shown / norms.min_duration)
        + _FAST * max(0.0, speed / norms.target_cps - 1)
        + _TOO_FAST * max(0.0, min(speed, 3 * norms.max_cps) / norms.max_cps - 1)
    )


def _content_cost(tokens: Sequence[SpokenToken], start: int, end: int) -> float:
    cost = 0.0
    for index in range(start + 1, end):
        pause = tokens[index].start - tokens[index - 1].end
        cost += _PAUSE_INSIDE * max(0.0, pause - _CALM_PAUSE) + (_LONG_PAUSE_INSIDE if pause > LINGER else 0.0)
        if tokens[index].sentence != tokens[index - 1].sentence:
            cost += _MERGE_COST
    return cost


def _is_whole(tokens: Sequence[SpokenToken], start: int, end: int) -> bool:
    """True when the cue begins and ends with a sentence (as far as the tokens tell)."""
    opens = start == 0 or tokens[start].sentence != tokens[start - 1].sentence
    closes = end == len(tokens) or tokens[end].sentence != tokens[end - 1].sentence
    return opens and closes
