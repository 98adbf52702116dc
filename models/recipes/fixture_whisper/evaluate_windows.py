"""Measure the Whisper fixture on single windows, decoded greedily without time stamps as the application does.

    python -m models.recipes.fixture_whisper.evaluate_windows models/fixtures/whisper-fixture --work FOLDER

Windows hold sentences that the network has not seen. A word counts as said if 70 % of it is inside.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import ctranslate2
import numpy as np
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer

from models.recipes.fixture_whisper import noise, tokens
from models.recipes.fixture_whisper.mel import HOP, log_mel
from models.recipes.fixture_whisper.scores import word_errors
from models.recipes.fixture_whisper.speech import Utterance, load
from models.recipes.fixture_whisper.windows import FULL, Plan, lay_out
from models.recipes.synthetic_speech.spoken import SAMPLE_RATE, Samples


@dataclass(frozen=True, slots=True)
class Kind:
    """Windows of one sort."""

    name: str
    shortest: float
    longest: float
    """Seconds of sound."""
    whole: bool
    """No sentence is cut."""
    padding: str
    """With "sound" that is silent, with "features" of zero, or "none"."""


KINDS = (
    Kind("1 to 6 s, not padded", 1, 6, True, "none"),
    Kind("1 to 6 s, padded with silence", 1, 6, True, "sound"),
    Kind("6 to 20 s, padded with silence", 6, 20, True, "sound"),
    Kind("20 to 30 s, padded with silence", 20, 30, True, "sound"),
    Kind("20 to 30 s, padded with zeros", 20, 30, True, "features"),
    Kind("2 to 10 s, cut anywhere, padded with silence", 2, 10, False, "sound"),
    Kind("30 s, cut anywhere", 30, 30, False, "none"),
)


def features(sound: Samples, padding: str) -> np.ndarray:
    sound = sound[: len(sound) // 320 * 320]
    if padding == "sound":
        return log_mel(np.pad(sound, (0, FULL - len(sound))))
    mel = log_mel(np.ascontiguousarray(sound))
    return np.pad(mel, ((0, 0), (0, (FULL - len(sound)) // HOP))) if padding == "features" else mel


def said(rng: Random, kind: Kind, pool: list[Utterance]) -> tuple[Samples, str]:
    count = int(rng.uniform(kind.shortest, kind.longest) * SAMPLE_RATE)
    sound, placed, _ = lay_out(rng, Plan(count, count, 14, plain=kind.whole), pool)
    if kind.whole and placed:
        sound = sound[: int((placed[-1].words[-1].end + 0.25) * SAMPLE_RATE)]
    return sound + noise.background(rng, len(sound)), " ".join(word.text for p in placed for word in p.words)


def write(model: WhisperModel, mels: list[np.ndarray], language: str) -> Iterator[tuple[str, float]]:
    """The text of each window and the probability that nobody speaks."""
    tokenizer = Tokenizer(model.hf_tokenizer, True, task="transcribe", language=language)
    prompt = [tokens.SOT, tokens.LANGUAGE_IDS[language], tokens.TRANSCRIBE, tokens.NO_TIMESTAMPS]
    for first in range(0, len(mels), 4):
        group = mels[first : first + 4]
        longest = max(mel.shape[1] for mel in group)
        stack = np.stack([np.pad(mel, ((0, 0), (0, longest - mel.shape[1]))) for mel in group])
        results = model.model.generate(
            ctranslate2.StorageView.from_array(np.ascontiguousarray(stack)),
            [prompt] * len(group), beam_size=1, max_length=448, return_no_speech_prob=True,
        )  # fmt: skip
        yield from ((tokenizer.decode(result.sequences_ids[0]), result.no_speech_prob) for result in results)


def report(model: WhisperModel, kind: Kind, language: str, pool: list[Utterance], count: int) -> str:
    rng = Random(f"{kind.name}/{language}")
    made = [said(rng, kind, pool) for _ in range(count)]
    made = [(sound, text) for sound, text in made if text]
    found = list(write(model, [features(sound, kind.padding) for sound, _ in made], language))
    return f"{kind.name}: {word_errors([text for _, text in made], [text for text, _ in found])}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--windows", type=int, default=40, help="of each kind and language")
    options = parser.parse_args()
    model = WhisperModel(str(options.folder), device="cpu", compute_type="int8", cpu_threads=1)
    for language in ("en", "es"):
        pool = load(options.work, "test", language)
        for kind in KINDS:
            print(language, report(model, kind, language, pool, options.windows), flush=True)
    rng = Random(6)
    mels = [features(noise.quiet(rng, rng.randint(1, 30) * SAMPLE_RATE), "sound") for _ in range(options.windows)]
    heard = list(write(model, mels, "en"))
    believed = [text for text, nobody in heard if text.strip() and nobody < 0.6]
    print(f"no speech: words in {sum(bool(text.strip()) for text, _ in heard)} of {len(heard)}; believed {believed}")


if __name__ == "__main__":
    main()
