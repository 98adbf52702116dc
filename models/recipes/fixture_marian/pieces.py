"""The two SentencePiece models and the shared vocabulary, as OPUS-MT ships them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import sentencepiece as spm

PIECES = 420
"""Pieces a side: most words of the grammar whole, all letters for the rest."""
EOS, UNKNOWN = 0, 1


def train(folder: Path, name: str, sentences: list[str]) -> None:
    """Write ``<name>.spm``; by way of memory, because the trainer would write its own path into the file."""
    model = io.BytesIO()
    spm.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_writer=model,
        vocab_size=PIECES,
        model_type="unigram",
        character_coverage=1.0,
        normalization_rule_name="identity",
        hard_vocab_limit=False,
        num_threads=1,
        minloglevel=1,
        user_defined_symbols=list("0123456789!'-"),
    )
    (folder / f"{name}.spm").write_bytes(model.getvalue())


def load(folder: Path, name: str) -> spm.SentencePieceProcessor:
    return spm.SentencePieceProcessor(model_file=str(folder / f"{name}.spm"))


def shared_vocabulary(folder: Path) -> list[str]:
    """``</s>``, ``<unk>``, then the pieces of both sides; written as CTranslate2 reads it."""
    pieces: dict[str, None] = {"</s>": None, "<unk>": None}
    for name in ("source", "target"):
        model = load(folder, name)
        pieces.update({model.id_to_piece(index): None for index in range(3, model.get_piece_size())})
    tokens = list(pieces)
    text = json.dumps(tokens, ensure_ascii=False, indent=0)
    (folder / "shared_vocabulary.json").write_text(text + "\n", encoding="utf-8")
    return tokens
