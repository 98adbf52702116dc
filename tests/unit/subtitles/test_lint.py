"""Lint finds each fault once, and nothing in a clean track."""

from __future__ import annotations

import pytest

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.subtitles.lint import Severity, failing_cues, lint
from streamlation_desktop.subtitles.norms import Norms, norms_for

EN, ZH = LanguageCode("en"), LanguageCode("zh")


def cue(start: float, end: float, *lines: str) -> Cue:
    return Cue(0, TimeSpan(start, end), lines, EN)


GOOD = cue(10.0, 12.0, "A perfectly fine line.")


@pytest.mark.parametrize(
    ("bad", "rule", "severity"),
    [
        (cue(11.5, 14.0, "This one overlaps."), "overlap", Severity.ERROR),
        (cue(12.04, 14.0, "This one follows at once."), "gap", Severity.ERROR),
        (cue(9.0, 9.9, "Too early."), "order", Severity.ERROR),
        (cue(13.0, 13.5, "Short."), "min-duration", Severity.ERROR),
        (cue(13.0, 21.0, "This stays for too long."), "max-duration", Severity.ERROR),
        (cue(13.0, 14.0, "Nobody reads thirty characters."), "reading-speed", Severity.ERROR),
        (cue(13.0, 15.0, "These are thirty-six characters, yes"), "reading-speed", Severity.WARNING),
        (cue(13.0, 18.0, "This line has more than forty-two characters."), "line-length", Severity.ERROR),
        (cue(13.0, 16.0, "One", "two", "three"), "line-count", Severity.ERROR),
        (cue(13.0, 15.0), "empty", Severity.ERROR),
        (cue(13.0, 15.0, "Trailing space "), "spaces", Severity.WARNING),
        (cue(13.0, 15.0, "An <i>open tag"), "markup", Severity.WARNING),
        (cue(-1.0, 1.0, "Before the start."), "negative-time", Severity.ERROR),
        (cue(59.0, 61.0, "After the end."), "media-end", Severity.ERROR),
    ],
)
def test_each_fault_is_reported_by_its_rule(bad: Cue, rule: str, severity: Severity) -> None:
    track = [bad] if rule == "negative-time" else [GOOD, bad]

    [violation] = lint(track, Norms(), duration=60.0)

    assert (violation.rule, violation.severity, violation.cue_index) == (rule, severity, len(track) - 1)
    assert violation.message


def test_a_clean_track_has_no_violations() -> None:
    assert lint([GOOD, cue(12.084, 14.0, "Another", "fine cue.")], Norms(), duration=60.0) == []


def test_warnings_do_not_make_a_cue_fail() -> None:
    assert failing_cues(lint([cue(0.0, 2.0, "These are thirty-six characters, yes")], Norms())) == frozenset()


def test_the_gap_is_two_frames_of_the_video() -> None:
    track = [GOOD, cue(12.04, 14.0, "Follows after 40 ms.")]

    assert [v.rule for v in lint(track, norms_for(EN, 25.0))] == ["gap"]
    assert lint(track, norms_for(EN, 60.0)) == []


def test_chinese_is_counted_in_full_width_characters() -> None:
    norms = norms_for(ZH)

    assert norms.width("项目，ab") == 4.0
    assert norms.width("e\u0301\u200d") == 0.5
    track = [cue(0.0, 5.0, "一二三四五六七八九十一二三四五六七")]
    assert [violation.rule for violation in lint(track, norms)] == ["line-length"]


def test_a_frame_rate_of_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="positive"):
        norms_for(EN, 0.0)
