"""Normalising, chunking, levels and the jitter buffer."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import av
import numpy as np
import numpy.typing as npt
import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, SourceLost
from streamlation_desktop.media.chunker import chunks
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.jitter import JitterBuffer
from streamlation_desktop.media.level import audio_level
from streamlation_desktop.media.normalizer import Normalizer
from streamlation_desktop.media.timeline import Timeline
from tests.support.media_files import heard, tones

Array = npt.NDArray[np.float32]


def frame(samples: Any, form: str, layout: str, rate: int, at: float | None) -> av.AudioFrame:
    made = av.AudioFrame.from_ndarray(samples, format=form, layout=layout)
    made.sample_rate = rate
    made.time_base = Fraction(1, rate)
    made.pts = None if at is None else round(at * rate)
    return made


def normalized(frames: Iterable[av.AudioFrame], max_gap: float = 10.0) -> Array:
    normalizer = Normalizer(Timeline(SourceCounters(), 0.0, max_gap))
    blocks = [block for item in frames for block in normalizer.feed(item)]
    blocks += normalizer.flush()
    joined = np.concatenate(blocks)
    assert len(joined) == normalizer.position
    assert joined.dtype == np.float32
    return joined


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000, 96_000])
@pytest.mark.parametrize(("form", "kind"), [("s16", np.int16), ("fltp", np.float32), ("s32", np.int32)])
def test_any_rate_and_format_keeps_time_and_level(rate: int, form: str, kind: type) -> None:
    clock = np.arange(rate * 2) / rate
    wave = 0.5 * np.sin(2 * np.pi * 440 * clock)
    scaled = wave if form == "fltp" else wave * np.iinfo(kind).max
    pieces: list[Any] = np.array_split(scaled.astype(kind), 50)
    starts = np.cumsum([0, *(len(piece) for piece in pieces)]) / rate

    result = normalized(
        frame(piece.reshape(1, -1), form, "mono", rate, at) for piece, at in zip(pieces, starts, strict=False)
    )

    expected = 0.5 * np.sin(2 * np.pi * 440 * np.arange(32_000) / 16_000)
    assert len(result) == pytest.approx(32_000, abs=32)
    assert np.abs(result[500:31_500] - expected[500:31_500]).max() < 0.02


def test_channels_are_mixed_and_unnamed_layouts_too() -> None:
    left = np.full(16_000, 0.4, np.float32)
    stereo = normalized([frame(np.stack([left, -left]), "fltp", "stereo", 16_000, 0.0)])
    assert np.abs(stereo).max() < 1e-4
    same = normalized([frame(np.stack([left, left]), "fltp", "stereo", 16_000, 0.0)])
    assert same[8_000] == pytest.approx(0.4, abs=0.01)

    surround = normalized([frame(np.stack([left] * 6), "fltp", "5.1", 16_000, 0.0)])
    assert surround[8_000] == pytest.approx(0.4, abs=0.01)


def test_a_change_of_format_in_mid_stream_is_followed() -> None:
    second = tones(2)[16_000:]
    wide = np.repeat(second, 3).reshape(1, -1)

    result = normalized(
        [frame(tones(1).reshape(1, -1), "fltp", "mono", 16_000, 0.0), frame(wide, "fltp", "mono", 48_000, 1.0)]
    )

    assert [heard(result, 0.5), heard(result, 1.5)] == [0, 1]


def test_gaps_are_silence_and_repeats_are_dropped() -> None:
    pattern = tones(6)

    def second(number: int, at: float) -> av.AudioFrame:
        return frame(pattern[number * 16_000 : (number + 1) * 16_000].reshape(1, -1), "fltp", "mono", 16_000, at)

    result = normalized([second(0, 0.0), second(0, 0.5), second(3, 3.0), second(5, 5.0)])

    assert [heard(result, at) for at in (0.5, 1.2, 2.5, 3.5, 4.5, 5.5)] == [0, 0, None, 3, None, 5]
    assert len(result) == 6 * 16_000


def test_invalid_floats_do_not_pass() -> None:
    wild: Array = np.zeros(2_000, np.float32)
    wild[:5] = [np.nan, np.inf, -np.inf, 7.0, -7.0]

    [chunk] = chunks([wild], SourceCounters(), 0)

    assert np.isfinite(chunk.samples).all()
    assert np.abs(chunk.samples).max() <= 1.0


@pytest.mark.parametrize("start", [0, 1, 7_999, 8_000, 12_345, 99_999])
def test_chunks_are_even_and_start_at_the_exact_sample(start: int) -> None:
    samples: Array = np.linspace(0.0, 1.0, 50_000, dtype=np.float32)
    blocks = np.array_split(samples, 77)

    made = list(chunks(blocks, SourceCounters(), start))

    assert [len(chunk.samples) for chunk in made[:-1]] == [8_000] * (len(made) - 1)
    assert [chunk.first_sample for chunk in made] == [start + 8_000 * n for n in range(len(made))]
    joined = np.concatenate([chunk.samples for chunk in made]) if made else samples[:0]
    assert np.array_equal(joined, samples[start:])


def test_the_level_tells_loudness_peak_and_clipping() -> None:
    square = np.array([0.5, -0.5] * 100, np.float32)
    assert audio_level(square).rms == pytest.approx(0.5)
    assert audio_level(square).peak == pytest.approx(0.5)
    assert audio_level(square).clipped == 0
    assert audio_level(np.array([1.0, -1.0, 0.2], np.float32)).clipped == 2
    assert audio_level(np.zeros(0, np.float32)).peak == 0.0


def test_a_full_buffer_of_a_live_source_loses_the_oldest_and_keeps_the_time() -> None:
    counters = SourceCounters()
    buffer = JitterBuffer(CancelToken(), counters, seconds=2.0)
    buffer.drops_oldest = True
    for number in range(1, 6):
        buffer.put(np.full(16_000, number / 10, np.float32))
    buffer.end()

    samples = np.concatenate(list(buffer))

    assert counters.dropped_seconds == 3.0
    assert len(samples) == 5 * 16_000
    assert not samples[: 3 * 16_000].any()
    assert samples[-1] == pytest.approx(0.5)


def test_a_full_buffer_of_a_film_makes_the_reader_wait_until_cancelled() -> None:
    token = CancelToken()
    buffer = JitterBuffer(token, SourceCounters(), seconds=1.0)
    buffer.put(np.zeros(16_000, np.float32))
    threading.Timer(0.05, token.cancel).start()

    with pytest.raises(Cancelled):
        buffer.put(np.zeros(16_000, np.float32))
    with pytest.raises(Cancelled):
        list(buffer)


def test_a_failure_reaches_the_user_after_what_was_held() -> None:
    buffer = JitterBuffer(CancelToken(), SourceCounters(), seconds=9.0)
    buffer.put(np.ones(3, np.float32))
    buffer.end(SourceLost("gone"))
    blocks = iter(buffer)

    assert len(next(blocks)) == 3
    with pytest.raises(SourceLost):
        next(blocks)
