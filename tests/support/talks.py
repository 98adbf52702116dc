"""Synthetic talks in the words of the fixture models, with what is said in them and when."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import jiwer

from streamlation_desktop.core.types import Samples, TimeSpan, Word
from tests.support.speech import load_speech, plain

FOLDER = Path(__file__).parents[1] / "data" / "speech"


@dataclass(frozen=True, slots=True)
class Talk:
    """A recording with its reference."""

    path: Path
    samples: Samples
    words: tuple[Word, ...]
    translations: tuple[str, ...]
    """Of the sentences, in order."""

    def between(self, start: float, end: float, share: float = 0.7) -> tuple[Word, ...]:
        """The words of which at least `share` is heard in that time."""
        return tuple(word for word in self.words if _overlap(word.span, start, end) >= share * word.span.duration)


def load_talk(name: str) -> Talk:
    """``name`` is that of the sound file."""
    path = FOLDER / name
    sentences = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["sentences"]
    words = tuple(Word(w["text"], TimeSpan(w["start"], w["end"])) for s in sentences for w in s["words"])
    return Talk(path, load_speech(path), words, tuple(s["translation"] for s in sentences))


def text_of(words: Iterable[Word]) -> str:
    """Words as they are scored: lower case, no marks."""
    return plain(" ".join(word.text for word in words))


def word_error_rate(said: Sequence[Word], heard: Sequence[Word]) -> float:
    """Wrong, missing and added words per word said."""
    return float(jiwer.wer(text_of(said), text_of(heard)))


def start_errors(said: Sequence[Word], heard: Sequence[Word]) -> list[float]:
    """How far the words that both agree on begin from where they do, in seconds."""
    known, found = ([plain(word.text) for word in words] for words in (said, heard))
    [pieces] = jiwer.process_words(" ".join(known), " ".join(found)).alignments
    return [
        abs(said[piece.ref_start_idx + n].span.start - heard[piece.hyp_start_idx + n].span.start)
        for piece in pieces
        if piece.type == "equal"
        for n in range(piece.ref_end_idx - piece.ref_start_idx)
    ]


def _overlap(span: TimeSpan, start: float, end: float) -> float:
    return min(span.end, end) - max(span.start, start)
