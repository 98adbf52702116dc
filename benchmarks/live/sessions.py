"""Four live sessions on one loaded model, as fast as they go: does each get its share?

Usage: python -m benchmarks.live.sessions MODEL [--seconds 30] [--append]
"""

from __future__ import annotations

import argparse
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.asr.material import append_result
from benchmarks.live.compare import SPEECH
from benchmarks.live.material import compose
from benchmarks.live.sides import EN
from streamlation_desktop.core.clock import SystemClock
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk
from streamlation_desktop.engines.adapters.silero import SileroDetector
from streamlation_desktop.engines.adapters.whisper_streaming import WhisperStreamingModel
from streamlation_desktop.engines.base import DeviceChoice
from streamlation_desktop.engines.streaming.base import StreamingModel, StreamOptions, StreamTuning
from streamlation_desktop.pipeline.live.ear import LiveEar
from streamlation_desktop.pipeline.live.endpointer import Endpointer
from streamlation_desktop.pipeline.live.load import Level, LoadPolicy
from streamlation_desktop.session.live_pool import SharedStreamingModel

SESSIONS = 4


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--append", action="store_true")
    options = parser.parse_args()
    shared = SharedStreamingModel(WhisperStreamingModel(options.model, device=DeviceChoice(intra_threads=1)))
    chunks = cut(options.seconds)
    progress = [0] * SESSIONS
    behind: list[int] = []
    done = [0.0] * SESSIONS
    started = time.monotonic()

    def work(number: int) -> None:
        for chunk in hear(shared, chunks):
            progress[number] += chunk
            behind.append(max(progress) - min(progress))
        done[number] = time.monotonic() - started

    threads = [threading.Thread(target=work, args=(number,)) for number in range(SESSIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    row = f"| {SESSIONS} | {min(done):.1f} | {max(done):.1f} | {min(done) / max(done):.3f} | {max(behind) * 0.5:.1f} |"
    columns = ("sessions", "first done s", "last done s", "first ÷ last", "furthest apart, s of sound")
    append_result("Live: sessions on one model", columns, [row], save=options.append)


def cut(seconds: float) -> list[AudioChunk]:
    samples, size = compose(SPEECH, seconds).samples, SAMPLE_RATE // 2
    return [AudioChunk(samples[first : first + size], first) for first in range(0, len(samples), size)]


def hear(model: StreamingModel, chunks: list[AudioChunk]) -> Iterator[int]:
    tuning = StreamTuning(is_padded=False)
    stream = model.open_stream(StreamOptions(EN, tuning=tuning))
    load = LoadPolicy((Level("fixed", tuning),))
    ear = LiveEar(Endpointer(SileroDetector()), stream, EN, load, SystemClock(), lambda _: None, lambda _: None)
    for chunk in chunks:
        for _ in ear.hear(chunk):
            pass
        yield 1


if __name__ == "__main__":
    main()
