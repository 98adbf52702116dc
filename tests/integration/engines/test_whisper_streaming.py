"""Live listening on CTranslate2: mechanics with random weights, words with the trained fixture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import jiwer
import numpy as np
import pytest
from faster_whisper import WhisperModel

from streamlation_desktop.core.errors import LanguageNotSupported
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples, SpeechSegment, Word
from streamlation_desktop.engines.adapters.silero import SileroDetector
from streamlation_desktop.engines.adapters.whisper import WhisperRecognizer
from streamlation_desktop.engines.adapters.whisper_streaming import WhisperStreamingModel
from streamlation_desktop.engines.base import DeviceChoice, RecognitionOptions
from streamlation_desktop.engines.guards import GuardLimits, has_loop
from streamlation_desktop.engines.random_whisper import PROBE_SHAPE
from streamlation_desktop.engines.streaming.base import StreamOptions, StreamTuning
from streamlation_desktop.engines.streaming.rules import AGREEMENT, ATTENTION
from streamlation_desktop.engines.streaming.window import SettledWord
from streamlation_desktop.pipeline.live.endpointer import Endpointer, SpeechPart
from streamlation_desktop.settings.paths import embedded_model
from tests.support.random_whisper import make_random_whisper
from tests.support.speech import load_speech, plain

EN = LanguageCode("en")
SPEECH = Path(__file__).parents[2] / "data" / "speech" / "en-two-voices.flac"
CREDULOUS = GuardLimits(compression_ratio=1e9, avg_logprob=-1e9, no_speech_prob=2, phantom_confidence=0)
POLICIES = (ATTENTION, AGREEMENT)


@pytest.fixture(scope="module")
def noise_model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WhisperStreamingModel]:
    folder = make_random_whisper(tmp_path_factory.mktemp("whisper"), PROBE_SHAPE)
    model = WhisperStreamingModel(folder, "random", limits=CREDULOUS)
    yield model
    model.close()


@pytest.mark.parametrize("is_padded", [True, False])
def test_settled_words_are_the_beginning_of_what_the_model_writes(
    noise_model: WhisperStreamingModel, is_padded: bool
) -> None:
    stream = noise_model.open_stream(StreamOptions(EN))
    listener = stream._listener  # type: ignore[attr-defined]
    samples = load_speech(SPEECH)[: 3 * SAMPLE_RATE]
    first = listener.listen(samples, (), (), is_padded=is_padded)
    settled = [SettledWord(word.tokens, word.end) for word in first.words[:3]]
    again = listener.listen(samples, settled, (), is_padded=is_padded)

    assert len(again.settled_starts) == 3
    assert list(again.settled_starts) == sorted(again.settled_starts)
    assert [word.tokens for word in again.words[:5]] == [word.tokens for word in first.words[3:8]]
    assert all(0.0 <= word.start <= word.end <= 3.02 for word in again.words)


@pytest.mark.parametrize("tokens", [60, 223, 447, 600])
def test_much_text_before_a_short_window_leaves_room_for_its_own(
    noise_model: WhisperStreamingModel, tokens: int
) -> None:
    listener = noise_model.open_stream(StreamOptions(EN))._listener  # type: ignore[attr-defined]
    samples = load_speech(SPEECH)[: SAMPLE_RATE * 9 // 10]
    settled = [SettledWord((1_000, 1_001, 1_002), 0.3)]
    guess = listener.listen(samples, settled, [1_000] * tokens, is_padded=False)

    assert guess.words or not guess.is_believed or tokens < 400


@pytest.mark.parametrize("policy", POLICIES)
def test_loops_of_untrained_weights_settle_nothing_and_the_window_stays_short(
    noise_model: WhisperStreamingModel, policy: str
) -> None:
    options = StreamOptions(EN, policy=policy, tuning=StreamTuning(window=3.0, is_padded=False))
    stream = noise_model.open_stream(options)
    samples = load_speech(SPEECH)[: 6 * SAMPLE_RATE]
    words: list[Word] = []
    stream.start(0)
    for first in range(0, len(samples), SAMPLE_RATE):
        stream.accept(samples[first : first + SAMPLE_RATE])
        words += stream.step().committed
        assert len(stream._window) <= 4 * SAMPLE_RATE  # type: ignore[attr-defined]
    words += stream.flush().committed

    assert not has_loop("".join(word.text for word in words)), "what the weights write differs from machine to machine"


def test_silence_says_nothing(noise_model: WhisperStreamingModel) -> None:
    stream = noise_model.open_stream(StreamOptions(EN))
    stream.start(0)
    stream.accept(np.zeros(SAMPLE_RATE, np.float32))

    assert stream.step().committed == ()
    assert stream.flush().committed == ()


def test_language_that_the_model_does_not_know_is_refused(noise_model: WhisperStreamingModel) -> None:
    with pytest.raises(LanguageNotSupported):
        noise_model.open_stream(StreamOptions(LanguageCode("tlh")))


@pytest.fixture(scope="module")
def fixture_folder() -> Path:
    folder = embedded_model("fixtures/whisper-fixture")
    if not (folder / "model.bin").is_file():
        pytest.skip("the Whisper fixture is not in this checkout")
    return folder


def utterances(samples: Samples) -> list[AudioChunk]:
    endpointer = Endpointer(SileroDetector())
    parts: list[SpeechPart] = []
    for first in range(0, len(samples), 8000):
        parts += endpointer.push(AudioChunk(samples[first : first + 8000], first))
    parts += endpointer.finish()
    whole: list[list[AudioChunk]] = []
    for part in parts:
        if part.begins:
            whole.append([])
        whole[-1].append(part.audio)
    return [AudioChunk(np.concatenate([a.samples for a in each]), each[0].first_sample) for each in whole]


@pytest.mark.parametrize("policy", POLICIES)
def test_live_words_are_as_good_as_those_of_the_whole_recording(fixture_folder: Path, policy: str) -> None:
    reference = json.loads(SPEECH.with_suffix(".json").read_text(encoding="utf-8"))
    spoken = utterances(load_speech(SPEECH)[: 9 * SAMPLE_RATE])
    end = spoken[-1].span.end
    said = plain(" ".join(sentence["text"] for sentence in reference["sentences"] if sentence["end"] <= end))
    offline = WhisperRecognizer(fixture_folder, device=DeviceChoice(intra_threads=1))
    segments = [SpeechSegment(number, audio) for number, audio in enumerate(spoken)]
    whole = plain(" ".join(t.text for t in offline.transcribe(segments, EN, RecognitionOptions())))
    offline.close()
    model = WhisperStreamingModel(fixture_folder, device=DeviceChoice(intra_threads=1))
    stream = model.open_stream(StreamOptions(EN, policy=policy, tuning=StreamTuning(is_padded=False)))
    text = ""
    for audio in spoken:
        stream.start(audio.first_sample)
        for first in range(0, len(audio.samples), 8000):
            stream.accept(audio.samples[first : first + 8000])
            text += "".join(word.text for word in stream.step().committed)
        text += "".join(word.text for word in stream.flush().committed)
    model.close()

    assert jiwer.wer(said, plain(text)) <= max(0.05, 1.10 * jiwer.wer(said, whole))


def test_spectrum_of_padding_is_the_one_that_silence_has(noise_model: WhisperStreamingModel) -> None:
    extractor = noise_model._recognizer.model.feature_extractor
    listener = noise_model.open_stream(StreamOptions(EN))._listener  # type: ignore[attr-defined]
    samples = load_speech(SPEECH)[: 3 * SAMPLE_RATE]
    seen: list[Samples] = []
    listener._model = _Spy(listener._model, seen)
    listener._encode(samples, is_padded=True)
    whole = extractor(np.pad(samples, (0, 27 * SAMPLE_RATE)), padding=0)

    assert seen[0].shape == whole.shape
    assert np.abs(seen[0] - whole).max() < 1e-3


class _Spy:
    """Takes what would be encoded."""

    def __init__(self, model: WhisperModel, seen: list[Samples]) -> None:
        self.feature_extractor, self.seen = model.feature_extractor, seen

    def encode(self, features: Samples) -> None:
        self.seen.append(features)
