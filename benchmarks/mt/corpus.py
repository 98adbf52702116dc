"""The development sentences that every benchmark of translation reads."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sacrebleu import BLEU, CHRF

from streamlation_desktop.engines.base import DeviceChoice, ModelSpec, Translator
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry


@dataclass(frozen=True, slots=True)
class Pairs:
    """Sentences and their human translations."""

    sources: list[str]
    references: list[str]


def read_pairs(target: str, limit: int = 2000) -> Pairs:
    """English sentences of Tatoeba with their translations into `target`; needs STREAMLATION_TEST_DATA."""
    path = Path(os.environ["STREAMLATION_TEST_DATA"]) / "corpora" / "dev" / f"tatoeba2k.en-{target}.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[:limit]]
    return Pairs([row[0] for row in rows], [row[1] for row in rows])


def open_engine(name: str, threads: int = 1) -> Translator:
    """An embedded engine by its name in the registry."""
    spec = ModelSpec(name, None, DeviceChoice(intra_threads=threads))
    translator: Translator = EngineRegistry().create(EngineKind.TRANSLATOR, name, spec)
    return translator


def scores(hypotheses: list[str], references: list[str]) -> str:
    """BLEU and chrF as sacreBLEU computes them by default."""
    bleu = BLEU().corpus_score(hypotheses, [references]).score
    return f"{bleu:5.1f} {CHRF().corpus_score(hypotheses, [references]).score:5.1f}"
