from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples, SpeechSegment
from streamlation_desktop.pipeline.fixed_cutter import quietest
from streamlation_desktop.pipeline.speech_windows import SegmentSettings
from streamlation_desktop.pipeline.stages.segment import SegmentStage
from tests.support.speech import chunked


class LoudnessDetector:
    """Calls loud frames speech; remembers whether it was fed whole frames in order."""

    frame_samples = 512

    def reset(self) -> None:
        pass

    def probabilities(self, samples: Samples) -> npt.NDArray[np.float32]:
        frames = samples.reshape(-1, self.frame_samples)
        loudest: npt.NDArray[np.float32] = np.abs(frames).max(axis=1, initial=0.0).clip(0, 1).astype(np.float32)
        return loudest


def audio(*runs: tuple[float, float]) -> Samples:
    """Seconds of one level each, told apart by a saw-tooth."""
    parts = [np.full(round(seconds * SAMPLE_RATE), level, np.float32) for level, seconds in runs]
    samples: Samples = np.concatenate(parts)
    return samples


def segments(samples: Samples, size: int = 4000, first_sample: int = 0, **settings: float) -> list[SpeechSegment]:
    stage = SegmentStage(LoudnessDetector(), SegmentSettings(**settings))  # type: ignore[arg-type]
    return list(stage(chunked(samples, size, first_sample)))


def places(found: list[SpeechSegment]) -> list[tuple[int, int]]:
    return [(s.audio.first_sample, s.audio.first_sample + len(s.audio.samples)) for s in found]


def test_a_segment_carries_the_true_samples_and_their_place() -> None:
    samples = audio((0, 5), (0.9, 3), (0, 6), (0.8, 2), (0, 1)) + np.linspace(0, 0.01, 17 * SAMPLE_RATE, dtype="f4")

    found = segments(samples, first_sample=800_000)

    assert [s.id for s in found] == [0, 1]
    for segment in found:
        start = segment.audio.first_sample - 800_000
        assert np.array_equal(segment.audio.samples, samples[start : start + len(segment.audio.samples)])
    assert found[0].audio.span.start == pytest.approx(50 + 5 - 0.2, abs=0.04)
    assert found[0].audio.span.end == pytest.approx(50 + 8 + 0.2, abs=0.04)


def test_segment_ids_continue_from_the_given_one() -> None:
    assert [s.id for s in segments(audio((0.9, 3), (0, 6), (0.9, 3)), first_id=7)] == [7, 8]


def test_segments_do_not_depend_on_how_the_audio_is_chunked() -> None:
    samples = audio(*[(0.9, 7.3), (0, 0.3), (0.9, 11.1), (0, 2.2)] * 5)

    assert places(segments(samples, 333)) == places(segments(samples, 4000)) == places(segments(samples, len(samples)))


def test_a_run_resumed_at_the_end_of_a_segment_finds_the_same_segments() -> None:
    samples = audio(*[(0.9, 13.7), (0, 0.2), (0.9, 9.3), (0, 1.1), (0.9, 41), (0, 7)] * 2)
    whole = places(segments(samples))

    assert len(whole) > 5
    for number, (_, end) in enumerate(whole):
        assert places(segments(samples[end:], 1024, first_sample=end)) == whole[number + 1 :]


def test_no_segment_is_longer_than_a_window_and_no_speech_is_lost() -> None:
    found = segments(audio((0.9, 100)))

    assert all(len(s.audio.samples) <= 30 * SAMPLE_RATE for s in found)
    assert [end for _, end in places(found)][:-1] == [start for start, _ in places(found)][1:]
    assert places(found)[0][0] == 0
    assert places(found)[-1][1] == 100 * SAMPLE_RATE


def test_a_jump_in_time_ends_the_segment() -> None:
    before, after = audio((0.9, 3)), audio((0.9, 2))
    stage = SegmentStage(LoudnessDetector())

    found = list(stage([AudioChunk(before, 0), AudioChunk(after, 10 * SAMPLE_RATE)]))

    assert places(found) == [(0, 3 * SAMPLE_RATE), (10 * SAMPLE_RATE, 12 * SAMPLE_RATE)]


def test_audio_that_comes_twice_is_heard_once() -> None:
    samples = audio((0.9, 3))
    stage = SegmentStage(LoudnessDetector())

    found = list(stage([AudioChunk(samples, 0), AudioChunk(samples, SAMPLE_RATE)]))

    assert places(found) == [(0, 4 * SAMPLE_RATE)]


def test_a_segment_comes_before_the_rest_of_the_audio_is_read() -> None:
    read: list[int] = []

    def source() -> object:
        for chunk in chunked(audio((0.9, 3), (0, 200))):
            read.append(chunk.first_sample)
            yield chunk

    first = next(iter(SegmentStage(LoudnessDetector())(source())))  # type: ignore[arg-type]

    assert first.audio.first_sample == 0
    assert read[-1] < 10 * SAMPLE_RATE


def test_no_audio_gives_no_segments() -> None:
    assert segments(np.zeros(0, np.float32)) == []


def test_without_a_detector_all_audio_goes_through() -> None:
    samples = audio((0.5, 70))
    samples[27 * SAMPLE_RATE : 27 * SAMPLE_RATE + 3200] = 0

    found = list(SegmentStage(None)(chunked(samples)))

    assert [end for _, end in places(found)][:-1] == [start for start, _ in places(found)][1:]
    assert places(found)[-1][1] == len(samples)
    assert places(found)[0][1] == pytest.approx(27.1 * SAMPLE_RATE, abs=1600)
    assert all(len(s.audio.samples) <= 30 * SAMPLE_RATE for s in found)


def test_without_a_detector_a_resumed_run_finds_the_same_segments() -> None:
    samples = np.random.default_rng(0).normal(0, 0.1, 75 * SAMPLE_RATE).astype(np.float32)
    whole = places(list(SegmentStage(None)(chunked(samples))))
    end = whole[0][1]

    assert places(list(SegmentStage(None)(chunked(samples[end:], 999, end)))) == whole[1:]


def test_the_quietest_point_is_in_the_middle_of_the_gap() -> None:
    samples = np.full(SAMPLE_RATE, 0.5, np.float32)
    samples[8000:9600] = 0

    assert quietest(samples) == 8800
