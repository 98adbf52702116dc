from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples
from streamlation_desktop.pipeline.live.endpointer import Endpointer, EndpointSettings, SpeechPart
from tests.support.live import LoudnessDetector


def sound(*parts: tuple[float, float]) -> Samples:
    """Seconds of each loudness."""
    return np.concatenate([np.full(round(length * SAMPLE_RATE), level, np.float32) for length, level in parts])


def parts_of(endpointer: Endpointer, samples: Samples, size: int = 8000, first: int = 0) -> list[SpeechPart]:
    found: list[SpeechPart] = []
    for start in range(0, len(samples), size):
        found += endpointer.push(AudioChunk(samples[start : start + size], first + start))
    return found


def spans(parts: list[SpeechPart]) -> list[tuple[float, float]]:
    """Start and end of each utterance."""
    found: list[tuple[float, float]] = []
    for part in parts:
        start = part.audio.span.start if part.begins else found.pop()[0]
        found.append((start, part.audio.span.end))
    return found


SILENCE, SPEECH = 0.0, 0.5


def test_silence_and_clicks_are_never_given_out() -> None:
    endpointer = Endpointer(LoudnessDetector())

    assert parts_of(endpointer, sound((3.0, SILENCE), (0.03, SPEECH), (3.0, SILENCE))) == []
    assert endpointer.quiet_seconds > 5.9


def test_utterance_has_its_pre_roll_and_ends_after_the_hangover() -> None:
    parts = parts_of(Endpointer(LoudnessDetector()), sound((2.0, SILENCE), (1.5, SPEECH), (2.0, SILENCE)))

    [(start, end)] = spans(parts)
    assert parts[-1].ends
    assert 1.5 <= start <= 1.65
    assert 3.95 <= end <= 4.1
    assert 0.45 <= parts[-1].quiet <= 0.55


def test_short_pause_does_not_end_an_utterance() -> None:
    parts = parts_of(Endpointer(LoudnessDetector()), sound((1.0, SPEECH), (0.3, SILENCE), (1.0, SPEECH)))

    assert [part.begins for part in parts].count(True) == 1
    assert not any(part.ends for part in parts)


@settings(max_examples=50, deadline=None)
@given(
    lengths=st.lists(st.floats(0.05, 3.0), min_size=1, max_size=8),
    size=st.integers(160, 20_000),
)
def test_speech_is_given_out_without_holes_whatever_the_chunks(lengths: list[float], size: int) -> None:
    samples = sound(*((length, SPEECH if n % 2 else SILENCE) for n, length in enumerate(lengths)))
    samples = samples + np.arange(len(samples), dtype=np.float32) * 1e-7  # every sample is another
    endpointer = Endpointer(LoudnessDetector())
    parts = [*parts_of(endpointer, samples, size), *endpointer.finish()]

    expected = None
    for part in parts:
        first = part.audio.first_sample
        assert part.begins or first == expected
        assert np.array_equal(part.audio.samples, samples[first : first + len(part.audio.samples)])
        expected = first + len(part.audio.samples)
    assert [part.begins for part in parts].count(True) == [part.ends for part in parts].count(True)


def test_hole_in_the_sound_ends_the_utterance_and_time_goes_on_behind_it() -> None:
    endpointer = Endpointer(LoudnessDetector())
    parts = parts_of(endpointer, sound((1.0, SPEECH)))
    parts += parts_of(endpointer, sound((1.0, SPEECH)), first=10 * SAMPLE_RATE)
    parts += endpointer.finish()

    assert spans(parts) == [(0.0, 1.0), (10.0, 11.0)]


def test_utterance_that_is_too_long_ends_at_the_next_short_pause() -> None:
    endpointer = Endpointer(LoudnessDetector(), EndpointSettings(longest=3.0))
    parts = parts_of(endpointer, sound((3.5, SPEECH), (0.25, SILENCE), (2.0, SPEECH)))

    assert sum(part.ends for part in parts) == 1
    assert 3.6 < next(part for part in parts if part.ends).audio.span.end < 3.8


def test_utterance_without_any_pause_is_cut_and_nothing_is_lost() -> None:
    endpointer = Endpointer(LoudnessDetector(), EndpointSettings(longest=2.0))
    parts = [*parts_of(endpointer, sound((10.0, SPEECH))), *endpointer.finish()]

    assert sum(len(part.audio.samples) for part in parts) == 10 * SAMPLE_RATE
    assert max(end - start for start, end in spans(parts)) <= 3.1
