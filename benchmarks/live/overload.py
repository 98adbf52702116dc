"""A machine that becomes too slow for its model, and recovers: what the overload policy makes of it.

Usage: python -m benchmarks.live.overload MODEL [--seconds 120] [--slowness 8] [--append]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import jiwer

from benchmarks.asr.material import append_result
from benchmarks.live.compare import SPEECH
from benchmarks.live.material import Talk, compose, lags, split
from benchmarks.live.sides import Outcome, hear
from streamlation_desktop.engines.adapters.whisper_streaming import WhisperStreamingModel
from streamlation_desktop.engines.base import DeviceChoice
from streamlation_desktop.engines.streaming.base import StreamTuning
from streamlation_desktop.engines.streaming.rules import ATTENTION
from streamlation_desktop.pipeline.live.load import Level, LoadPolicy, ladder
from streamlation_desktop.pipeline.live.meter import percentile


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--slowness", type=float, default=8.0)
    parser.add_argument("--append", action="store_true")
    options = parser.parse_args()
    model = WhisperStreamingModel(options.model, device=DeviceChoice(intra_threads=1))
    talk, best = compose(SPEECH, options.seconds), StreamTuning()
    third = options.seconds / 3

    def slowness(at: float) -> float:
        return options.slowness if third <= at < 2 * third else 1.0

    rows = []
    for name, levels in {"with the policy": ladder(best), "without": (Level("fixed", best),)}.items():
        taken: list[str] = []
        outcome = hear(
            model,
            talk,
            ATTENTION,
            best,
            LoadPolicy(levels),
            slowness,
            lambda level: taken.append(level.name),  # noqa: B023
        )
        rows.append(row(name, talk, outcome, taken, third))
    columns = ("side", "worst lag s", "lag p50 s in the last third", "WER", "levels taken")
    title = f"Live: a machine {options.slowness:g} times too slow for {third:.0f} of {options.seconds:.0f} s"
    append_result(title, columns, rows, save=options.append)


def row(name: str, talk: Talk, outcome: Outcome, taken: list[str], third: float) -> str:
    waits = lags(talk, outcome.emissions)
    late = [wait for wait, word in zip(waits, talk.words, strict=False) if word.end > 2 * third]
    heard = " ".join(each.text for each in split(outcome.emissions))
    wer = jiwer.wer(" ".join(word.text for word in talk.words), heard) if heard else 1.0
    middle = percentile(late, 0.5) or float("nan")
    return f"| {name} | {max(waits):.1f} | {middle:.2f} | {wer:.3f} | {', '.join(taken) or '–'} |"


if __name__ == "__main__":
    main()
