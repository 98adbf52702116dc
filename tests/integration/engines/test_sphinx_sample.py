"""The embedded recognizer on the beginning of the sample that ships with the application."""

from __future__ import annotations

import json

import jiwer
import numpy as np

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE
from streamlation_desktop.engines.adapters.silero import SileroDetector
from streamlation_desktop.engines.adapters.sphinx import PocketSphinxRecognizer
from streamlation_desktop.engines.base import RecognitionOptions
from streamlation_desktop.pipeline.stages.segment import SegmentStage
from streamlation_desktop.settings.paths import resource
from tests.support.speech import chunked, load_speech, plain

SENTENCES = 8


def test_the_sample_is_understood_word_by_word_when_it_is_said() -> None:
    reference = json.loads((resource("sample") / "sample.json").read_text(encoding="utf-8"))["sentences"]
    said = [word for sentence in reference[:SENTENCES] for word in sentence["words"]]
    end = round((reference[SENTENCES - 1]["end"] + 0.3) * SAMPLE_RATE)
    samples = load_speech(resource("sample") / "sample.mp4")[:end]
    segments = list(SegmentStage(SileroDetector())(chunked(samples)))

    transcripts = PocketSphinxRecognizer().transcribe(segments, LanguageCode("en"), RecognitionOptions())

    words = [word for transcript in transcripts for word in transcript.words]
    expected = plain(" ".join(word["text"] for word in said))
    result = jiwer.process_words(expected, " ".join(plain(word.text) for word in words))
    assert result.wer <= 0.05
    late = [
        words[piece.hyp_start_idx + n].span.start - said[piece.ref_start_idx + n]["start"]
        for piece in result.alignments[0]
        if piece.type == "equal"
        for n in range(piece.ref_end_idx - piece.ref_start_idx)
    ]
    assert np.median(np.abs(late)) <= 0.05
    assert np.max(np.abs(late)) <= 0.2
