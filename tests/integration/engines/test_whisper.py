"""The adapter on a model with random weights: everything but what is said."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.core.errors import InferenceFailed, LanguageNotSupported, ModelDamaged, ModelNotInstalled
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, SpeechSegment, TimeSpan, Transcript
from streamlation_desktop.engines.adapters.whisper import WhisperRecognizer
from streamlation_desktop.engines.base import DeviceChoice, RecognitionOptions, Recognizer
from streamlation_desktop.engines.guards import GuardLimits
from streamlation_desktop.engines.random_whisper import PROBE_SHAPE, WhisperShape
from tests.support.random_whisper import make_random_whisper

EN, OPTIONS = LanguageCode("en"), RecognitionOptions()
CREDULOUS = GuardLimits(
    compression_ratio=1e9, avg_logprob=-1e9, no_speech_prob=2, tokens_per_second=1e9, phantom_confidence=0
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_random_whisper(tmp_path_factory.mktemp("models") / "wíßper 模型", PROBE_SHAPE)


def load(folder: Path, limits: GuardLimits = CREDULOUS, device: DeviceChoice | None = None) -> Recognizer:
    return WhisperRecognizer(folder, device=device, limits=limits)


@pytest.fixture(scope="module")
def recognizer(folder: Path) -> Iterator[Recognizer]:
    made = load(folder)
    yield made
    made.close()


def segment(number: int, seconds: float, first_sample: int = 0) -> SpeechSegment:
    samples = np.random.default_rng(number).normal(0, 0.1, round(seconds * SAMPLE_RATE)).astype(np.float32)
    return SpeechSegment(number, AudioChunk(samples, first_sample))


def test_one_transcript_per_segment_with_words_inside_it(recognizer: Recognizer) -> None:
    segments = [segment(3, 29.9, 480_000), segment(4, 0.3, 960_000)]

    transcripts = recognizer.transcribe(segments, EN, OPTIONS)

    assert [t.segment_id for t in transcripts] == [3, 4]
    for transcript, source in zip(transcripts, segments, strict=True):
        assert transcript.span == source.audio.span
        assert transcript.language == EN
        assert transcript.text == "".join(w.text for w in transcript.words).strip() != ""
        ends = [transcript.span.start]
        for word in transcript.words:
            assert ends[-1] <= word.span.start <= word.span.end <= transcript.span.end
            ends.append(word.span.end)


def test_the_result_does_not_depend_on_the_rest_of_the_batch(recognizer: Recognizer) -> None:
    segments = [segment(0, 4), segment(1, 30), segment(2, 0.4), segment(3, 11)]

    together = recognizer.transcribe(segments, EN, OPTIONS)
    apart = [recognizer.transcribe([one], EN, OPTIONS)[0] for one in segments]

    assert [heard(one) for one in together] == [heard(one) for one in apart]
    for one, other in zip(together, apart, strict=True):  # sums of another shape differ in their last digits
        assert one.confidence == pytest.approx(other.confidence, rel=1e-3)
        known = [word.probability for word in other.words]
        assert [word.probability for word in one.words] == pytest.approx(known, rel=1e-3)


def heard(transcript: Transcript) -> tuple[int, TimeSpan, str, list[tuple[str, TimeSpan]]]:
    words = [(word.text, word.span) for word in transcript.words]
    return transcript.segment_id, transcript.span, transcript.text, words


def test_the_result_is_the_same_after_language_detection(recognizer: Recognizer) -> None:
    segments = [segment(0, 4), segment(1, 5)]
    fresh = recognizer.transcribe(segments, EN, OPTIONS)

    recognizer.detect_language(segments[1], OPTIONS)

    assert recognizer.transcribe(segments, EN, OPTIONS) == fresh


def test_a_silent_segment_gives_an_empty_transcript(recognizer: Recognizer) -> None:
    silent = SpeechSegment(1, AudioChunk(np.zeros(SAMPLE_RATE, np.float32), 0))

    loud, empty = recognizer.transcribe([segment(0, 2), silent], EN, OPTIONS)

    assert loud.words
    assert (empty.text, empty.words, empty.segment_id) == ("", (), 1)


def test_what_no_attempt_makes_likely_is_left_out(folder: Path) -> None:
    doubting = load(folder, GuardLimits())

    assert doubting.transcribe([segment(0, 3)], EN, OPTIONS)[0].text == ""


def test_vocabulary_reaches_the_model(recognizer: Recognizer) -> None:
    plain = recognizer.transcribe([segment(0, 3)], EN, OPTIONS)
    primed = recognizer.transcribe([segment(0, 3)], EN, RecognitionOptions(vocabulary=("Kubernetes", "Grafana")))

    assert plain != primed


def test_no_segments_give_no_transcripts(recognizer: Recognizer) -> None:
    assert recognizer.transcribe([], EN, OPTIONS) == []


def test_detection_chooses_among_the_allowed_languages(recognizer: Recognizer) -> None:
    allowed = (LanguageCode("es"), LanguageCode("nb"))

    guess = recognizer.detect_language(segment(0, 3), RecognitionOptions(allowed_languages=allowed))
    only = recognizer.detect_language(segment(0, 3), RecognitionOptions(allowed_languages=(EN,)))

    assert guess.language in allowed
    assert guess.probability >= 0.5
    assert (only.language, only.probability) == (EN, 1.0)


def test_languages_have_bcp_47_codes(recognizer: Recognizer) -> None:
    assert {"en", "es", "zh", "jv", "nb", "no"} <= recognizer.languages
    assert "jw" not in recognizer.languages


def test_an_unknown_language_is_refused(recognizer: Recognizer) -> None:
    klingon = LanguageCode("tlh")
    with pytest.raises(LanguageNotSupported):
        recognizer.transcribe([segment(0, 1)], klingon, OPTIONS)
    with pytest.raises(LanguageNotSupported):
        recognizer.detect_language(segment(0, 1), RecognitionOptions(allowed_languages=(klingon,)))


def test_models_with_more_mel_bands_work_without_their_settings_file(tmp_path: Path) -> None:
    folder = make_random_whisper(tmp_path / "m128", WhisperShape(64, 2, 1, mels=128))
    (folder / "preprocessor_config.json").unlink()

    assert load(folder).transcribe([segment(0, 1)], EN, OPTIONS)[0].words


def test_a_missing_file_means_the_model_is_not_installed(tmp_path: Path) -> None:
    with pytest.raises(ModelNotInstalled, match=r"model\.bin"):
        load(tmp_path)


@pytest.mark.parametrize("name", ["model.bin", "tokenizer.json"])
def test_a_damaged_file_is_told(folder: Path, tmp_path: Path, name: str) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    (copy / name).write_bytes(b"\x00garbage")

    with pytest.raises(ModelDamaged):
        load(copy)


def test_a_compute_type_that_the_device_lacks_is_told(folder: Path) -> None:
    with pytest.raises(InferenceFailed):
        load(folder, device=DeviceChoice(compute_type="bogus"))
