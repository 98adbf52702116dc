"""Memory and time to the first words of a long file: ours against faster-whisper's own `transcribe`.

Usage: python -m benchmarks.asr.long_file AUDIO [--hours 1] [--size probe|tiny|base] [--append]

Makes a file of the given length from the audio with pauses, and runs each side on it in a process of
its own: ours, ours on a file of twice the length, faster-whisper with voice-activity filter and word
times. Weights are random; both sides decode greedily and are limited alike to a few tokens a window.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.asr.material import CREDULOUS, append_result, load, write_talk
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import RecognitionOptions
from streamlation_desktop.engines.random_whisper import BASE_SHAPE, PROBE_SHAPE, PROMPT, TINY_SHAPE
from tests.support.random_whisper import make_random_whisper

SIZES = {"probe": PROBE_SHAPE, "tiny": TINY_SHAPE, "base": BASE_SHAPE}
TOKENS = 20


@dataclass(frozen=True, slots=True)
class Run:
    """What one side took."""

    first_words: float
    """Seconds from the start of the work, model loaded."""
    wall: float
    cpu: float
    peak_mib: float


def ours(model: Path, audio: Path) -> Run:
    from streamlation_desktop.engines.adapters.silero import SileroDetector
    from streamlation_desktop.engines.adapters.whisper import WhisperRecognizer
    from streamlation_desktop.media.source import open_source
    from streamlation_desktop.pipeline.stages.segment import SegmentStage

    recognizer = WhisperRecognizer(model, limits=CREDULOUS)
    recognizer._model.max_length = len(PROMPT) + TOKENS  # noqa: SLF001  (as faster-whisper sets it)
    started, first = time.perf_counter(), 0.0
    source = open_source(str(audio), CancelToken())
    for segment in SegmentStage(SileroDetector())(source.audio()):
        recognizer.transcribe([segment], LanguageCode("en"), RecognitionOptions())
        first = first or time.perf_counter() - started
    return done(first, started)


def theirs(model: Path, audio: Path) -> Run:
    from faster_whisper import WhisperModel

    whisper = WhisperModel(str(model), device="cpu", compute_type="int8")
    started, first = time.perf_counter(), 0.0
    segments, _ = whisper.transcribe(
        str(audio),
        language="en",
        beam_size=1,
        temperature=0.0,
        vad_filter=True,
        word_timestamps=True,
        without_timestamps=True,
        condition_on_previous_text=False,
        no_speech_threshold=None,
        log_prob_threshold=None,
        compression_ratio_threshold=None,
        max_new_tokens=TOKENS,
    )
    for _ in segments:
        first = first or time.perf_counter() - started
    return done(first, started)


def done(first: float, started: float) -> Run:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return Run(first, time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def run(side: str, model: Path, audio: Path) -> Run:
    command = [sys.executable, "-m", "benchmarks.asr.long_file", str(audio), "--side", side, "--model", str(model)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Run(**json.loads(output.splitlines()[-1]))


def compare(options: argparse.Namespace, scratch: Path) -> list[str]:
    model = make_random_whisper(scratch / "model", SIZES[options.size])
    speech = load(options.audio)
    for factor in (1, 2):
        write_talk(scratch / f"{factor}.wav", speech, factor * options.hours)
    single, double = run("ours", model, scratch / "1.wav"), run("ours", model, scratch / "2.wav")
    peer = run("theirs", model, scratch / "1.wav")
    sides = {f"ours, {options.hours:g} h": single, f"ours, {2 * options.hours:g} h": double, "faster-whisper": peer}
    rows = [f"| {n} | {r.first_words:.2f} | {r.wall:.0f} | {r.cpu:.0f} | {r.peak_mib:.0f} |" for n, r in sides.items()]
    first, wall, cpu = single.first_words / peer.first_words, single.wall / peer.wall, single.cpu / peer.cpu
    return [*rows, f"| ours ÷ theirs | {first:.3f} | {wall:.2f} | {cpu:.2f} | {single.peak_mib / peer.peak_mib:.3f} |"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("audio", type=Path)
    parser.add_argument("--hours", type=float, default=1.0)
    parser.add_argument("--size", choices=SIZES, default="tiny")
    parser.add_argument("--side", choices=("ours", "theirs"), help=argparse.SUPPRESS)
    parser.add_argument("--model", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--append", action="store_true")
    options = parser.parse_args()
    if options.side:
        side = ours if options.side == "ours" else theirs
        print(json.dumps(asdict(side(options.model, options.audio))))
        return
    with TemporaryDirectory() as scratch:
        rows = compare(options, Path(scratch))
    columns = ("side", "first words s", "wall s", "CPU s", "peak MiB")
    append_result(f"Recognition: a long file, {options.size} random weights", columns, rows, save=options.append)


if __name__ == "__main__":
    main()
