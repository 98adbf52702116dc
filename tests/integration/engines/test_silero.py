from __future__ import annotations

import numpy as np
import pytest
from faster_whisper.vad import get_vad_model

from streamlation_desktop.engines.base import VoiceActivityDetector
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from tests.support.data import real_data
from tests.support.speech import load_speech


@pytest.fixture
def detector() -> VoiceActivityDetector:
    made: VoiceActivityDetector = EngineRegistry().create(EngineKind.VOICE_ACTIVITY, "silero")
    return made


def test_a_stream_of_frames_gives_the_same_as_the_whole_file(detector: VoiceActivityDetector) -> None:
    samples = load_speech(real_data("real", "speech", "en", "jfk.flac"))
    samples = samples[: len(samples) // 512 * 512]
    whole = get_vad_model()(samples).reshape(-1)

    pieces = np.split(samples, [512, 5 * 512, 100 * 512, 101 * 512])
    streamed = np.concatenate([detector.probabilities(piece) for piece in pieces])

    assert np.array_equal(streamed, whole)
    assert (streamed > 0.5).mean() > 0.6


def test_reset_forgets_what_was_heard(detector: VoiceActivityDetector) -> None:
    samples = load_speech(real_data("real", "speech", "en", "jfk.flac"))[: 100 * 512]
    first = detector.probabilities(samples)
    again = detector.probabilities(samples)
    detector.reset()

    assert np.array_equal(detector.probabilities(samples), first)
    assert not np.array_equal(again, first)


def test_noise_and_silence_are_not_speech(detector: VoiceActivityDetector) -> None:
    noise = np.random.default_rng(0).normal(0, 0.05, 200 * 512).astype(np.float32)

    assert detector.probabilities(np.zeros(100 * 512, np.float32)).max() < 0.1
    assert detector.probabilities(noise).max() < 0.35


def test_part_of_a_frame_is_refused(detector: VoiceActivityDetector) -> None:
    with pytest.raises(ValueError, match="reshape"):
        detector.probabilities(np.zeros(700, np.float32))


def test_no_samples_give_no_probabilities(detector: VoiceActivityDetector) -> None:
    assert detector.probabilities(np.zeros(0, np.float32)).shape == (0,)
