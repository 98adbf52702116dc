"""Measure the Whisper fixture with faster-whisper itself and with plain CTranslate2, on sentences it has not seen.

python -m models.recipes.fixture_whisper.evaluate models/fixtures/whisper-fixture --work FOLDER
"""

from __future__ import annotations

import argparse
from pathlib import Path
from random import Random

import ctranslate2
import numpy as np
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer

from models.recipes.fixture_whisper import noise, tokens
from models.recipes.fixture_whisper.mel import log_mel
from models.recipes.fixture_whisper.scores import summary, time_errors, word_errors
from models.recipes.fixture_whisper.speech import Utterance, load
from models.recipes.synthetic_speech.spoken import SAMPLE_RATE, Samples, Word

TALK = 55.0
"""Seconds of the talks; longer than one window, so that its end is met too."""


def talks(utterances: list[Utterance], seed: int) -> list[tuple[Samples, list[Word]]]:
    """Put all sentences one after the other with pauses of 0.2 to 1.5 s."""
    rng, made = Random(seed), []
    pieces: list[Samples] = []
    words: list[Word] = []
    position = 0.0
    for utterance in utterances:
        quiet = np.zeros(round(rng.uniform(0.2, 1.5) * SAMPLE_RATE), np.float32)
        position += len(quiet) / SAMPLE_RATE
        words += [word.shifted(position) for word in utterance.words]
        pieces += [quiet, utterance.samples]
        position += len(utterance.samples) / SAMPLE_RATE
        if position > TALK or utterance is utterances[-1]:
            sound = np.concatenate([*pieces, np.zeros(SAMPLE_RATE // 2, np.float32)])
            hiss = np.random.default_rng(seed).normal(0, 0.0005, len(sound))
            made.append(((sound + hiss).astype(np.float32), words))
            pieces, words, position = [], [], 0.0
    return made


def transcription(model: WhisperModel, utterances: list[Utterance], language: str | None, **settings: object) -> str:
    references, hypotheses, starts, ends, languages = [], [], [], [], []
    for sound, words in talks(utterances, seed=4):
        segments, info = model.transcribe(sound, language=language, word_timestamps=True, **settings)
        found = [Word(w.word.strip(), w.start, w.end) for segment in segments for w in segment.words or ()]
        references.append(" ".join(word.text for word in words))
        hypotheses.append(" ".join(word.text for word in found))
        languages.append(info.language == utterances[0].language)
        more_starts, more_ends = time_errors(words, found)
        starts += more_starts
        ends += more_ends
    right = f"language right in {sum(languages)} of {len(languages)}"
    return f"{word_errors(references, hypotheses)}; {right}; start {summary(starts)}; end {summary(ends)}"


def short_windows(model: WhisperModel, utterances: list[Utterance], language: str) -> str:
    """Greedy, batched, without padding to 30 s: the way of a live recogniser."""
    tokenizer = Tokenizer(model.hf_tokenizer, True, task="transcribe", language=language)
    ordered = sorted(utterances, key=lambda utterance: len(utterance.samples))
    prompt = [tokens.SOT, tokens.LANGUAGE_IDS[language], tokens.TRANSCRIBE, tokens.NO_TIMESTAMPS]
    references, hypotheses = [], []
    for first in range(0, len(ordered), 8):
        group = ordered[first : first + 8]
        length = (len(group[-1].samples) + 3200) // 320 * 320
        sound = [np.pad(u.samples, (1600, length - len(u.samples) - 1600 + 1600)) for u in group]
        hiss = np.random.default_rng(first).normal(0, 0.0005, sound[0].shape).astype(np.float32)
        mel = np.stack([log_mel((samples + hiss).astype(np.float32)) for samples in sound])
        features = ctranslate2.StorageView.from_array(np.ascontiguousarray(mel))
        for utterance, result in zip(
            group, model.model.generate(features, [prompt] * len(group), beam_size=1), strict=True
        ):
            references.append(utterance.text)
            hypotheses.append(tokenizer.decode(result.sequences_ids[0]))
    return word_errors(references, hypotheses)


def not_speech(model: WhisperModel, without_timestamps: bool) -> str:
    """Words written for silence, noise and music."""
    rng, written = Random(6), []
    for _ in range(20):
        sound = noise.quiet(rng, rng.randint(2, 30) * SAMPLE_RATE)
        segments, _ = model.transcribe(sound, without_timestamps=without_timestamps, temperature=0.0)
        written += [segment.text for segment in segments]
    return f"{len(written)} segments in 20 windows without speech {written[:3]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=150, help="sentences a language")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    model = WhisperModel(str(options.folder), device="cpu", compute_type="int8", cpu_threads=options.threads)
    for language in ("en", "es"):
        spoken = load(options.work, "test", language)[: options.limit]
        print(language, "faster-whisper, its defaults:", transcription(model, spoken, None), flush=True)
        greedy = transcription(model, spoken, language, beam_size=1, without_timestamps=True)
        print(language, "greedy, no time stamps:", greedy, flush=True)
        print(language, "short windows, batch 8:", short_windows(model, spoken, language), flush=True)
    for without_timestamps in (False, True):
        print(
            "without" if without_timestamps else "with",
            "time stamps:",
            not_speech(model, without_timestamps),
            flush=True,
        )


if __name__ == "__main__":
    main()
