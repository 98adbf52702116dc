"""Translate sentences the fixture has not seen and count those that are exactly right.

python -m models.recipes.fixture_marian.evaluate models/fixtures/opus-fixture-en-es --source en
"""

from __future__ import annotations

import argparse
from pathlib import Path

import ctranslate2
import sacrebleu

from models.recipes.fixture_marian import pieces
from models.recipes.synthetic_speech.grammar import corpus

SENTENCES, HELD_OUT, SPLIT_SEED = 22_000, 1_000, 21


def translate(folder: Path, texts: list[str], beam: int) -> list[str]:
    source, target = pieces.load(folder, "source"), pieces.load(folder, "target")
    translator = ctranslate2.Translator(str(folder), device="cpu", compute_type="int8", intra_threads=1)
    split = source.encode(texts, out_type=str)
    results = translator.translate_batch(split, beam_size=beam, max_batch_size=32)
    return [str(target.decode(result.hypotheses[0])) for result in results]


def score(folder: Path, source: str, beam: int = 4) -> str:
    held_out = corpus(SENTENCES, SPLIT_SEED)[-HELD_OUT:]
    english, spanish = [pair.english for pair in held_out], [pair.spanish for pair in held_out]
    texts, references = (english, spanish) if source == "en" else (spanish, english)
    made = translate(folder, texts, beam)
    wrong = [(t, m, r) for t, m, r in zip(texts, made, references, strict=True) if m != r]
    lines = [f"  {text} -> {other} (expected {right})" for text, other, right in wrong[:5]]
    bleu = sacrebleu.corpus_bleu(made, [references]).score
    head = f"{folder.name}: {100 * (1 - len(wrong) / len(made)):.1f} % of {len(made)} unseen sentences exact, BLEU {bleu:.1f}"
    return "\n".join([head, *lines])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--source", choices=("en", "es"), required=True)
    parser.add_argument("--beam", type=int, default=4)
    options = parser.parse_args()
    print(score(options.folder, options.source, options.beam))


if __name__ == "__main__":
    main()
