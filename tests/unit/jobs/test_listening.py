from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Samples, Sentence, TimeSpan
from streamlation_desktop.engines.speech_base import SpeakerTurn, Stems
from streamlation_desktop.jobs.listening import assign_speakers
from streamlation_desktop.jobs.separation import background


def sentence(start: float, end: float) -> Sentence:
    return Sentence(0, TimeSpan(start, end), LanguageCode("en"), "text")


def test_a_sentence_goes_to_who_speaks_longest_in_it() -> None:
    turns = [SpeakerTurn(TimeSpan(0.0, 2.2), 0), SpeakerTurn(TimeSpan(2.2, 5.0), 1)]
    spoken = assign_speakers([sentence(0.1, 2.0), sentence(2.0, 4.0)], turns)
    assert [each.speaker for each in spoken] == ["speaker 1", "speaker 2"]


def test_a_sentence_that_no_turn_touches_goes_to_the_last_speaker() -> None:
    spoken = assign_speakers([sentence(0.0, 1.0), sentence(8.0, 9.0)], [SpeakerTurn(TimeSpan(0.0, 1.0), 1)])
    assert [each.speaker for each in spoken] == ["speaker 2", "speaker 2"]


class HalfSeparator:
    """Takes half of everything for voice."""

    origin = Origin("test", "half")
    sample_rate = 1_000

    def separate(self, channels: Sequence[Samples]) -> tuple[Stems, ...]:
        return tuple(Stems(each / np.float32(2), each / np.float32(2)) for each in channels)

    def close(self) -> None:
        pass


def test_windows_flow_into_each_other_without_a_seam() -> None:
    sound = np.random.default_rng(1).standard_normal((65_432, 2)).astype(np.float32)
    blocks = np.array_split(sound, 13)
    apart = np.concatenate(list(background(HalfSeparator(), blocks)))
    assert apart.shape == sound.shape
    assert np.allclose(apart, sound / 2, atol=1e-6)
