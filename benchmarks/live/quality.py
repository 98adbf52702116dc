"""Live captions of several minutes against the same model on the whole recording, and what a viewer sees of them.

Usage: python -m benchmarks.live.quality MODEL OPUS [--streaming] [--append]

MODEL is the fixture Whisper, or with --streaming a folder for sherpa-onnx; OPUS translates English into Spanish.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import jiwer
import numpy as np

from benchmarks.asr.material import append_result, chunks, load
from benchmarks.live.captions import ES, CaptionedTalk
from benchmarks.live.material import SpokenWord, Talk, plain
from benchmarks.live.sides import EN, hear
from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.engines.adapters.silero import SileroDetector
from streamlation_desktop.engines.base import DeviceChoice, ModelSpec, RecognitionOptions
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from streamlation_desktop.pipeline.stages.segment import SegmentStage

FOLDER = Path(__file__).parents[2] / "tests" / "data" / "speech"
TALKS = ("en-talk.opus", "en-two-voices.flac")
COLUMNS = ("what", "figure")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("opus", type=Path)
    parser.add_argument("--streaming", action="store_true")
    parser.add_argument("--append", action="store_true")
    options = parser.parse_args()
    engine = "sherpa-streaming" if options.streaming else "faster-whisper"
    spec = ModelSpec(options.model.name, options.model, DeviceChoice(intra_threads=1), languages=frozenset({EN}))
    registry = EngineRegistry()
    live = registry.create(EngineKind.STREAMING, engine, spec)
    whole = registry.create(EngineKind.RECOGNIZER, engine, spec)
    follow = CaptionedTalk(live, options.opus)
    rows: list[str] = []
    for name in TALKS:
        talk, translations = read(FOLDER / name)
        captioned = follow.follow(talk)
        heard, said = plain(captioned.settled(EN)), " ".join(word.text for word in talk.words)
        offline = plain(offline_text(whole, talk))
        rates = jiwer.wer(said, heard), jiwer.wer(said, offline)
        rows += [
            f"| {name}: words live / in the recording, error rate | {rates[0]:.3f} / {rates[1]:.3f} |",
            f"| last words of {len(translations)} sentences: lost live / in the recording "
            f"| {lost_ends(talk, heard, name)} / {lost_ends(talk, offline, name)} |",
            f"| words said twice live / in the recording | {doubled(heard, said)} / {doubled(offline, said)} |",
            f"| settled texts that changed | {captioned.changes()} |",
            f"| erased words per settled word: shown / translated "
            f"| {captioned.spoken.revised_rate:.3f} / {captioned.translated.revised_rate:.3f} |",
            f"| lag p50 / p95 of words, s | {captioned.spoken.lag(0.5):.2f} / {captioned.spoken.lag(0.95):.2f} |",
            f"| lag p50 of the translation behind them, s "
            f"| {(captioned.translated.lag(0.5) or 0) - (captioned.spoken.lag(0.5) or 0):+.2f} |",
            f"| sentences translated as the whole sentence is | {right(captioned.settled(ES), translations)} |",
        ]
    silence = Talk(no_speech(600), ())
    words = sum(len(plain(each.text).split()) for each in hear(live, silence, "", live.tuning).emissions)
    rows.append(f"| words in 10 minutes without speech (hiss, chords, pulses, silence) | {words} |")
    append_result(f"Live: quality of captions, {options.model.name}", COLUMNS, rows, save=options.append)


def read(path: Path) -> tuple[Talk, list[str]]:
    """A recording with its words, and the translation of each sentence."""
    sentences = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["sentences"]
    words = tuple(SpokenWord(plain(w["text"]), w["end"]) for s in sentences for w in s["words"])
    return Talk(load(path), words), [sentence["translation"] for sentence in sentences]


def offline_text(recognizer: object, talk: Talk) -> str:
    """As a file job hears it."""
    texts = []
    for segment in SegmentStage(SileroDetector())(chunks(talk.samples)):
        [transcript] = recognizer.transcribe([segment], EN, RecognitionOptions())  # type: ignore[attr-defined]
        texts.append(transcript.text)
    return " ".join(texts)


def lost_ends(talk: Talk, heard: str, name: str) -> int:
    """Sentences whose last word is not where it was said."""
    sentences = json.loads((FOLDER / name).with_suffix(".json").read_text(encoding="utf-8"))["sentences"]
    last: set[int] = set()
    at = -1
    for sentence in sentences:
        at += len(sentence["words"])
        last.add(at)
    [pieces] = jiwer.process_words(" ".join(word.text for word in talk.words), heard).alignments
    lost = (n for piece in pieces if piece.type == "delete" for n in range(piece.ref_start_idx, piece.ref_end_idx))
    return len(last & set(lost))


def doubled(heard: str, said: str) -> int:
    """Words that were added and repeat what stands before them."""
    words = heard.split()
    [pieces] = jiwer.process_words(said, heard).alignments
    count = 0
    for piece in pieces:
        if piece.type == "insert":
            first, end = piece.hyp_start_idx, piece.hyp_end_idx
            count += (end - first) * (words[first:end] == words[2 * first - end : first])
    return count


def right(text: str, translations: list[str]) -> str:
    found = sum(plain(each) in plain(text) for each in translations)
    return f"{found} of {len(translations)}"


def no_speech(seconds: int) -> Samples:
    """Ten seconds each of hiss from white to brown, chords, pulses of hiss, and next to nothing, and again."""
    rng, count = np.random.default_rng(11), 10 * SAMPLE_RATE
    time = np.arange(count) / SAMPLE_RATE
    parts: list[Samples] = []
    for number in range(seconds // 10):
        spectrum = np.fft.rfft(rng.standard_normal(count))
        hiss = np.fft.irfft(spectrum / np.maximum(np.arange(len(spectrum)), 4000) ** rng.uniform(0, 1), count)
        hiss /= hiss.std()
        tones = 110 * 2 ** (rng.integers(0, 36, (20, 3)) / 12)
        chords = sum(
            np.sin(2 * np.pi * tones[(time * 2).astype(int), n] * time) * np.exp(-3 * (time % 0.5)) for n in range(3)
        )
        kinds = (hiss, chords, hiss * (time % 0.7 < 0.1), hiss * 0.001)
        parts.append((kinds[number % 4] * 10 ** rng.uniform(-2.5, -1)).astype(np.float32))
    return np.clip(np.concatenate(parts), -1, 1)


if __name__ == "__main__":
    main()
