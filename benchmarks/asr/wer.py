"""Word error rate and cost of the English recognizers on people's recordings.

Usage: STREAMLATION_TEST_DATA=DIR python -m benchmarks.asr.wer [--whisper FOLDER] [--longest 30] [--append]

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
from streamlation_desktop.engines.adapters.silero import SileroDetector
from streamlation_desktop.engines.adapters.sphinx import PocketSphinxRecognizer
from streamlation_desktop.engines.adapters.whisper import WhisperRecognizer
from streamlation_desktop.engines.base import RecognitionOptions, Recognizer
from streamlation_desktop.engines.guards import normalized
from streamlation_desktop.pipeline.stages.segment import SegmentStage


def plain(text: str) -> str:
    return re.sub(r"\bmr\b", "mister", normalized(text.replace("'", "")))


def hear(recognizer: Recognizer, clip: Clip) -> str:
    texts = []
    for segment in SegmentStage(SileroDetector())(chunks(clip.samples)):
        [transcript] = recognizer.transcribe([segment], LanguageCode("en"), RecognitionOptions())
        texts.append(transcript.text)
    return plain(" ".join(texts))


def measure(recognizer: Recognizer, clips: list[Clip]) -> str:
    started = time.process_time()
    heard = [hear(recognizer, clip) for clip in clips]
    cpu = time.process_time() - started
    seconds = sum(len(clip.samples) for clip in clips) / 16000
    rate = jiwer.wer([plain(clip.text) for clip in clips], heard)
    origin = recognizer.origin
    return f"| {origin.engine} {origin.model} | {len(clips)} | {seconds:.0f} | {rate:.1%} | {cpu / seconds:.2f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--whisper", type=Path, action="append", default=[])
    parser.add_argument("--longest", type=float, default=30.0)
    parser.add_argument("--append", action="store_true")
    options = parser.parse_args()
    clips = english_clips(Path(os.environ["STREAMLATION_TEST_DATA"]), options.longest)
    recognizers: list[Recognizer] = [PocketSphinxRecognizer(), *(WhisperRecognizer(f) for f in options.whisper)]
    rows = [measure(recognizer, clips) for recognizer in recognizers]
    columns = ("engine", "recordings", "seconds", "word error rate", "CPU s per s")
    append_result("Recognition: word error rate on people's English", columns, rows, save=options.append)


if __name__ == "__main__":
    main()
