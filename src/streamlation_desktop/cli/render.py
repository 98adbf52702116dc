"""Events on a terminal: a progress bar, plain messages, a summary."""

from __future__ import annotations

import json
import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

from streamlation_desktop.core.events import (
    Degraded,
    EngineChosen,
    Envelope,
    LanguageDetected,
    OutputWritten,
    Progressed,
    SessionSummary,
    SourceOpened,
    StreamInterrupted,
    StreamResumed,
    StreamTitled,
    Summarized,
    Warned,
)
from streamlation_desktop.core.language import language_name
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.core.terminal import harmless
from streamlation_desktop.core.types import Origin
from streamlation_desktop.session.wire import encode_envelope


def clock(seconds: float) -> str:
    """``1:02:03`` or ``2:03``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def engine_label(origin: Origin) -> str:
    """``faster-whisper small`` or ``pocketsphinx en-us (starter quality)``."""
    return f"{origin.engine} {origin.model}" + (f" ({origin.quality} quality)" if origin.quality else "")


def print_json(envelope: Envelope) -> None:
    """Write one event as one line of JSON on standard output."""
    sys.stdout.write(json.dumps(encode_envelope(envelope), ensure_ascii=False) + "\n")
    sys.stdout.flush()


class TerminalRenderer:
    """Shows a session on standard error. Used as a context manager around the session."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description:<11}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[position]}"),
            TextColumn("ETA"),
            TimeRemainingColumn(compact=True),
            TextColumn("[dim]{task.fields[note]}"),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}
        self._languages: set[str] = set()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._progress.stop()

    def handle(self, envelope: Envelope) -> None:
        """Show one event; safe on any thread."""
        match envelope.event:
            case SourceOpened(source):
                self._show_source(source)
            case EngineChosen() as chosen:
                self._line(
                    f"{chosen.task}: {engine_label(chosen.origin)} on {chosen.device} {chosen.compute_type}", "dim"
                )
            case LanguageDetected() as detected:
                self._show_language(detected)
            case Progressed() as progress:
                self._show_progress(progress)
            case Degraded(reason, chosen):
                self._line(f"note: {reason}; using {chosen}", "yellow")
            case Warned(message, hint):
                self._line(f"warning: {message}", "yellow")
                if hint:
                    self._line(f"hint: {hint}", "dim")
            case StreamInterrupted(_, reason):
                self._line(f"stream lost: {reason}; connecting again", "yellow")
            case StreamResumed(at, gap):
                self._line(f"stream is back at {clock(at)}; {gap:.0f} s are missing", "yellow")
            case StreamTitled(_, title) if title:
                self._line(f"on air: {title}", "dim")
            case OutputWritten(path):
                self._line(f"wrote {path}", "bold")
            case Summarized(summary):
                for line in summary_lines(summary):
                    self._line(line)

    def _line(self, text: str, style: str = "") -> None:
        self._console.print(escape(harmless(text)), style=style, highlight=False, soft_wrap=True)

    def _show_source(self, source: SourceInfo) -> None:
        length = clock(source.duration) if source.duration else "live" if source.is_live else "unknown length"
        tracks = f", {len(source.audio)} audio tracks" if len(source.audio) > 1 else ""
        self._line(f"{source.location}: {source.container}, {length}{tracks}")

    def _show_language(self, event: LanguageDetected) -> None:
        if event.language not in self._languages:
            self._languages.add(event.language)
            self._line(f"language: {language_name(event.language)} ({event.probability:.0%})")

    def _show_progress(self, event: Progressed) -> None:
        if event.task not in self._tasks:
            self._tasks[event.task] = self._progress.add_task(event.task, total=event.total, position="", note="")
        position = clock(event.done) if event.unit == "s" else f"{event.done / 1e6:.0f} MB"
        if event.total and event.unit == "s":
            position += f" of {clock(event.total)}"
        self._progress.update(self._tasks[event.task], completed=event.done, total=event.total, position=position)


def summary_lines(summary: SessionSummary) -> list[str]:
    """What a finished session did, in words."""
    factor = summary.wall_seconds / summary.media_seconds if summary.media_seconds else 0.0
    cues = ", ".join(f"{count} cues in {language_name(code)}" for code, count in summary.cues.items()) or "no speech"
    times = f"{clock(summary.media_seconds)} in {clock(summary.wall_seconds)}"
    lines = [
        f"done: {times} (real-time factor {factor:.2f}); {cues}",
        "engines: " + "; ".join(dict.fromkeys(engine_label(origin) for origin in summary.engines)),
    ]
    if summary.resumed_seconds:
        lines.append(f"resumed: {clock(summary.resumed_seconds)} were done before")
    if summary.warnings:
        lines.append(f"warnings: {len(summary.warnings)}")
    return lines
