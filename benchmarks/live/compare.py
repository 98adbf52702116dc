"""Live captions against whisper_streaming: the same model, the same sound, one thread each.

Usage: python -m benchmarks.live.compare MODEL WHISPER_ONLINE.PY [--seconds 60] [--runs 3] [--cores 1] [--way NAME]
    [--append]
"""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import median

import jiwer
from faster_whisper import WhisperModel

from benchmarks.asr.material import append_result
from benchmarks.live.material import Talk, compose, lags, plain, split
from benchmarks.live.sides import Outcome, hear, hear_reference, load_reference
from streamlation_desktop.engines.adapters.whisper_streaming import WhisperStreamingModel
from streamlation_desktop.engines.base import DeviceChoice
from streamlation_desktop.engines.streaming.base import StreamTuning
from streamlation_desktop.engines.streaming.rules import AGREEMENT, ATTENTION
from streamlation_desktop.pipeline.live.meter import percentile

SPEECH = Path(__file__).parents[2] / "tests" / "data" / "speech" / "en-two-voices.flac"
WAYS = {
    "attention, padded": (ATTENTION, StreamTuning(is_padded=True)),
    "attention, short": (ATTENTION, StreamTuning(is_padded=False)),
    "agreement, padded": (AGREEMENT, StreamTuning(is_padded=True)),
    "agreement, short": (AGREEMENT, StreamTuning(is_padded=False)),
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("reference", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--cores", type=float, default=1.0, help="how many times quicker the machine is than this core")
    parser.add_argument("--way", action="append", choices=WAYS, help="only this way of ours; may be repeated")
    parser.add_argument("--append", action="store_true")
    options = parser.parse_args()
    model = WhisperStreamingModel(options.model, device=DeviceChoice(intra_threads=1))
    theirs = WhisperModel(str(options.model), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)
    reference = load_reference(options.reference)

    def slowness(_at: float) -> float:
        return 1 / options.cores

    runs: dict[str, list[tuple[float, ...]]] = {}
    for run in range(options.runs):
        talk = compose(SPEECH, options.seconds, run)
        for name in options.way or WAYS:
            policy, tuning = WAYS[name]
            runs.setdefault(name, []).append(figures(talk, hear(model, talk, policy, tuning, slowness=slowness)))
        outcome = hear_reference(reference, theirs, talk, slowness)
        runs.setdefault("whisper_streaming", []).append(figures(talk, outcome))
    middle = {name: [median(column) for column in zip(*rows, strict=True)] for name, rows in runs.items()}
    columns = ("side", "lag p50 s", "lag p95 s", "WER", "CPU s per s", "revised", "p50 ÷", "p95 ÷", "CPU ÷")
    base = middle["whisper_streaming"]
    rows = [
        f"| {name} | {p50:.2f} | {p95:.2f} | {wer:.3f} | {cpu:.3f} | {revised:.2f} |"
        f" {p50 / base[0]:.2f} | {p95 / base[1]:.2f} | {cpu / base[3]:.2f} |"
        for name, (p50, p95, wer, cpu, revised) in middle.items()
    ]
    machine = f"{options.cores:g} times as quick as one core here" if options.cores != 1 else "one core"
    title = f"Live: commit lag against whisper_streaming, {options.model.name}, {options.runs} talks, {machine}"
    append_result(title, columns, rows, save=options.append)


def figures(talk: Talk, outcome: Outcome) -> tuple[float, ...]:
    """Lag p50 and p95, word error rate, CPU per second of sound, revised words."""
    waits = lags(talk, outcome.emissions)
    heard = " ".join(each.text for each in split(outcome.emissions))
    said = " ".join(word.text for word in talk.words)
    return (
        percentile(waits, 0.5) or float("nan"),
        percentile(waits, 0.95) or float("nan"),
        jiwer.wer(plain(said), heard) if heard else 1.0,
        outcome.cpu_seconds / talk.seconds,
        outcome.revised,
    )


if __name__ == "__main__":
    main()
