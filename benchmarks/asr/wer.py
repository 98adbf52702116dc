"""Word error rate and cost of the English recognizers on people's recordings.

Usage: STREAMLATION_TEST_DATA=DIR python -m benchmarks.asr.wer [--whisper FOLDER] [--shortest 0] [--longest 30]
       [--segments 10 30 …] [--append]

Texts are compared in lower case, without punctuation, "mister" and "mr" as one word.
"""

from __future__ import annotations

import argparse
import os
import re
import time
from pathlib import Path

import jiwer

from benchmarks.asr.material import Clip, append_result, chunks, english_clips
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE
from streamlation_desktop.engines.adapters.silero import SileroDetector
from streamlation_desktop.engines.adapters.sphinx import PocketSphinxRecognizer
from streamlation_desktop.engines.adapters.whisper import WhisperRecognizer
from streamlation_desktop.engines.base import RecognitionOptions, Recognizer
from streamlation_desktop.engines.guards import normalized
from streamlation_desktop.pipeline.speech_windows import SegmentSettings
from streamlation_desktop.pipeline.stages.segment import SegmentStage


def plain(text: str) -> str:
    return re.sub(r"\bmr\b", "mister", normalized(text.replace("'", "")))


def hear(recognizer: Recognizer, clip: Clip, segment_seconds: float) -> str:
    texts = []
    settings = SegmentSettings(max_window=segment_seconds)
    for segment in SegmentStage(SileroDetector(), settings)(chunks(clip.samples)):
        [transcript] = recognizer.transcribe([segment], LanguageCode("en"), RecognitionOptions())
        texts.append(transcript.text)
    return plain(" ".join(texts))


def measure(recognizer: Recognizer, clips: list[Clip], segment_seconds: float) -> str:
    started = time.process_time()
    heard = [hear(recognizer, clip, segment_seconds) for clip in clips]
    cpu = time.process_time() - started
    seconds = sum(len(clip.samples) for clip in clips) / SAMPLE_RATE
    rate = jiwer.wer([plain(clip.text) for clip in clips], heard)
    origin = recognizer.origin
    name = f"{origin.engine} {origin.model}"
    return f"| {name} | {segment_seconds:g} | {len(clips)} | {seconds:.0f} | {rate:.1%} | {cpu / seconds:.2f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--whisper", type=Path, action="append", default=[])
    parser.add_argument("--shortest", type=float, default=0.0, metavar="S", help="recordings of S seconds and more")
    parser.add_argument("--longest", type=float, default=30.0, metavar="S", help="recordings of S seconds at most")
    parser.add_argument("--segments", type=float, nargs="+", metavar="S", help="lengths; else what suits the engine")
    parser.add_argument("--append", action="store_true")
    options = parser.parse_args()
    known = english_clips(Path(os.environ["STREAMLATION_TEST_DATA"]), options.longest)
    clips = [clip for clip in known if len(clip.samples) >= options.shortest * SAMPLE_RATE]
    recognizers: list[Recognizer] = [PocketSphinxRecognizer(), *(WhisperRecognizer(f) for f in options.whisper)]
    rows = [
        measure(recognizer, clips, seconds)
        for recognizer in recognizers
        for seconds in options.segments or [recognizer.segment_seconds]
    ]
    columns = ("engine", "segments, s", "recordings", "seconds", "word error rate", "CPU s per s")
    append_result("Recognition: word error rate on people's English", columns, rows, save=options.append)


if __name__ == "__main__":
    main()
