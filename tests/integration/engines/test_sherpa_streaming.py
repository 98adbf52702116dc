"""sherpa-onnx's streaming recognizer on the trained fixture: the real library, the real format, real words."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jiwer
import pytest

from streamlation_desktop.core.errors import LanguageNotSupported, ModelDamaged, ModelNotInstalled
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples, SpeechSegment, Word
from streamlation_desktop.engines.base import DeviceChoice, ModelSpec, RecognitionOptions
from streamlation_desktop.engines.guards import normalized
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from streamlation_desktop.engines.streaming.base import StreamingModel, StreamOptions
from tests.support.speech import load_speech

pytest.importorskip("sherpa_onnx", reason="the extra `sherpa` is not installed")

MODEL = Path(__file__).parents[3] / "models" / "fixtures" / "streaming-fixture-en"
SPEECH = Path(__file__).parents[2] / "data" / "speech" / "en-two-voices.flac"
EN = LanguageCode("en")


def load(folder: Path) -> StreamingModel:
    spec = ModelSpec("fixture", folder, DeviceChoice(intra_threads=1), languages=frozenset({EN}))
    model: StreamingModel = EngineRegistry().create(EngineKind.STREAMING, "sherpa-streaming", spec)
    return model


@pytest.fixture(scope="module")
def model() -> StreamingModel:
    return load(MODEL)


@pytest.fixture(scope="module")
def speech() -> Samples:
    return load_speech(SPEECH)


def said() -> list[tuple[str, float]]:
    sentences = json.loads(SPEECH.with_suffix(".json").read_text(encoding="utf-8"))["sentences"]
    return [(normalized(word["text"]), word["end"]) for sentence in sentences for word in sentence["words"]]


def hear(model: StreamingModel, speech: Samples, chunk: float = 0.2) -> list[tuple[Word, float]]:
    """Settled words, each with the seconds of sound that had come by then."""
    stream, size = model.open_stream(StreamOptions(EN)), round(chunk * SAMPLE_RATE)
    found: list[tuple[Word, float]] = []
    stream.start(0)
    for first in range(0, len(speech), size):
        stream.accept(speech[first : first + size])
        found += [(word, first / SAMPLE_RATE + chunk) for word in stream.step().committed]
    return found + [(word, len(speech) / SAMPLE_RATE) for word in stream.flush().committed]


def test_fixture_speech_is_recognized_while_it_is_spoken(model: StreamingModel, speech: Samples) -> None:
    heard = hear(model, speech)

    text = normalized("".join(word.text for word, _ in heard))
    assert jiwer.wer(" ".join(word for word, _ in said()), text) < 0.25  # the fixture's own rate is in its README
    late = [at - word.span.end for word, at in heard]
    assert sorted(late)[len(late) // 2] < 1.0


def test_size_of_the_steps_changes_no_word(model: StreamingModel, speech: Samples) -> None:
    part = speech[: 10 * SAMPLE_RATE]

    texts = {"".join(word.text for word, _ in hear(model, part, chunk)) for chunk in (0.1, 0.37, 1.0)}

    assert len(texts) == 1


def test_streams_of_one_model_do_not_hear_each_other(model: StreamingModel, speech: Samples) -> None:
    parts = [speech[: 4 * SAMPLE_RATE], speech[8 * SAMPLE_RATE : 12 * SAMPLE_RATE]]
    alone = ["".join(word.text for word, _ in hear(model, part)) for part in parts]
    streams = [model.open_stream(StreamOptions(EN)) for _ in parts]
    texts = ["", ""]
    for stream in streams:
        stream.start(0)
    for first in range(0, 4 * SAMPLE_RATE, 3200):
        for number, stream in enumerate(streams):
            stream.accept(parts[number][first : first + 3200])
            texts[number] += "".join(word.text for word in stream.step().committed)
    for number, stream in enumerate(streams):
        texts[number] += "".join(word.text for word in stream.flush().committed)

    assert texts == alone


def test_recording_gets_the_same_words_as_the_stream(model: StreamingModel, speech: Samples) -> None:
    spec = ModelSpec("fixture", MODEL, DeviceChoice(intra_threads=1), languages=frozenset({EN}))
    recognizer = EngineRegistry().create(EngineKind.RECOGNIZER, "sherpa-streaming", spec)
    part = speech[: 6 * SAMPLE_RATE]

    [transcript] = recognizer.transcribe([SpeechSegment(0, AudioChunk(part, 0))], EN, RecognitionOptions())

    assert transcript.text == "".join(word.text for word, _ in hear(model, part)).strip()


def test_other_languages_are_refused(model: StreamingModel, speech: Samples) -> None:
    with pytest.raises(LanguageNotSupported):
        model.open_stream(StreamOptions(LanguageCode("de")))
    with pytest.raises(LanguageNotSupported):
        model.detect(speech, (LanguageCode("de"),))


def test_model_that_would_end_the_process_is_refused_before(tmp_path: Path) -> None:
    """The library calls exit() where a property is missing."""
    folder = tmp_path / "other"
    folder.mkdir()
    shutil.copy(MODEL / "tokens.txt", folder)
    shutil.copy(next(MODEL.parent.glob("piper-fixture-en/*.onnx")), folder / "model.onnx")

    with pytest.raises(ModelDamaged, match="no streaming model"):
        load(folder)


def test_tokens_that_are_none_are_refused(tmp_path: Path) -> None:
    shutil.copy(MODEL / "model.onnx", tmp_path)
    with pytest.raises(ModelNotInstalled, match="tokens"):
        load(tmp_path)
    (tmp_path / "tokens.txt").write_text("<html>not found</html>\n", encoding="utf-8")
    with pytest.raises(ModelDamaged, match="tokens"):
        load(tmp_path)
    (tmp_path / "tokens.txt").write_text("a 0\nb 1\n", encoding="utf-8")  # no blank
    with pytest.raises(ModelDamaged, match="no streaming model"):
        load(tmp_path)


def test_transducer_without_its_joiner_or_with_another_encoder_is_refused(tmp_path: Path) -> None:
    shutil.copy(MODEL / "tokens.txt", tmp_path)
    for part in ("decoder", "joiner"):
        shutil.copy(MODEL / "model.onnx", tmp_path / f"{part}.int8.onnx")
    with pytest.raises(ModelNotInstalled, match="encoder"):
        load(tmp_path)
    shutil.copy(next(MODEL.parent.glob("piper-fixture-en/*.onnx")), tmp_path / "encoder.onnx")
    with pytest.raises(ModelDamaged, match="no streaming model"):
        load(tmp_path)
