"""A machine that becomes too slow for its model, and recovers: what the overload policy makes of it.

Usage: python -m benchmarks.live.overload MODEL [--smaller MODEL] [--seconds 240] [--slowness 20] [--append]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import jiwer

from benchmarks.asr.material import append_result
from benchmarks.live.compare import SPEECH
from benchmarks.live.material import Talk, compose, plain, split, timed_lags
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
    parser.add_argument("--smaller", type=Path, action="append", default=[], help="model to step down to")
    parser.add_argument("--seconds", type=float, default=240.0)
    parser.add_argument("--slowness", type=float, default=20.0)
    parser.add_argument("--append", action="store_true")
    options = parser.parse_args()
    model, *smaller = (
        WhisperStreamingModel(folder, device=DeviceChoice(intra_threads=1))
        for folder in (options.model, *options.smaller)
    )
    talk, best = compose(SPEECH, options.seconds), StreamTuning()
    bad = options.seconds / 6, options.seconds / 3

    def slowness(at: float) -> float:
        return options.slowness if bad[0] <= at < bad[1] else 0.5

    rows = []
    for name, levels in {"with the policy": ladder(best, 1 + len(smaller)), "without": (Level("fixed", best),)}.items():
        taken: list[str] = []
        outcome = hear(
            model,
            talk,
            ATTENTION,
            best,
            LoadPolicy(levels),
            slowness,
            lambda level, at: taken.append(f"{level.name} ({at:.0f} s)"),  # noqa: B023
            smaller,
        )
        rows.append(row(name, talk, outcome, taken, bad[1]))
    columns = ("side", "worst lag s", "lag p50 s before / after", "dropped s", "WER", "levels taken (when)")
    title = (
        f"Live: a machine {options.slowness:g} times too slow from {bad[0]:.0f} to {bad[1]:.0f} s "
        f"of {options.seconds:.0f} s, {options.model.name}"
    )
    append_result(title, columns, rows, save=options.append)


def row(name: str, talk: Talk, outcome: Outcome, taken: list[str], end: float) -> str:
    waits = timed_lags(talk, outcome.emissions)
    before = [wait for at, wait in waits if at < end / 2]
    after = [wait for at, wait in waits if at > end + 30]
    heard = " ".join(each.text for each in split(outcome.emissions))
    wer = jiwer.wer(plain(" ".join(word.text for word in talk.words)), heard) if heard else 1.0
    middles = [percentile(part, 0.5) or float("nan") for part in (before, after)]
    worst = max(wait for _, wait in waits)
    return (
        f"| {name} | {worst:.1f} | {middles[0]:.2f} / {middles[1]:.2f} | {outcome.dropped:.1f} | {wer:.3f} "
        f"| {', '.join(taken) or '–'} |"
    )


if __name__ == "__main__":
    main()
