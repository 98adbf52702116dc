"""From the pieces of a streaming model to words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from streamlation_desktop.core.types import TimeSpan, Word

_LONGEST = 0.15
"""Seconds after its last piece at which a word ends at the latest."""


def words_from_pieces(
    pieces: Sequence[str], times: Sequence[float], *, has_spaces: bool, is_upper: bool
) -> Iterator[tuple[int, Word]]:
    """Words, each with the number of pieces up to its end.

    Args:
        pieces: those that begin a word begin with a space; a space may also stand alone.
        times: when each was heard, in seconds.
        has_spaces: False for a language whose pieces are words of their own.
        is_upper: the model writes capitals only; they become small.
    """
    starts = [at for at, piece in enumerate(pieces) if at == 0 or not has_spaces or piece.startswith(" ")]
    for first, last in zip(starts, [*starts[1:], len(pieces)], strict=False):  # no starts, no words
        text = "".join(pieces[first:last])
        if not text.strip():
            continue
        following = times[last] if last < len(pieces) else float("inf")
        end = max(times[first], min(following, times[last - 1] + _LONGEST))
        yield last, Word(text.lower() if is_upper else text, TimeSpan(times[first], end))
