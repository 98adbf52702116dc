"""``streamlation history``: what was translated before."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from streamlation_desktop.core.errors import OutputExists, UsageError
from streamlation_desktop.core.events import SessionState
from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, parse_language

if TYPE_CHECKING:
    from streamlation_desktop.storage.database import Database
    from streamlation_desktop.storage.records import SessionDetails, SessionRecord

_SORTS = ("created", "updated", "title", "duration")
_STATES = tuple(state.value for state in SessionState if state not in (SessionState.QUEUED, SessionState.STOPPING))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One sub-command per thing to do."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_reading(actions)
    export = _action(actions, "export", "write the captions of a session to a file")
    export.add_argument("session", metavar="ID", help="id of the session, or its beginning")
    export.add_argument("--language", metavar="LANG", help="of the captions (default: the only one there is)")
    export.add_argument("-f", "--format", default="", metavar="FORMAT", help="srt, vtt … (default: by the file name)")
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: standard output")
    export.add_argument("--overwrite", action="store_true", help="replace a file that is there")
    purge = _action(actions, "purge", "remove sessions; files that were written stay")
    purge.add_argument("sessions", nargs="*", metavar="ID", help="ids, or their beginnings")
    purge.add_argument("--older-than", type=float, metavar="DAYS", help="sessions not touched for so long")
    purge.add_argument("--all", action="store_true", help="all sessions, the translation cache and old backups")
    purge.add_argument("-y", "--yes", action="store_true", help="do not ask")


def _add_reading(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    listing = _action(actions, "list", "the sessions, latest first")
    listing.add_argument("text", nargs="?", default="", metavar="TEXT", help="part of the title or location")
    listing.add_argument("--state", choices=_STATES)
    listing.add_argument("--language", metavar="LANG", help="spoken or translated into")
    listing.add_argument("--sort", choices=_SORTS, default="created")
    listing.add_argument("--limit", type=int, default=50, metavar="N", help="default: 50")
    show = _action(actions, "show", "all about one session")
    show.add_argument("session", metavar="ID", help="id of the session, or its beginning")
    search = _action(actions, "search", "find what was said or translated")
    search.add_argument("text", nargs="+", metavar="WORD", help="all must be in one sentence; the last may be cut")
    search.add_argument("--language", metavar="LANG", help="only sentences in this language")
    search.add_argument("--limit", type=int, default=20, metavar="N", help="default: 20")
    for parser in (listing, show, search):
        parser.add_argument("--json", action="store_true", help="one JSON object per line")


def _action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], name: str, summary: str
) -> argparse.ArgumentParser:
    return actions.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")


def run(args: argparse.Namespace) -> int:
    """Do what the sub-command says.

    Raises:
        UsageError: no such session or language, or nothing to purge was named.
        StorageError: the disk or the database refuses.
    """
    from streamlation_desktop.settings.paths import app_paths
    from streamlation_desktop.storage.database import Database

    with Database(app_paths().database) as database:
        for warning in database.warnings:
            print(f"warning: {warning.message}\nhint: {warning.hint}", file=sys.stderr)
        match args.action:
            case "list":
                _list(database, args)
            case "show":
                _show(database, args)
            case "search":
                _search(database, args)
            case "export":
                _export(database, args)
            case "purge":
                _purge(database, args)
    return 0


def _list(database: Database, args: argparse.Namespace) -> None:
    from streamlation_desktop.cli import history_render
    from streamlation_desktop.storage.history import History
    from streamlation_desktop.storage.records import HistoryFilter, SortBy
    from streamlation_desktop.storage.retention import usage

    wanted = HistoryFilter(
        text=args.text,
        state=SessionState(args.state) if args.state else None,
        language=_language(args.language),
        sort=SortBy(args.sort),
        limit=_positive(args.limit),
    )
    sessions = History(database).list(wanted)
    if args.json:
        history_render.print_json_lines(sessions)
    else:
        history_render.print_sessions(sessions, usage(database))


def _show(database: Database, args: argparse.Namespace) -> None:
    from streamlation_desktop.cli import history_render
    from streamlation_desktop.storage.history import History

    details = History(database).show(args.session)
    if args.json:
        history_render.print_json_lines([details])
    else:
        history_render.print_details(details)


def _search(database: Database, args: argparse.Namespace) -> None:
    from streamlation_desktop.cli import history_render
    from streamlation_desktop.storage.search import search

    hits = search(database, " ".join(args.text), language=_language(args.language), limit=_positive(args.limit))
    if args.json:
        history_render.print_json_lines(hits)
    else:
        history_render.print_hits(hits)


def _export(database: Database, args: argparse.Namespace) -> None:
    from streamlation_desktop.core.files import write_atomically
    from streamlation_desktop.storage.history import History
    from streamlation_desktop.subtitles.document import SubtitleDocument, SubtitleMetadata
    from streamlation_desktop.subtitles.formats.registry import format_for

    history = History(database)
    details = history.show(args.session)
    language = _caption_language(details, _language(args.language))
    engines = details.summary.engines if details.summary else ()
    metadata = SubtitleMetadata(details.record.title, details.record.source_language, engines)
    session = details.record.id
    document = SubtitleDocument(history.cues(session, language), language, metadata, history.words(session))
    data = format_for(args.format or args.output or "srt").serialize(document)
    if args.output is None:
        sys.stdout.buffer.write(data)
        return
    if args.output.exists() and not args.overwrite:
        raise OutputExists(f"{args.output} exists", hint="Overwrite it with --overwrite, or choose another name.")
    write_atomically(args.output, data)
    print(f"wrote {args.output}", file=sys.stderr)


def _purge(database: Database, args: argparse.Namespace) -> None:
    from streamlation_desktop.cli import history_render
    from streamlation_desktop.storage.retention import plan_purge, purge

    plan = plan_purge(database, _doomed(database, args), everything=args.all)
    if not plan.sessions and not plan.everything:
        print("nothing to remove", file=sys.stderr)
        return
    history_render.print_plan(plan)
    if not args.yes and not _confirmed():
        print("nothing was removed", file=sys.stderr)
        return
    kept = purge(database, plan)
    for session in kept:
        print(f"kept {session.id[:8]}: it is running", file=sys.stderr)
    print(f"removed {len(plan.sessions) - len(kept)} sessions", file=sys.stderr)


def _doomed(database: Database, args: argparse.Namespace) -> Sequence[SessionRecord]:
    from streamlation_desktop.storage.history import History
    from streamlation_desktop.storage.records import HistoryFilter

    if bool(args.sessions) + (args.older_than is not None) + args.all != 1:
        raise UsageError("say what to purge", hint="Give ids, or --older-than DAYS, or --all.")
    history = History(database)
    if args.sessions:
        return list(dict.fromkeys(history.find(prefix) for prefix in args.sessions))
    if args.all:
        return history.list()
    if not args.older_than >= 0:
        raise UsageError("--older-than must not be negative", hint="For example --older-than 30.")
    return history.list(HistoryFilter(before=time.time() - args.older_than * 86_400))


def _confirmed() -> bool:
    print("Remove this? It cannot be undone. [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _caption_language(details: SessionDetails, wanted: LanguageCode | None) -> LanguageCode:
    there = details.cue_languages
    if wanted is None and len(there) == 1:
        return there[0]
    if wanted is None or wanted not in there:
        problem = "which language?" if wanted is None and there else f"no captions in {wanted or 'any language'}"
        raise UsageError(problem, hint=f"There are captions in: {', '.join(there) or 'none'}. Use --language.")
    return wanted


def _language(text: str | None) -> LanguageCode | None:
    if text is None:
        return None
    try:
        return parse_language(text)
    except UnknownLanguage as exc:
        raise UsageError(str(exc), hint="Give a code like es or a name like Spanish.") from exc


def _positive(limit: int) -> int:
    if limit < 1:
        raise UsageError("--limit must be positive", hint="For example --limit 20.")
    return limit
