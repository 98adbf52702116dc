"""The history on a terminal, or as JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter
from rich.console import Console
from rich.table import Table
from rich.text import Text

from streamlation_desktop.cli.render import clock, summary_lines
from streamlation_desktop.core.terminal import harmless
from streamlation_desktop.storage.records import SessionDetails, SessionRecord
from streamlation_desktop.storage.retention import PurgePlan, Usage
from streamlation_desktop.storage.search import SearchHit


def print_json_lines(values: Sequence[object]) -> None:
    """One JSON object per line."""
    for value in values:
        plain: Any = TypeAdapter(type(value)).dump_python(value, mode="json")
        sys.stdout.write(json.dumps(plain) + "\n")  # ASCII: any terminal, any file name


def print_sessions(sessions: Sequence[SessionRecord], used: Usage) -> None:
    """A table, and how much room the history takes."""
    console = Console()
    if not sessions:
        console.print("no sessions", highlight=False)
        return
    rows = [
        (session.id[:8], _date(session.created), _state(session), _length(session), _languages(session))
        for session in sessions
    ]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column, cells in zip(("id", "date", "state", "length", "languages"), zip(*rows, strict=True), strict=True):
        table.add_column(column, no_wrap=True, min_width=max(map(len, cells)))
    table.add_column("title", overflow="ellipsis", no_wrap=True)  # the one that gives way in a narrow window
    for session, row in zip(sessions, rows, strict=True):
        table.add_row(*row, _plain(session.title))
    console.print(table)
    console.print(
        f"{used.sessions} sessions, {used.cached_translations} cached translations:"
        f" {_megabytes(used.database + used.other_files)}",
        style="dim",
        highlight=False,
    )


def print_details(details: SessionDetails) -> None:
    """All about one session, without its texts."""
    record = details.record
    rows = [
        ("id", record.id),
        ("title", record.title),
        ("source", record.location),
        ("started", _date(record.created)),
        ("changed", _date(record.updated)),
        ("state", _state(record)),
        ("length", _length(record)),
        ("languages", _languages(record)),
        ("captions", ", ".join(details.cue_languages) or "none"),
        ("request", details.request_json),
    ]
    rows += [("file", output.path) for output in details.outputs]
    rows += [("result", line) for line in (summary_lines(details.summary) if details.summary else [])]
    if details.error:
        rows += [("error", f"{details.error.code}: {details.error.message}"), ("hint", details.error.hint)]
    rows += [("event", f"{_date(event.wall_time)} {event.kind} {event.data}") for event in details.events]
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in rows:
        table.add_row(name, _plain(value))
    Console().print(table)


def print_hits(hits: Sequence[SearchHit]) -> None:
    """One line per sentence: where it is said, and the sentence with the words marked."""
    console = Console()
    for hit in hits:
        line = Text.assemble(
            (hit.session_id[:8], "cyan"),
            f" {clock(hit.span.start)} {hit.language} ",
            (harmless(hit.title), "dim"),
            "  ",
        )
        for fragment in hit.fragments:
            line.append(harmless(fragment.text), "bold" if fragment.is_match else "")
        console.print(line, soft_wrap=True)
    if not hits:
        console.print("nothing found", highlight=False)


def print_plan(plan: PurgePlan) -> None:
    """What a purge will remove, on standard error."""
    console = Console(stderr=True)
    for session in plan.sessions:
        line = f"{session.id[:8]} {_date(session.created)} {_length(session):>8} "
        console.print(Text(line).append(_plain(session.title)), soft_wrap=True)
    extra = "the whole translation cache, backups and damaged databases"
    also = extra if plan.everything else f"{plan.cached} cached translations"
    console.print(f"{len(plan.sessions)} sessions with {plan.cues} cues, {also}", highlight=False)


def _plain(text: str) -> Text:
    return Text(harmless(text))  # a plain string in a table would be read as mark-up


def _date(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).astimezone().strftime("%Y-%m-%d %H:%M")


def _state(session: SessionRecord) -> str:
    return "interrupted" if session.is_interrupted else session.state.value


def _length(session: SessionRecord) -> str:
    if session.duration is None:
        return clock(session.done)
    done = session.done >= session.duration - 1
    return clock(session.duration) if done else f"{clock(session.done)}/{clock(session.duration)}"


def _languages(session: SessionRecord) -> str:
    return f"{session.source_language or '?'} → {','.join(session.targets)}".removesuffix(" → ")


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
