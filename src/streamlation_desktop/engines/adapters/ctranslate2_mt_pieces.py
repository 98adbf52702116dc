"""SentencePiece around a CTranslate2 translation model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from sentencepiece import SentencePieceProcessor

from streamlation_desktop.core.errors import ModelDamaged, ModelNotInstalled
from streamlation_desktop.engines.extending import Extension

_SPACE = "▁"
_COMFORT = 3
"""A part of a text that is too long has at most one of so many parts of the limit."""
_STOPS = tuple(".!?;:,。！？；：，、")


@dataclass(frozen=True, slots=True)
class PieceCodec:
    """Turns text into the pieces that a model knows, and back."""

    source: SentencePieceProcessor
    target: SentencePieceProcessor

    def encode(self, texts: Sequence[str]) -> list[list[str]]:
        """Pieces of each text."""
        pieces: list[list[str]] = self.source.encode(list(texts), out_type=str, num_threads=1)
        return pieces

    def decode(self, pieces: Sequence[Sequence[str]]) -> list[str]:
        """Text for each list of pieces."""
        texts: list[str] = self.target.decode([list(each) for each in pieces], num_threads=1)
        return texts


def load_pieces(path: Path) -> SentencePieceProcessor:
    """Read a SentencePiece model.

    Raises:
        ModelNotInstalled: no such file.
        ModelDamaged: not a SentencePiece model.
    """
    try:
        # Read here because the library opens paths in the system's code page on Windows.
        return SentencePieceProcessor(model_proto=path.read_bytes())
    except FileNotFoundError as exc:
        raise ModelNotInstalled(f"the translation model lacks {path.name}", hint="Install the model again.") from exc
    except RuntimeError as exc:
        raise ModelDamaged(f"{path.name} is not a SentencePiece model", hint="Install the model again.") from exc


def extension(
    source: Sequence[str], pieces: Sequence[str], attention: Sequence[Sequence[float]], skipped: int
) -> Extension:
    """A translation with what each piece of it attended to.

    Args:
        source: pieces of the text.
        pieces: of the translation.
        attention: for each of them, its weights over the source; there is a row for the end mark, too.
        skipped: tokens in front of the source that are no text.
    """
    ends = list(accumulate(len(piece.replace(_SPACE, "")) for piece in source))
    attended = []
    for row in attention[: len(pieces)]:
        weights = row[skipped : skipped + len(ends)]
        attended.append(ends[max(range(len(weights)), key=weights.__getitem__)] if weights else 0)
    starts = [index for index, piece in enumerate(pieces) if index == 0 or piece.startswith(_SPACE)]
    return Extension(tuple(pieces), tuple(attended), tuple(starts))


def split_long(pieces: list[str], limit: int) -> list[list[str]]:
    """Cut `pieces` where they exceed `limit`: behind punctuation if there is some, else between words.

    What must be cut is cut into parts well below the limit, because quality falls long before it.
    """
    return [pieces] if len(pieces) <= limit else _halved(pieces, limit // _COMFORT)


def _halved(pieces: list[str], limit: int) -> list[list[str]]:
    if len(pieces) <= limit:
        return [pieces]
    middle = len(pieces) // 2
    nearby = range(max(1, middle - limit // 2), min(len(pieces), middle + limit // 2))

    def worth(cut: int) -> tuple[int, int]:
        starts_word = pieces[cut].startswith(_SPACE)
        follows_stop = pieces[cut - 1].endswith(_STOPS)
        return starts_word + (starts_word and follows_stop), -abs(cut - middle)

    cut = max(nearby, key=worth)
    return _halved(pieces[:cut], limit) + _halved(pieces[cut:], limit)
