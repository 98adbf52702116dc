"""The adapter and faster-whisper itself on the trained fixture model: what is said in three-minute talks, and when.

No sentence of the talks was trained on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from faster_whisper import WhisperModel

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples, SpeechSegment, TimeSpan, Word
from streamlation_desktop.engines.adapters.silero import SileroDetector
from streamlation_desktop.engines.adapters.whisper import WhisperRecognizer
from streamlation_desktop.engines.base import RecognitionOptions, Recognizer
from streamlation_desktop.pipeline.stages.segment import SegmentStage
from streamlation_desktop.settings.paths import embedded_model
from tests.support.speech import chunked
from tests.support.talks import Talk, load_talk, start_errors, word_error_rate

EN, ES = LanguageCode("en"), LanguageCode("es")
OPTIONS = RecognitionOptions()


@dataclass(frozen=True)
class Heard:
    """A talk, the windows that the application makes of it, and what the model hears in them."""

    talk: Talk
    language: LanguageCode
    segments: list[SpeechSegment]
    words: list[Word]


@pytest.fixture(scope="module")
def folder() -> Path:
    return embedded_model("fixtures/whisper-fixture")


@pytest.fixture(scope="module")
def recognizer(folder: Path) -> Iterator[Recognizer]:
    made = WhisperRecognizer(folder)
    yield made
    made.close()


@pytest.fixture(scope="module", params=[EN, ES])
def heard(recognizer: Recognizer, request: pytest.FixtureRequest) -> Heard:
    language = LanguageCode(request.param)
    talk = load_talk(f"{language}-talk.opus")
    segments = list(SegmentStage(SileroDetector())(chunked(talk.samples)))
    words = [
        word
        for batch in _batches(segments)
        for t in recognizer.transcribe(batch, language, OPTIONS)
        for word in t.words
    ]
    return Heard(talk, language, segments, words)


def _batches(segments: list[SpeechSegment]) -> Iterator[list[SpeechSegment]]:
    return (segments[first : first + 4] for first in range(0, len(segments), 4))


def test_windows_are_long_and_full(heard: Heard) -> None:
    assert sum(segment.audio.span.duration > 20 for segment in heard.segments) >= 5


def test_one_word_in_twenty_is_misheard_at_most(heard: Heard) -> None:
    assert word_error_rate(heard.talk.words, heard.words) <= 0.05


def test_words_begin_when_they_are_said(heard: Heard) -> None:
    errors = start_errors(heard.talk.words, heard.words)

    assert np.median(errors) <= 0.1
    assert np.percentile(errors, 95) <= 0.4


def test_the_language_is_recognized_in_every_window(recognizer: Recognizer, heard: Heard) -> None:
    guesses = [recognizer.detect_language(segment, OPTIONS) for segment in heard.segments]

    assert {guess.language for guess in guesses} == {heard.language}
    assert min(guess.probability for guess in guesses) > 0.8


def test_the_result_does_not_depend_on_the_rest_of_the_batch(recognizer: Recognizer, heard: Heard) -> None:
    some = heard.segments[-3:]
    together = recognizer.transcribe(some, heard.language, OPTIONS)

    assert together == [recognizer.transcribe([one], heard.language, OPTIONS)[0] for one in some]


def test_windows_that_end_anywhere_give_the_words_that_are_in_them(recognizer: Recognizer, heard: Heard) -> None:
    """As live captions do it: from the start of a sentence to whatever has arrived."""
    said, found = list[Word](), list[Word]()
    starts = [word for last, word in zip(heard.talk.words, heard.talk.words[1:], strict=False) if last.text[-1] in ".?"]
    for number, first in enumerate(starts[:12]):
        span = TimeSpan(first.span.start - 0.15, first.span.start + 2.0 + 0.67 * number)
        segment = SpeechSegment(number, _cut(heard.talk.samples, span))
        [transcript] = recognizer.transcribe([segment], heard.language, OPTIONS)
        said += heard.talk.between(span.start, span.end)
        found += transcript.words

    assert word_error_rate(said, found) <= 0.1


def _cut(samples: Samples, span: TimeSpan) -> AudioChunk:
    first, last = (round(moment * SAMPLE_RATE) for moment in (span.start, span.end))
    return AudioChunk(samples[first:last], first)


def test_what_is_no_speech_gives_no_words(recognizer: Recognizer) -> None:
    rng, time = np.random.default_rng(0), np.arange(8 * SAMPLE_RATE) / SAMPLE_RATE
    hiss = rng.normal(0, 0.003, len(time)).astype(np.float32)
    chord = sum(np.sin(2 * np.pi * pitch * time) for pitch in (220.0, 277.2, 329.6))
    tones = (0.05 * chord * (time % 1 < 0.6)).astype(np.float32)
    segments = [
        SpeechSegment(n, AudioChunk(sound, 0)) for n, sound in enumerate((hiss, tones, tones[:30_000], 10 * hiss))
    ]

    assert [t.text for t in recognizer.transcribe(segments, EN, OPTIONS)] == ["", "", "", ""]


@pytest.mark.parametrize("language", [EN, ES])
def test_faster_whisper_itself_transcribes_with_it(folder: Path, language: LanguageCode) -> None:
    """Its own windows, time stamps, and beam search; language detected."""
    talk = load_talk(f"{language}-two-voices.flac")
    model = WhisperModel(str(folder), device="cpu", compute_type="int8")

    segments, info = model.transcribe(talk.samples, word_timestamps=True)
    words = [Word(w.word, TimeSpan(w.start, w.end)) for segment in segments for w in segment.words or ()]

    assert info.language == language
    assert word_error_rate(talk.words, words) <= 0.05
    assert np.median(start_errors(talk.words, words)) <= 0.1
