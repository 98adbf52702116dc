from __future__ import annotations

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.playback.captions import CaptionTrack

EN = LanguageCode("en")


def cue(index: int, start: float, end: float, text: str = "") -> Cue:
    return Cue(index, TimeSpan(start, end), (text or f"cue {index}",), EN)


def texts(track: CaptionTrack, time: float) -> list[str]:
    return [found.text for found in track.at(time)]


def test_a_cue_is_shown_from_its_start_until_just_before_its_end() -> None:
    track = CaptionTrack([cue(0, 1.0, 2.0), cue(1, 2.0, 3.0)])
    assert [texts(track, time) for time in (0.99, 1.0, 1.99, 2.0, 3.0)] == [[], ["cue 0"], ["cue 0"], ["cue 1"], []]


def test_cues_that_overlap_are_shown_together() -> None:
    track = CaptionTrack([cue(1, 2.0, 5.0), cue(0, 1.0, 4.0)])
    assert texts(track, 3.0) == ["cue 0", "cue 1"]


def test_cues_may_come_in_any_order() -> None:
    track = CaptionTrack()
    for start in (5.0, 1.0, 3.0):
        track.add(cue(int(start), start, start + 1))
    assert [found.span.start for found in track.cues] == [1.0, 3.0, 5.0]
    assert track.next_start(1.5) == 3.0
    assert track.next_start(5.0) is None


def test_a_corrected_cue_replaces_the_one_it_corrects() -> None:
    track = CaptionTrack([cue(0, 1.0, 2.0, "wrong")])
    track.add(cue(0, 1.0, 2.0, "right"))
    assert texts(track, 1.5) == ["right"]


def test_neighbours_are_the_cues_before_and_after_the_one_on_screen() -> None:
    track = CaptionTrack([cue(n, n * 10.0, n * 10.0 + 2) for n in range(3)])
    after, before = track.neighbour(11.0, 1), track.neighbour(11.0, -1)
    assert after is not None
    assert before is not None
    assert (after.index, before.index) == (2, 0)
    assert track.neighbour(21.0, 1) is None
    assert track.neighbour(1.0, -1) is None


def test_what_was_foreseen_stands_until_the_final_cues_of_its_time_are_there() -> None:
    track = CaptionTrack([cue(0, 1.0, 2.0)])
    track.foresee([cue(0, 50.0, 52.0, "early"), cue(1, 52.0, 54.0, "early too")])
    assert texts(track, 51.0) == ["early"]
    track.add(cue(1, 49.0, 51.5, "final"))
    assert [texts(track, time) for time in (49.5, 51.0, 51.8, 53.0)] == [["final"], ["final"], [], ["early too"]]
    track.forget_foreseen()
    assert [found.text for found in track.cues] == ["cue 0", "final"]


def test_what_was_foreseen_never_hides_what_is_final() -> None:
    track = CaptionTrack([cue(0, 1.0, 2.0), cue(1, 9.0, 10.0)])
    track.foresee([cue(0, 9.5, 11.0, "late"), cue(1, 20.0, 21.0, "early")])
    assert texts(track, 9.7) == ["cue 1"]
    track.replace([cue(0, 1.0, 2.0), cue(1, 9.0, 10.0), cue(2, 12.0, 13.0)])
    assert texts(track, 20.5) == ["early"]
