from __future__ import annotations

import numpy as np
import pytest

from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, TimeSpan, Word
from streamlation_desktop.engines.onsets import moved_over_silence

OFFSET = 10 * SAMPLE_RATE


def speech(*regions: tuple[float, float], hiss: float = 0.0005, seconds: float = 4.0) -> AudioChunk:
    """Sound in the regions, hiss elsewhere; the audio begins at 10 s."""
    noise = np.random.default_rng(0).normal(0, 1, round(seconds * SAMPLE_RATE))
    level = np.full(len(noise), hiss)
    for start, end in regions:
        level[round(start * SAMPLE_RATE) : round(end * SAMPLE_RATE)] = 0.1
    return AudioChunk((noise * level).astype(np.float32), OFFSET)


def word(start: float, end: float) -> Word:
    return Word(" word", TimeSpan(10 + start, 10 + end))


def test_a_word_that_claims_the_pause_before_it_begins_when_it_sounds() -> None:
    [moved] = moved_over_silence([word(1.0, 2.4)], speech((0.2, 1.0), (2.0, 2.4)))
    assert moved.span.start == pytest.approx(12.0, abs=0.05)
    assert moved.span.end == 12.4


def test_words_without_a_pause_stay_exactly_as_they_are() -> None:
    words = [word(0.2, 0.6), word(0.6, 1.0)]
    assert moved_over_silence(words, speech((0.15, 1.0))) == tuple(words)


@pytest.mark.parametrize("audio", [speech((0.2, 0.5)), speech(hiss=0.1), speech(hiss=0.0)])
def test_words_in_nothing_but_silence_or_noise_stay(audio: AudioChunk) -> None:
    assert moved_over_silence([word(1.0, 2.4)], audio) == (word(1.0, 2.4),)


def test_a_weak_consonant_is_no_silence() -> None:
    audio = speech((1.0, 2.0))
    audio.samples[round(0.7 * SAMPLE_RATE) : SAMPLE_RATE] *= 20  # hiss of a fifth of the speech
    assert moved_over_silence([word(0.7, 2.0)], audio) == (word(0.7, 2.0),)


def test_audio_shorter_than_a_frame_is_left_alone() -> None:
    short = AudioChunk(np.zeros(100, np.float32), OFFSET)
    assert moved_over_silence([word(0.0, 0.0)], short) == (word(0.0, 0.0),)
