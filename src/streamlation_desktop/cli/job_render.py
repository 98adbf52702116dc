"""Dubbing jobs on a terminal."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn

from streamlation_desktop.cli.render import clock, engine_label, print_json
from streamlation_desktop.core.events import (
    Degraded,
    EngineChosen,
    Envelope,
    EventBus,
    JobProgressed,
    OutputWritten,
    Warned,
)
from streamlation_desktop.core.jobs import JobState
from streamlation_desktop.core.terminal import harmless
from streamlation_desktop.storage.job_records import JobEvent, JobRecord, TrackRecord


class DubRenderer:
    """One bar for each language of each job, on standard error. Used as a context manager around the queue."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.fields[job]} {task.fields[language]:<3}"),
            TextColumn("{task.description:<11}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("[dim]{task.fields[eta]}"),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._bars: dict[tuple[str, str], TaskID] = {}
        self._said: set[str] = set()

    @classmethod
    @contextmanager
    def shown(cls, events: EventBus, *, as_json: bool, quiet: bool) -> Iterator[None]:
        """Show what `events` carries as the flags say."""
        if as_json:
            events.subscribe(print_json)
        if as_json or quiet:
            yield
            return
        with cls() as renderer:
            events.subscribe(renderer.handle)
            yield

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
            case JobProgressed() as progress:
                self._advance(progress)
            case EngineChosen(task, origin):
                self._line(f"{task}: {engine_label(origin)}", "dim")
            case Degraded(reason, chosen):
                self._line(f"note: {reason}; using {chosen}", "yellow")
            case Warned(message, hint):
                self._line(f"warning: {message}", "yellow")
                if hint:
                    self._line(f"hint: {hint}", "dim")
            case OutputWritten(path):
                self._line(f"wrote {path}", "bold")

    def _advance(self, progress: JobProgressed) -> None:
        key = (progress.job, progress.language)
        if key not in self._bars:
            self._bars[key] = self._progress.add_task(
                progress.stage.value, total=1.0, job=progress.job[:4], language=progress.language, eta=""
            )
        eta = f"ETA {clock(progress.eta)}" if progress.eta is not None else ""
        self._progress.update(self._bars[key], description=progress.stage.value, completed=progress.fraction, eta=eta)
        if progress.error is not None:
            self._line(f"{progress.language} {progress.stage.value}: {progress.error.message}", "yellow")

    def _line(self, text: str, style: str = "") -> None:
        if text not in self._said:  # several languages say the same
            self._said.add(text)
            self._console.print(escape(harmless(text)), style=style, highlight=False, soft_wrap=True)


def percent(track: TrackRecord) -> int:
    """How far a language is, all stages together."""
    return round(100 * track.whole)


def track_lines(job: JobRecord) -> Iterator[str]:
    """One line for each language, and what went wrong with it."""
    for track in job.tracks:
        state = "failed" if track.is_dead else "waits for another try" if track.error else ""
        told = state or _eta(job, track)
        yield f"{job.id[:8]} {track.language:<3} {track.stage.value:<11} {percent(track):3} %  {told}".rstrip()
        if track.error is not None:
            yield f"  error: {track.error.message}"
            if track.error.hint:
                yield f"  hint: {track.error.hint}"


def job_line(job: JobRecord, *, is_held: bool) -> str:
    """A job in one line; one that nobody holds was left by a process that ended."""
    languages = ", ".join(
        f"{track.language} {track.stage.value} {percent(track)} % {_eta(job, track)}".rstrip() for track in job.tracks
    )
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(job.created))
    state = "stopped" if job.state is JobState.RUNNING and not is_held else job.state.value
    return f"{job.id[:8]}  {state:<9} {when}  {job.location}  [{languages}]"


def _eta(job: JobRecord, track: TrackRecord) -> str:
    """When the stage of a language that is being worked on will be done."""
    eta = track.eta(time.time()) if job.state is JobState.RUNNING else None
    return f"ETA {clock(eta)}" if eta is not None else ""


def event_line(event: JobEvent) -> str:
    """One entry of the trail."""
    when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(event.wall_time))
    where = f"{event.language} {event.stage.value}" if event.language else "job"
    return f"{when}  {where:<16} {event.kind}{f': {event.detail}' if event.detail else ''}"
