"""What is not speech gives no captions; real speech is found whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples
from streamlation_desktop.engines.adapters.silero import SileroDetector
from streamlation_desktop.pipeline.live.endpointer import Endpointer, SpeechPart
from tests.support.speech import load_speech

SPEECH = Path(__file__).parents[2] / "data" / "speech" / "en-two-voices.flac"
MINUTE = 60 * SAMPLE_RATE


def noise() -> Samples:
    return np.random.default_rng(0).normal(0, 0.1, MINUTE).astype(np.float32)


def chords() -> Samples:
    """A new chord every half second, with overtones that die away."""
    rng = np.random.default_rng(1)
    seconds = np.arange(SAMPLE_RATE // 2) / SAMPLE_RATE
    parts = []
    for _ in range(120):
        tones = 220 * 2 ** (rng.choice([0, 3, 5, 7, 10, 12], 3, replace=False) / 12)
        waves = [np.sin(2 * np.pi * tone * over * seconds) / over for tone in tones for over in (1, 2, 3)]
        parts.append(np.sum(waves, axis=0) * np.exp(-3 * seconds) * 0.1)
    return np.concatenate(parts).astype(np.float32)


def clicks() -> Samples:
    samples = np.zeros(MINUTE, np.float32)
    samples[:: SAMPLE_RATE // 4] = 0.9
    return samples


def heard(samples: Samples) -> list[SpeechPart]:
    endpointer = Endpointer(SileroDetector())
    parts: list[SpeechPart] = []
    for first in range(0, len(samples), 8000):
        parts += endpointer.push(AudioChunk(samples[first : first + 8000], first))
    return [*parts, *endpointer.finish()]


@pytest.mark.parametrize("make", [noise, chords, clicks])
def test_a_minute_without_speech_gives_nothing_to_hear(make: Callable[[], Samples]) -> None:
    assert heard(make()) == []


def test_every_spoken_word_is_given_to_the_recognizer() -> None:
    sentences = json.loads(SPEECH.with_suffix(".json").read_text(encoding="utf-8"))["sentences"]
    spans = [part.audio.span for part in heard(load_speech(SPEECH))]

    for word in (word for sentence in sentences for word in sentence["words"]):
        middle = (word["start"] + word["end"]) / 2
        assert any(span.start <= middle < span.end for span in spans), word
