"""Stage 6: quality on the development sets, faults, and speed on one core; writes ``starter.json``."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import sacrebleu

from .augment import plain
from .config import Config, prefix
from .corpus import dev_path, read_dev
from .sanity import sanity
from .translator import Translator


def quality(translate: Translator, pairs: list[tuple[str, str]], language: str, beam: int) -> dict[str, float]:
    """BLEU and chrF for the source as written and for its lower-case, unpunctuated form."""
    sources, references = [pair[0] for pair in pairs], [[pair[1] for pair in pairs]]
    figures: dict[str, float] = {}
    for suffix, texts in (("", sources), ("_unpunctuated", [plain(text) for text in sources])):
        output = translate(texts, language, beam)
        figures[f"bleu{suffix}"] = round(sacrebleu.corpus_bleu(output, references).score, 1)
        figures[f"chrf{suffix}"] = round(sacrebleu.corpus_chrf(output, references).score, 1)
    return figures


def single_ms(translate: Translator, sources: list[str], language: str, beam: int) -> list[float]:
    """Processor milliseconds for one sentence at a time: median, and what 95 in 100 stay under."""
    took = []
    for text in sources:
        start = time.process_time()
        translate([text], language, beam)
        took.append((time.process_time() - start) * 1000)
    took.sort()
    return [round(took[len(took) // 2], 1), round(took[len(took) * 19 // 20], 1)]


def speed(translate: Translator, pairs: list[tuple[str, str]], language: str, beam: int) -> dict[str, Any]:
    """Sentences in a second in batches of 32, milliseconds for a single one; processor time, so load counts less."""
    sources = [pair[0] for pair in pairs]
    translate(sources[:64], language, beam)
    start = time.process_time()
    translate(sources, language, beam)
    batched = len(sources) / (time.process_time() - start)
    median, high = single_ms(translate, sources[:200], language, beam)
    greedy, greedy_high = single_ms(translate, sources[:200], language, 1)
    return {"note": f"processor seconds on one core, beam {beam}; greedy: beam 1",
            "sentences_per_second": round(batched), "single_ms_median": median, "single_ms_p95": high,
            "greedy_single_ms_median": greedy, "greedy_single_ms_p95": greedy_high}


def description(
    config: Config, version: str, scores: dict[str, Any], pace: dict[str, Any], beam: int
) -> dict[str, Any]:
    """What the program needs to know of the model; the form is told in the README of ``models/starter-mt``."""
    return {
        "format": 1, "name": "Streamlation starter", "id": "starter-mt", "version": version, "task": "translation",
        "quality": "starter", "interim": False, "source": "en", "targets": config.languages,
        "prefix_tokens": {language: prefix(language) for language in config.languages},
        "engine": {"runtime": "ctranslate2", "compute_type": "int8", "tokenizer": "spm.model", "beam_size": beam,
                   "max_source_tokens": config.max_tokens, "max_target_tokens": 150},
        "licence": "GPL-3.0-or-later", "attribution": "README.md",
        "scores": {"test": f"tatoeba2k.en-XX, 2,000 sentences each, beam {beam}, int8", **scores}, "speed": pace,
    }


def evaluate(prep: Path, out: Path, config: Config, version: str, beam: int = 5) -> None:
    """Print all figures and write ``starter.json`` into the model's folder."""
    translate = Translator(out)
    scores: dict[str, Any] = {}
    for language in config.languages:
        scores[language] = quality(translate, read_dev(dev_path(prep, language)), language, beam)
        print(language, scores[language], flush=True)
    pace = speed(translate, read_dev(dev_path(prep, config.languages[0])), config.languages[0], beam)
    print(pace, flush=True)
    for kind, lines in sanity(translate, prep, config.languages, beam).items():
        print(f"{kind}: {len(lines)}", *lines[:8], sep="\n  ", flush=True)
    part = out / "starter.json.part"
    text = json.dumps(description(config, version, scores, pace, beam), ensure_ascii=False, indent=2)
    part.write_text(text + "\n", encoding="utf-8")
    part.replace(out / "starter.json")
