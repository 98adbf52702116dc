"""Two tracks in one."""

from __future__ import annotations

from itertools import pairwise

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.subtitles.bilingual import SourcePlace, combine
from streamlation_desktop.subtitles.document import SubtitleDocument


def track(language: str, *rows: tuple[float, float, str]) -> SubtitleDocument:
    code = LanguageCode(language)
    cues = [Cue(n, TimeSpan(start, end), tuple(text.split("|")), code) for n, (start, end, text) in enumerate(rows)]
    return SubtitleDocument(tuple(cues), code)


def test_cues_that_overlap_share_the_screen_with_the_source_where_asked() -> None:
    target, source = track("es", (1.0, 3.0, "Hola|a todos")), track("en", (1.2, 3.5, "Hello all"))

    [above] = combine(target, source).cues
    [below] = combine(target, source, SourcePlace.BELOW).cues

    assert above.lines == ("Hello all", "Hola", "a todos")
    assert below.lines == ("Hola", "a todos", "Hello all")
    assert above.span == TimeSpan(1.0, 3.5)
    assert above.language == "es"


def test_one_cue_may_meet_several_of_the_other_track() -> None:
    target = track("es", (0.0, 6.0, "Uno y dos"), (8.0, 9.0, "Tres"))
    source = track("en", (0.0, 2.9, "One"), (3.0, 6.0, "and two"), (8.0, 9.5, "Three"))

    assert [cue.lines for cue in combine(target, source).cues] == [("One", "and two", "Uno y dos"), ("Three", "Tres")]


def test_nothing_is_lost_and_nothing_overlaps() -> None:
    target = track("es", (0.0, 2.0, "a"), (2.1, 4.0, "b"), (9.0, 10.0, "c"))
    source = track("en", (1.8, 3.0, "x"), (3.9, 6.0, "y"))
    cues = combine(target, source).cues

    assert sorted(line for cue in cues for line in cue.lines) == ["a", "b", "c", "x", "y"]
    assert all(left.span.end <= right.span.start for left, right in pairwise(cues))
    assert [cue.index for cue in cues] == list(range(len(cues)))
    assert [cue.language for cue in cues if cue.lines == ("y",)] == ["en"]
