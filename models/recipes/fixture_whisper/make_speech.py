"""Synthesise the sentences that the Whisper fixture learns from and is tested on.

    python -m models.recipes.fixture_whisper.make_speech --work FOLDER

Writes ``speech-{train,test}-{en,es}.npy`` (int16 at 16 000 Hz, one utterance after another) and ``.json`` beside it.
No sentence of the test set is in the training set.
"""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from models.recipes.synthetic_speech import lexicon
from models.recipes.synthetic_speech.grammar import corpus
from models.recipes.synthetic_speech.voices import LANGUAGES, cast

COUNTS = {"train": {"en": 4500, "es": 3600}, "test": {"en": 150, "es": 150}}
_GREETINGS = 8
"""How often each fixed phrase is repeated in the training set, with other voices."""

Row = dict[str, Any]


def texts(split: str, language: str) -> list[str]:
    """The sentences of one set; the two sets are cut from one list without repeats."""
    counts = COUNTS[split]
    every = corpus(COUNTS["train"][language] + COUNTS["test"][language], seed=11)
    chosen = every[: counts[language]] if split == "train" else every[-counts[language] :]
    extra = lexicon.GREETINGS * _GREETINGS if split == "train" else ()
    field = "english" if language == "en" else "spanish"
    return [getattr(pair, field) for pair in (*chosen, *extra)]


def synthesise(job: tuple[str, str, list[str]]) -> tuple[list[Row], np.ndarray]:
    seed, language, sentences = job
    rng, rows, blocks = Random(seed), [], []
    for text in sentences:
        voice = cast(rng, language)
        speech = voice.speak(text)
        words = [(word.text, round(word.start, 4), round(word.end, 4)) for word in speech.words]
        rows.append({"language": language, "voice": voice.name, "samples": len(speech.samples), "words": words})
        blocks.append((np.clip(speech.samples, -1, 1) * 32767).astype(np.int16))
    return rows, np.concatenate(blocks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(options.processes) as pool:
        for split in COUNTS:
            for language in LANGUAGES:
                name = options.work / f"speech-{split}-{language}"
                if name.with_suffix(".json").exists():
                    continue
                every = texts(split, language)
                jobs = [
                    (f"{split}{start}", language, every[start : start + 100]) for start in range(0, len(every), 100)
                ]
                parts = list(pool.map(synthesise, jobs))
                np.save(name.with_suffix(".npy"), np.concatenate([samples for _, samples in parts]))
                rows = [row for part, _ in parts for row in part]
                name.with_suffix(".json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
                print(name.name, len(rows), sum(row["samples"] for row in rows) / 57_600_000, "hours", flush=True)


if __name__ == "__main__":
    main()
