"""Stage 2: one SentencePiece vocabulary for English and all targets."""

from __future__ import annotations

import random
from pathlib import Path

import sentencepiece

from .config import BACK_TAG, BOS, EOS, PAD, PIVOT_TAG, UNK, Config, prefix
from .corpus import read_table


def sample(prep: Path, config: Config, each: int = 90_000) -> list[str]:
    """Sentences written by people: ``each`` for a foreign language, twice as many English."""
    rng = random.Random(config.seed)
    english: set[str] = set()
    texts: list[str] = []
    for language in config.languages:
        rows = read_table(prep / f"{language}.tsv.gz")
        english.update(row[1] for row in rows)
        foreign = [row[2] for row in rows]
        texts += rng.sample(foreign, each) if len(foreign) > each else foreign * (1 + (each > 2 * len(foreign)))
    ordered = sorted(english)
    chosen = rng.sample(ordered, min(2 * each, len(ordered)))
    return texts + chosen + [text.lower() for text in chosen[: each // 2]]


def train_vocabulary(work: Path, config: Config) -> None:
    """Write ``work/prep/spm.model`` unless it is there."""
    prep = work / "prep"
    if (prep / "spm.model").exists():
        return
    tags = [prefix(language) for language in config.languages] + [BACK_TAG, PIVOT_TAG]
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sample(prep, config)), model_prefix=str(prep / "part"), model_type="unigram",
        vocab_size=config.vocabulary, character_coverage=0.9999, byte_fallback=True, split_digits=True,
        user_defined_symbols=tags, unk_id=UNK, bos_id=BOS, eos_id=EOS, pad_id=PAD,
        normalization_rule_name="nmt_nfkc", num_threads=2, max_sentence_length=2000, minloglevel=1,
    )
    (prep / "part.vocab").unlink()
    (prep / "part.model").replace(prep / "spm.model")


def load_vocabulary(prep: Path) -> sentencepiece.SentencePieceProcessor:
    """The trained vocabulary."""
    return sentencepiece.SentencePieceProcessor(model_file=str(prep / "spm.model"))
