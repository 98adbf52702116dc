"""Recognition of a file by our pipeline against the raw library calls for the same windows.

Usage: python -m benchmarks.asr.overhead AUDIO [--model FOLDER] [--runs 3] [--batch 4] [--append]

*ours* cuts the audio into windows and transcribes them in batches; *raw* is CTranslate2's encode,
generate and align for the same windows, with features computed before the clock starts. Both run in
this process with the same loaded weights, in turns. Without a model, base-size random weights do the
work. CPU seconds are told beside the wall's, for they mind other work on the machine less.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import get_suppressed_tokens

from benchmarks.asr.material import CREDULOUS, append_result, chunks, load
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Samples, SpeechSegment
from streamlation_desktop.engines.adapters.silero import SileroDetector
from streamlation_desktop.engines.adapters.whisper import WhisperRecognizer
from streamlation_desktop.engines.base import RecognitionOptions
from streamlation_desktop.engines.guards import GuardLimits
from streamlation_desktop.engines.random_whisper import BASE_SHAPE
from streamlation_desktop.pipeline.stages.segment import SegmentStage
from tests.support.random_whisper import make_random_whisper

ENGLISH = LanguageCode("en")


def batches(segments: list[SpeechSegment], size: int) -> list[list[SpeechSegment]]:
    return [segments[n : n + size] for n in range(0, len(segments), size)]


def ours(recognizer: WhisperRecognizer, samples: Samples, size: int) -> None:
    segments = list(SegmentStage(SileroDetector())(chunks(samples)))
    for batch in batches(segments, size):
        recognizer.transcribe(batch, ENGLISH, RecognitionOptions())


def raw(recognizer: WhisperRecognizer, samples: Samples, size: int) -> Callable[[], None]:
    """The calls for the windows of the same audio, ready to be timed."""
    model = recognizer._model  # noqa: SLF001  (the same weights for both)
    tokenizer = Tokenizer(model.hf_tokenizer, model.model.is_multilingual, task="transcribe", language=ENGLISH)
    prompt, suppressed = [*tokenizer.sot_sequence, tokenizer.no_timestamps], get_suppressed_tokens(tokenizer, [-1])
    work = []
    for batch in batches(list(SegmentStage(SileroDetector())(chunks(samples))), size):
        features = recognizer._encoder._features([s.audio for s in batch])  # noqa: SLF001
        work.append((features, [len(s.audio.samples) // 160 for s in batch]))

    def run() -> None:
        for features, frames in work:
            encoded = model.encode(features)
            results = model.model.generate(
                encoded,
                [prompt] * len(frames),
                beam_size=1,
                suppress_tokens=list(suppressed),
                return_scores=True,
                return_no_speech_prob=True,
            )
            tokens = [[t for t in r.sequences_ids[0] if t < tokenizer.eot] for r in results]
            model.model.align(encoded, tokenizer.sot_sequence, tokens, frames)

    return run


def timed(work: Callable[[], None]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def measure(folder: Path, audio: Path, runs: int, size: int, limits: GuardLimits) -> str:
    recognizer = WhisperRecognizer(folder, limits=limits)
    samples = load(audio)
    reference = raw(recognizer, samples, size)
    timed(reference)
    pairs = [(timed(lambda: ours(recognizer, samples, size)), timed(reference)) for _ in range(runs)]
    wall, cpu = (median(a[n] / b[n] for a, b in pairs) for n in (0, 1))
    ours_wall, raw_wall = np.median([(a[0], b[0]) for a, b in pairs], axis=0)
    seconds = len(samples) / 16000
    return f"| {folder.name} | {seconds:.0f} | {runs} | {ours_wall:.1f} | {raw_wall:.1f} | {wall:.3f} | {cpu:.3f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("audio", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--append", action="store_true")
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = options.model or make_random_whisper(Path(scratch) / "random-base", BASE_SHAPE)
        limits = GuardLimits() if options.model else CREDULOUS
        row = measure(folder, options.audio, options.runs, options.batch, limits)
    columns = ("model", "audio s", "runs", "ours s", "raw s", "ours ÷ raw, wall", "ours ÷ raw, CPU")
    append_result("Recognition: a file against the raw library calls", columns, [row], save=options.append)


if __name__ == "__main__":
    main()
