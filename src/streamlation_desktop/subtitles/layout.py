"""Chooses the line breaks of one cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from streamlation_desktop.subtitles.norms import Norms
from streamlation_desktop.subtitles.tokens import Token

_SLACK_WEIGHT = 0.8
_TOP_HEAVY_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the lines of a cue begin, and how bad that is."""

    starts: tuple[int, ...]
    """Index of the first token of each line; the first is 0."""
    cost: float


def lay_out(tokens: Sequence[Token], norms: Norms) -> Layout | None:
    """Break tokens into as few lines as hold them, at the cheapest places; None when they need too many.

    The cost sums the grammatical cost of each break and the squared relative slack of the lines, which
    makes them even (Knuth & Plass 1981); a longer last line is preferred to a longer first one.
    """
    width = line_width(tokens, norms)
    for lines in range(1, norms.max_lines + 1):
        best = _best(tokens, 0, lines, width, norms)
        if best is not None:
            return best
    return None


def line_texts(tokens: Sequence[Token], layout: Layout) -> tuple[str, ...]:
    """The text of each line."""
    ends = (*layout.starts[1:], len(tokens))
    return tuple(join(tokens[start:end]) for start, end in zip(layout.starts, ends, strict=True))


def join(tokens: Sequence[Token]) -> str:
    """The tokens as one line."""
    parts: list[str] = []
    for token in tokens:
        if parts and not token.joined:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)


def line_width(tokens: Sequence[Token], norms: Norms) -> float:
    """Width of the tokens as one line, in characters."""
    space = norms.width(" ")
    return sum(token.width + (0.0 if token.joined else space) for token in tokens) - (
        0.0 if not tokens or tokens[0].joined else space
    )


def _best(tokens: Sequence[Token], first: int, lines: int, total: float, norms: Norms) -> Layout | None:
    """The cheapest layout of the tokens from `first` on, `total` wide, in exactly so many lines."""
    if lines == 1:
        return Layout((first,), 0.0) if total <= norms.max_chars else None
    space, width = norms.width(" "), tokens[first].width
    best: Layout | None = None
    for cut in range(first + 1, len(tokens)):
        if width > norms.max_chars:
            break
        gap = 0.0 if tokens[cut].joined else space
        below = total - width - gap
        rest = _best(tokens, cut, lines - 1, below, norms) if below <= norms.max_chars * (lines - 1) else None
        if rest is not None:
            cost = tokens[cut].cost + _shape(width, below / (lines - 1), norms) + rest.cost
            if best is None or cost < best.cost:
                best = Layout((first, *rest.starts), cost)
        width += gap + tokens[cut].width
    return best


def _shape(above: float, below: float, norms: Norms) -> float:
    widest = max(above, below)
    uneven = _SLACK_WEIGHT * (abs(above - below) / widest) ** 2
    return uneven + _TOP_HEAVY_WEIGHT * max(0.0, above - below) / norms.max_chars
