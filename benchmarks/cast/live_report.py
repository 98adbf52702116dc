"""The rows of `benchmarks.cast.live`."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.cast.timeline import Timeline, budget
from streamlation_desktop.cast.delivery import Delivery
from streamlation_desktop.core.events import CastTelemetry
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue
from streamlation_desktop.media.delivery.segments import TARGET_SECONDS
from streamlation_desktop.web.board import BoardEntry

JOINING = 4.0
"""Seconds of media after the device's first picture in which a caption may have begun before it."""
GOAL = 0.25


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one run."""

    name: str
    entry: BoardEntry
    delivery: Delivery
    language: LanguageCode
    lags: Sequence[float]
    """From the first word of a sentence to its caption."""
    arrived: Sequence[float]
    """How far the screen was behind what had arrived here."""
    out: Sequence[float]
    """And behind what the device could fetch."""
    timeline: Timeline
    telemetry: CastTelemetry | None
    wrong: Sequence[str]
    probe: Any


def report(outcome: Outcome) -> None:
    """Print all of it."""
    if not outcome.probe["shown"]:
        _row(outcome, "nothing was shown", f"{outcome.wrong} {outcome.probe['errors'][:3]}; {_whereabouts(outcome)}")
        return
    _report_captions(outcome)
    _report_delay(outcome)
    if outcome.telemetry is not None:
        telemetry = outcome.telemetry
        _row(outcome, "stalls / s waited", f"{telemetry.stalls} / {telemetry.buffering_seconds:.1f}")
    if outcome.wrong or outcome.probe["errors"]:
        _row(outcome, "told", f"{outcome.wrong} {outcome.probe['errors'][:3]}")


def _report_captions(outcome: Outcome) -> None:
    probe, captions = outcome.probe, outcome.entry.captions
    assert captions is not None
    joined = min(latest for _, _, latest in probe["shown"])  # the look before the first one was at nothing
    cues = captions.cues(outcome.language)
    due = [cue for cue in cues if joined + JOINING < cue.span.start < probe["time"] - 1]
    found = [(cue, _off(cue, probe["shown"])) for cue in due]
    apart = [each for _, each in found if each is not None]
    _row(outcome, "captions shown / due", f"{len(apart)} / {len(due)}")
    for cue in (cue for cue, each in found if each is None):
        there = [text for text, earliest, _ in probe["shown"] if abs(earliest - cue.span.start) < 3]
        _row(outcome, "  never shown; then there was", f"{cue.span.start:.2f} {cue.text!r}; {there}")
    if apart:
        _row(outcome, "first showing off its time, p50 / max s", f"{statistics.median(apart):.2f} / {max(apart):.2f}")
    _row(outcome, f"off by more than {GOAL} s", str(sum(each > GOAL for each in apart)))


def _report_delay(outcome: Outcome) -> None:
    publisher = outcome.delivery.publisher
    assert publisher is not None
    _row(outcome, "segments that went without their captions", str(publisher.late))
    lags = sorted(outcome.lags)
    high = lags[int(0.95 * (len(lags) - 1))]
    spread = f"{statistics.median(lags):.1f} / {high:.1f} / {lags[-1]:.1f}"
    _row(outcome, "a sentence's first word to its caption, p50 / p95 / max s", spread)
    settled = sorted(outcome.arrived[len(outcome.arrived) // 4 :])
    goals = f"goal {high + 3 * TARGET_SECONDS:.1f}; by the longest lag {lags[-1] + 3 * TARGET_SECONDS:.1f}"
    usual, longest = statistics.median(settled), settled[int(0.95 * (len(settled) - 1))]
    _row(outcome, "arrival to screen, p50 / p95 s", f"{usual:.1f} / {longest:.1f} ({goals})")
    spread = f"{statistics.median(outcome.out):.1f} / {max(outcome.out):.1f}"
    _row(outcome, "what the device could fetch to its screen, p50 / max s", spread)
    rows = outcome.timeline.steps(publisher)
    for step, usual, longest in budget(rows) if rows else ():
        _row(outcome, f"a segment's end {step}, p50 / max s", f"{usual:.1f} / {longest:.1f}")


def _row(outcome: Outcome, what: str, found: str) -> None:
    print(f"| {outcome.name}: {what} | {found} |")


def _off(cue: Cue, shown: list[tuple[str, float, float]]) -> float | None:
    """Seconds between a caption's time and its first showing, which was between two looks at the screen."""
    text, start = "\n".join(cue.lines), cue.span.start
    times = [
        max(0.0, earliest - start, start - latest)
        for known, earliest, latest in shown
        if known == text and earliest < cue.span.end + 1 and latest > start - 1
    ]
    return min(times, default=None)


def _whereabouts(outcome: Outcome) -> str:
    """Where captions that are not on the screen stayed."""
    feed, delivery = outcome.entry.captions, outcome.delivery
    if feed is None or delivery.publisher is None:
        return "nothing was served"
    made, out = [cue.span.start for cue in feed.cues(outcome.language)], delivery.publisher.published_to
    fetched = len([hit for hit in delivery.share.hits(".vtt") if hit.is_readable])
    final = f"final to {feed.committed_to:.1f}, out to {out:.1f}, {fetched} fetched"
    return f"{delivery.level.value}: captions at {made}, {final}; on the screen {outcome.probe['tracks']}"
