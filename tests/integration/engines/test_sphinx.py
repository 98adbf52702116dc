from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jiwer
import numpy as np
import pytest

from streamlation_desktop.core.errors import LanguageNotSupported
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples, SpeechSegment
from streamlation_desktop.engines.base import DeviceChoice, ModelSpec, RecognitionOptions, Recognizer
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from tests.support.data import real_data
from tests.support.speech import load_speech

EN, OPTIONS = LanguageCode("en"), RecognitionOptions()


@pytest.fixture(scope="module")
def recognizer() -> Iterator[Recognizer]:
    made: Recognizer = EngineRegistry().create(
        EngineKind.RECOGNIZER, "pocketsphinx", ModelSpec("en-us", None, DeviceChoice())
    )
    yield made
    made.close()


def segment(samples: Samples, number: int = 0, first_sample: int = 0) -> SpeechSegment:
    return SpeechSegment(number, AudioChunk(samples, first_sample))


@pytest.fixture(scope="module")
def sentence() -> Samples:
    return load_speech(real_data("real", "speech", "en", "sb-spk1_snt1.wav"))


def test_real_speech_is_understood_with_word_times(recognizer: Recognizer, sentence: Samples) -> None:
    [transcript] = recognizer.transcribe([segment(sentence, 4, 10 * SAMPLE_RATE)], EN, OPTIONS)

    assert jiwer.wer("the child almost hurt the small dog", transcript.text) <= 0.3
    assert transcript.segment_id == 4
    assert transcript.origin.quality == "starter"
    assert 0 < transcript.confidence <= 1
    times = [t for word in transcript.words for t in (word.span.start, word.span.end)]
    assert times == sorted(times)
    assert transcript.span.start <= times[0] < times[-1] <= transcript.span.end
    spoken = np.flatnonzero(np.abs(sentence) > 0.1 * np.abs(sentence).max()) / SAMPLE_RATE + 10
    assert times[0] == pytest.approx(spoken[0], abs=0.15)
    assert times[-1] == pytest.approx(spoken[-1], abs=0.25)


def test_the_result_does_not_depend_on_the_rest_of_the_batch(recognizer: Recognizer, sentence: Samples) -> None:
    other = load_speech(real_data("real", "speech", "en", "sb-spk1_snt3.wav"))

    together = recognizer.transcribe([segment(other), segment(sentence, 1)], EN, OPTIONS)

    assert together[1] == recognizer.transcribe([segment(sentence, 1)], EN, OPTIONS)[0]


def test_silence_and_no_audio_give_no_words(recognizer: Recognizer) -> None:
    silent = segment(np.zeros(2 * SAMPLE_RATE, np.float32))
    empty = segment(np.zeros(0, np.float32), 1)
    short = segment(np.full(20, 0.1, np.float32), 2)

    assert [t.text for t in recognizer.transcribe([silent, empty, short], EN, OPTIONS)] == ["", "", ""]


def test_english_is_all_that_it_hears(recognizer: Recognizer) -> None:
    german = LanguageCode("de")

    assert recognizer.detect_language(segment(np.zeros(0, np.float32)), OPTIONS).language == EN
    with pytest.raises(LanguageNotSupported):
        recognizer.transcribe([], german, OPTIONS)
    with pytest.raises(LanguageNotSupported):
        recognizer.detect_language(segment(np.zeros(0, np.float32)), RecognitionOptions(allowed_languages=(german,)))


def test_nothing_is_printed() -> None:
    """In a process of its own: others that run in this one may print whenever they like."""
    recording = real_data("real", "speech", "en", "sb-spk1_snt1.wav")

    done = subprocess.run([sys.executable, "-m", __name__, str(recording)], capture_output=True, check=True)

    assert (done.stdout, done.stderr) == (b"understood\n", b"")


if __name__ == "__main__":
    [heard] = (
        EngineRegistry()
        .create(EngineKind.RECOGNIZER, "pocketsphinx", ModelSpec("en-us", None, DeviceChoice()))
        .transcribe([segment(load_speech(Path(sys.argv[1])))], EN, OPTIONS)
    )
    sys.stdout.write("understood\n" if "small dog" in heard.text else f"{heard.text}\n")
