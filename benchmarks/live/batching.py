"""Would one step for several sessions cost less than a step for each? Encoder and decoder of a live window.

Usage: python -m benchmarks.live.batching MODEL [--seconds 4] [--append]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import ctranslate2
import numpy as np

from benchmarks.asr.material import append_result
from benchmarks.live.compare import SPEECH
from benchmarks.live.material import compose
from benchmarks.live.sides import EN
from streamlation_desktop.core.types import SAMPLE_RATE
from streamlation_desktop.engines.adapters.whisper import WhisperRecognizer
from streamlation_desktop.engines.base import DeviceChoice

SESSIONS = (1, 2, 4)
SPARE = 2.56
"""Seconds of silence behind the window, as a live step has them."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--append", action="store_true")
    options = parser.parse_args()
    recognizer = WhisperRecognizer(options.model, device=DeviceChoice(intra_threads=1))
    model, tokenizer = recognizer.model, recognizer.tokenizer(EN)
    sound, size = compose(SPEECH, 30).samples, round(options.seconds * SAMPLE_RATE)
    spare = np.zeros(round(SPARE * SAMPLE_RATE), np.float32)
    windows = [np.concatenate((sound[n * size : (n + 1) * size], spare)) for n in range(1, max(SESSIONS) + 1)]
    features = np.stack([model.feature_extractor(window, padding=0) for window in windows])
    prompt = [*tokenizer.sot_sequence, tokenizer.no_timestamps]

    def encode(count: int) -> ctranslate2.StorageView:
        return model.encode(features[:count])

    def decode(encoded: ctranslate2.StorageView, count: int) -> None:
        model.model.generate(encoded, [prompt] * count, beam_size=1, max_length=32, suppress_tokens=[])

    rows, alone = [], (0.0, 0.0)
    for count in SESSIONS:
        encoded = encode(count)
        costs = (
            quickest(lambda: encode(count)) / count,  # noqa: B023
            quickest(lambda: decode(encoded, count)) / count,  # noqa: B023
        )
        alone = costs if count == 1 else alone
        rows.append(f"| {count} | {costs[0]:.3f} | {costs[1]:.3f} | {sum(costs) / sum(alone):.2f} |")
    columns = ("sessions in a step", "encoder, CPU s each", "decoder, CPU s each", "÷ alone")
    append_result(f"Live: one step for several sessions, {options.model.name}", columns, rows, save=options.append)


def quickest(work: Callable[[], object], times: int = 5) -> float:
    """The least CPU time."""
    found = []
    for _ in range(times):
        started = time.process_time()
        work()
        found.append(time.process_time() - started)
    return min(found)


if __name__ == "__main__":
    main()
