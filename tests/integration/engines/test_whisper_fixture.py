"""The adapter on a small trained model: what is said in the sample, and when."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import jiwer
import numpy as np
import pytest

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, SpeechSegment, Word
from streamlation_desktop.engines.adapters.silero import SileroDetector
from streamlation_desktop.engines.adapters.whisper import WhisperRecognizer
from streamlation_desktop.engines.base import RecognitionOptions, Recognizer
from streamlation_desktop.pipeline.stages.segment import SegmentStage
from streamlation_desktop.settings.paths import embedded_model, resource
from tests.support.speech import chunked, load_speech, plain

EN, OPTIONS = LanguageCode("en"), RecognitionOptions()


@dataclass(frozen=True)
class Talk:
    segments: list[SpeechSegment]
    words: list[Word]
    """What was heard."""
    text: str
    starts: list[float]
    """When the words of the text begin."""


@pytest.fixture(scope="module")
def recognizer() -> Iterator[Recognizer]:
    folder = embedded_model("fixtures/whisper-fixture")
    if not (folder / "model.bin").is_file():
        pytest.skip("the Whisper fixture is not in this checkout")
    made = WhisperRecognizer(folder)
    yield made
    made.close()


@pytest.fixture(scope="module")
def talk(recognizer: Recognizer) -> Talk:
    reference = json.loads((resource("sample") / "sample.json").read_text(encoding="utf-8"))
    said = [word for sentence in reference["sentences"] for word in sentence["words"]]
    samples = load_speech(resource("sample") / "sample.mp4")
    segments = list(SegmentStage(SileroDetector())(chunked(samples)))
    words = [word for transcript in recognizer.transcribe(segments, EN, OPTIONS) for word in transcript.words]
    return Talk(segments, words, plain(" ".join(w["text"] for w in said)), [w["start"] for w in said])


def test_one_word_in_twenty_is_misheard_at_most(talk: Talk) -> None:
    assert jiwer.wer(talk.text, plain(" ".join(word.text for word in talk.words))) <= 0.05


def test_words_begin_when_they_are_said(talk: Talk) -> None:
    heard = [plain(word.text) for word in talk.words]
    [pieces] = jiwer.process_words(talk.text, " ".join(heard)).alignments
    errors = [
        abs(talk.words[piece.hyp_start_idx + n].span.start - talk.starts[piece.ref_start_idx + n])
        for piece in pieces
        if piece.type == "equal"
        for n in range(piece.ref_end_idx - piece.ref_start_idx)
    ]

    assert np.median(errors) <= 0.1
    assert np.percentile(errors, 95) <= 0.4


def test_the_language_is_recognized(recognizer: Recognizer, talk: Talk) -> None:
    guess = recognizer.detect_language(talk.segments[0], OPTIONS)

    assert (guess.language, guess.probability > 0.8) == (EN, True)


def test_the_result_does_not_depend_on_the_rest_of_the_batch(recognizer: Recognizer, talk: Talk) -> None:
    together = recognizer.transcribe(talk.segments, EN, OPTIONS)

    assert together == [recognizer.transcribe([one], EN, OPTIONS)[0] for one in talk.segments]


def test_noise_gives_no_words(recognizer: Recognizer) -> None:
    noise = np.random.default_rng(0).normal(0, 0.003, 8 * SAMPLE_RATE).astype(np.float32)

    [transcript] = recognizer.transcribe([SpeechSegment(0, AudioChunk(noise, 0))], EN, OPTIONS)

    assert transcript.text == ""
