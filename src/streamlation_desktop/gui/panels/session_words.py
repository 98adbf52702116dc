"""A session in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from streamlation_desktop.core.events import LiveStats, StageStats
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.state.phase import Phase
from streamlation_desktop.gui.state.session_view import SessionView
from streamlation_desktop.gui.widgets.facts import joined
from streamlation_desktop.gui.widgets.times import clock, duration, figures

_BUSY = 0.9
"""Compute per second of sound from which on it is worth a word."""


def percent(fraction: float | None) -> int:
    """0..100."""
    return round(100 * (fraction or 0.0))


def _percent(fraction: float | None) -> str:
    return figures(str(percent(fraction)))


def phase_words(session: SessionView) -> str:
    """Where it stands."""
    translate = QCoreApplication.translate
    match session.phase:
        case Phase.WAITING:
            return translate("Sessions", "Waiting for its turn")
        case Phase.RUNNING if session.is_live and not session.is_open:
            return translate("Sessions", "Connecting…")
        case Phase.RUNNING if session.interrupted:
            return translate("Sessions", "The stream is away; connecting again…")
        case Phase.RUNNING if session.is_live and session.keeping_up is not None:
            return live_words(session.keeping_up)
        case Phase.RUNNING if session.fraction is None or not session.done:
            return translate("Sessions", "Listening…")
        case Phase.RUNNING:
            return _running_words(session)
        case Phase.PAUSING:
            return translate("Sessions", "Pausing…")
        case Phase.PAUSED:
            return translate("Sessions", "Paused at {0} %").format(_percent(session.fraction))
        case Phase.STOPPING:
            return translate("Sessions", "Stopping…")
        case Phase.DONE:
            return translate("Sessions", "Done")
        case Phase.CANCELLED:
            return translate("Sessions", "Stopped; what was done is kept")
        case Phase.FAILED:
            return translate("Sessions", "Failed; what was done is kept")


def _running_words(session: SessionView) -> str:
    translate = QCoreApplication.translate
    done = translate("Sessions", "Translating: {0} %").format(_percent(session.fraction))
    if session.remaining is None:
        return done
    return f"{done}  ·  " + translate("Sessions", "{0} left").format(duration(session.remaining))


def live_words(stats: LiveStats) -> str:
    """How far the captions are behind what is said, and what it costs."""
    translate = QCoreApplication.translate
    parts = [translate("Sessions", "Live")]
    if stats.lag_p50 is not None and stats.lag_p95 is not None:
        lag = translate("Sessions", "captions {0} s behind (seldom more than {1} s)")
        parts.append(lag.format(figures(f"{stats.lag_p50:.1f}"), figures(f"{stats.lag_p95:.1f}")))
    if stats.load >= _BUSY:
        parts.append(translate("Sessions", "this machine works at its limit ({0} %)").format(_percent(stats.load)))
    if stats.dropped_seconds:
        parts.append(translate("Sessions", "{0} s of sound left out").format(figures(f"{stats.dropped_seconds:.0f}")))
    if stats.reconnects:
        parts.append(translate("Sessions", "reconnections: {0}").format(figures(str(stats.reconnects))))
    return joined(*parts)


def live_details(session: SessionView) -> str:
    """All that is measured of a live session, a line each; empty before that."""
    translate, stats = QCoreApplication.translate, session.keeping_up
    if stats is None:
        return ""
    lines = [session.interrupted] if session.interrupted else []
    if stats.translation_lag_p50 is not None:
        lines.append(
            translate("Sessions", "translation {0} s behind").format(figures(f"{stats.translation_lag_p50:.1f}"))
        )
    lines.append(translate("Sessions", "words taken back: {0} %").format(_percent(stats.revised_words)))
    lines.append(translate("Sessions", "{0} s of sound left out").format(figures(f"{stats.dropped_seconds:.0f}")))
    lines.append(translate("Sessions", "reconnections: {0}").format(figures(str(stats.reconnects))))
    lines.append(
        translate("Sessions", "work per second of sound: {0} % ({1})").format(_percent(stats.load), stats.level)
    )
    for name in ("recognize", "translate"):
        if name in session.stages:
            lines.append(f"{stage_name(name)}: {stage_words(session.stages[name])}")
    return "\n".join(lines)


def languages_words(session: SessionView) -> str:
    """``English → español``."""
    spoken = readable_name(session.language) if session.language else "…"
    targets = ", ".join(readable_name(code) for code in session.job.targets)
    return f"{spoken} → {targets}" if targets else spoken


def engines_words(session: SessionView) -> str:
    """What does the work."""
    return ", ".join(dict.fromkeys(f"{origin.engine} {origin.model}".strip() for origin in session.engines.values()))


def stage_name(stage: str) -> str:
    """A stage of the pipeline for people."""
    translate = QCoreApplication.translate
    names = {
        "ingest": translate("Sessions", "Reading"),
        "segment": translate("Sessions", "Finding speech"),
        "recognize": translate("Sessions", "Recognizing"),
        "caption": translate("Sessions", "Translating"),
        "translate": translate("Sessions", "Translating"),
    }
    return names.get(stage, stage)


def stage_words(stats: StageStats) -> str:
    """What a stage has done, and what waits for it."""
    translate = QCoreApplication.translate
    parts = []
    if stats.media_seconds:
        parts.append(clock(stats.media_seconds))
        factor = stats.busy_seconds / stats.media_seconds
        parts.append(translate("Sessions", "real-time factor {0}").format(figures(f"{factor:.2f}")))
    parts.append(translate("Sessions", "{0} waiting").format(figures(str(stats.queued))))
    if stats.dropped:
        parts.append(translate("Sessions", "{0} dropped").format(figures(str(stats.dropped))))
    return joined(*parts)
