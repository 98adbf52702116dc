from __future__ import annotations

import numpy as np

from streamlation_desktop.core.types import SAMPLE_RATE
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from streamlation_desktop.pipeline.stages.segment import SegmentStage
from tests.support.data import real_data
from tests.support.speech import chunked, load_speech


def stage() -> SegmentStage:
    return SegmentStage(EngineRegistry().create(EngineKind.VOICE_ACTIVITY, "silero"))


def test_long_speech_is_cut_between_sentences_and_a_resumed_run_cuts_it_alike() -> None:
    samples = load_speech(real_data("real", "speech", "en", "lj001-longform.flac"))
    found = list(stage()(chunked(samples)))
    places = [(s.audio.first_sample, len(s.audio.samples)) for s in found]

    assert all(length <= 30 * SAMPLE_RATE for _, length in places)
    assert sum(length for _, length in places) > 0.9 * len(samples)
    middle = len(found) // 2
    end = places[middle][0] + places[middle][1]
    resumed = [(s.audio.first_sample, len(s.audio.samples)) for s in stage()(chunked(samples[end:], 1600, end))]
    assert resumed == places[middle + 1 :]


def test_cuts_fall_where_the_voice_is_quiet() -> None:
    samples = load_speech(real_data("real", "speech", "en", "lj001-longform.flac"))
    loudness = float(np.sqrt(np.mean(samples**2)))

    for segment in stage()(chunked(samples)):
        cut = segment.audio.first_sample + len(segment.audio.samples)
        around = samples[max(cut - 400, 0) : cut + 400]
        assert float(np.sqrt(np.mean(around**2))) < 0.2 * loudness
