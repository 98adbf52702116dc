from __future__ import annotations

from dataclasses import dataclass

import pytest

from streamlation_desktop.core.types import TimeSpan, Word
from streamlation_desktop.engines.adapters.sphinx import words_from_segmentation


@dataclass(frozen=True)
class Entry:
    word: str
    start_frame: int
    end_frame: int
    prob: float = 0.5


def test_words_have_media_times_and_no_fillers() -> None:
    entries = [
        Entry("<s>", 0, 9),
        Entry("and(2)", 10, 29),
        Entry("[NOISE]", 30, 49),
        Entry("++BREATH++", 50, 59),
        Entry("jack's", 60, 99, 1.0000001),
        Entry("</s>", 100, 120),
    ]

    words = list(words_from_segmentation(entries, TimeSpan(100.0, 101.0)))

    assert words == [Word(" and", TimeSpan(100.1, 100.3), 0.5), Word(" jack's", TimeSpan(100.6, 101.0), 1.0)]


@pytest.mark.parametrize(
    ("heard", "written"), [("i", " I"), ("i'm", " I'm"), ("i(2)", " I"), ("if", " if"), ("is", " is")]
)
def test_the_pronoun_is_a_capital_letter(heard: str, written: str) -> None:
    [word] = words_from_segmentation([Entry(heard, 0, 5)], TimeSpan(0, 1))

    assert word.text == written
