"""``streamlation jobs``: the queue of dubbing jobs."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from streamlation_desktop.cli.jobs_keep import keep
from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, parse_language
from streamlation_desktop.core.terminal import harmless

if TYPE_CHECKING:
    from streamlation_desktop.core.jobs import Stage
    from streamlation_desktop.jobs.control import JobControl
    from streamlation_desktop.jobs.request import VoiceChoice
    from streamlation_desktop.storage.database import Database
    from streamlation_desktop.storage.job_records import JobRecord

_STAGES = ("stt", "translating", "dubbing", "mixing", "exporting")
_SIMPLE = {
    "pause": "stop for now",
    "resume": "go on with what was paused or cancelled",
    "cancel": "stop for good",
    "retry": "try again, at once, what failed",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One sub-command per thing to do."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = _action(actions, "list", "the jobs, the oldest first")
    listing.add_argument("--dead", action="store_true", help="only those with a language that failed for good")
    shown = _action(actions, "show", "all about one job, with its trail and the lines of the dub")
    shown.add_argument("job", metavar="ID", help="id of the job, or its beginning")
    for listed in (listing, shown):
        listed.add_argument("--json", action="store_true", help="as JSON")
    for name, summary in _SIMPLE.items():
        _action(actions, name, summary).add_argument("job", metavar="ID", help="id of the job, or its beginning")
    _add_changes(actions)
    kept = _action(actions, "keep", "show or set how long finished files stay")
    kept.add_argument("time", nargs="?", metavar="TIME", help="48h (the usual one), 7d, or all: until they are deleted")
    work = _action(actions, "run", "do what is in the queue, until nothing can go on")
    work.add_argument("job", nargs="*", metavar="ID", help="only these jobs")
    work.add_argument("--json", action="store_true", help="one event per line as JSON on standard output")
    work.add_argument("-q", "--quiet", action="store_true", help="print nothing but errors")


def _add_changes(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    replay = _action(actions, "replay", "do again from a stage on (default: the one that failed)")
    replay.add_argument("job", metavar="ID")
    replay.add_argument("--stage", choices=_STAGES)
    replay.add_argument("--language", metavar="LANG", help="only this language")
    edit = _action(actions, "edit", "have a line of the dub say something else")
    edit.add_argument("job", metavar="ID")
    edit.add_argument("language", metavar="LANG")
    edit.add_argument("line", type=int, metavar="LINE", help="its number: see jobs show")
    edit.add_argument("text", metavar="TEXT")
    voice = _action(actions, "voice", "give the dub, or one speaker in it, another voice")
    voice.add_argument("job", metavar="ID")
    voice.add_argument("voice", metavar="LANG[:SPEAKER]=VOICE", help="see dub --list-voices; auto: as it was")
    name = _action(actions, "name", "call a speaker by a name")
    name.add_argument("job", metavar="ID")
    name.add_argument("speaker", metavar="SPEAKER")
    name.add_argument("name", metavar="NAME")
    delete = _action(actions, "delete", "forget a job and its intermediate files")
    delete.add_argument("job", metavar="ID")
    delete.add_argument("--with-files", action="store_true", help="also remove the finished files")


def _action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], name: str, summary: str
) -> argparse.ArgumentParser:
    return actions.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")


def run(options: argparse.Namespace) -> int:
    """Do what the sub-command says.

    Raises:
        UsageError: no such job, or it is in no state for that.
        StorageError: the disk or the database refuses.
    """
    from streamlation_desktop.jobs.control import JobControl
    from streamlation_desktop.settings.paths import app_paths
    from streamlation_desktop.storage.database import Database

    if options.action == "run":
        return _work(options)
    paths = app_paths()
    with Database(paths.database) as database:
        if options.action == "list":
            _list(database, options)
            return 0
        if options.action == "keep":
            keep(paths, database, options.time)
            return 0
        control = JobControl(database)
        job = control.store.find(options.job)
        if options.action == "show":
            _show(database, job, options)
        elif options.action in _SIMPLE:
            getattr(control, options.action)(job)
        else:
            _change(control, job, options)
    return 0


def _work(options: argparse.Namespace) -> int:
    from streamlation_desktop.app import build_services
    from streamlation_desktop.cli.dub_job import run_jobs
    from streamlation_desktop.settings.paths import app_paths
    from streamlation_desktop.settings.store import load_settings
    from streamlation_desktop.storage.jobs import JobStore

    loaded = load_settings(app_paths().settings_file, os.environ)
    with build_services(history=loaded.settings.history, dubbing=loaded.settings.dubbing) as services:
        store = JobStore(services.database)
        only = [store.find(prefix).id for prefix in options.job] or None
        return run_jobs(services, loaded, only, as_json=options.json, quiet=options.quiet)


def _list(database: Database, options: argparse.Namespace) -> None:
    from streamlation_desktop.cli.job_render import job_line
    from streamlation_desktop.storage.codec import canonical
    from streamlation_desktop.storage.jobs import JobStore

    jobs = JobStore(database).list()
    if options.dead:
        jobs = tuple(job for job in jobs if any(track.is_dead for track in job.tracks))
    if not jobs and not options.json:
        print("no language of a job has failed" if options.dead else "no jobs", file=sys.stderr)
    for job in jobs:
        print(canonical(job) if options.json else harmless(job_line(job, is_held=_is_held(database, job))))
        for track in job.tracks if options.dead and not options.json else ():
            if track.is_dead and track.error is not None:
                print(harmless(f"  {track.language} {track.stage.value}: {track.error.message} ({track.error.code})"))


def _is_held(database: Database, job: JobRecord) -> bool:
    from streamlation_desktop.storage.lease import Lease

    return Lease(database.path, job.id).is_held


def _show(database: Database, job: JobRecord, options: argparse.Namespace) -> None:
    from streamlation_desktop.cli.job_render import event_line, job_line, track_lines
    from streamlation_desktop.core.jobs import Stage
    from streamlation_desktop.jobs.results import DubResult
    from streamlation_desktop.storage.codec import canonical
    from streamlation_desktop.storage.job_assets import JobAssets
    from streamlation_desktop.storage.job_results import JobResults
    from streamlation_desktop.storage.jobs import JobStore

    events = JobStore(database).events(job.id)
    if options.json:
        trail = [json.loads(canonical(event)) for event in events]
        print(json.dumps(json.loads(canonical(job)) | {"events": trail}, ensure_ascii=False))
        return
    summary = job_line(job, is_held=_is_held(database, job))
    told = [summary, *track_lines(job), "", *(event_line(event) for event in events)]
    print(harmless("\n".join(told)))
    for track in job.tracks:
        dub = JobResults(database).latest(DubResult, job.id, track.language, Stage.DUBBING)
        for line in dub.lines if dub else ():
            head = f"{track.language} {line.line:>4}  {line.start:8.2f}  x{line.tempo:.2f}  {line.speaker}"
            print(harmless(f"{head}  {line.text}"))
    for asset in JobAssets(database).of(job.id):
        print(f"file  {asset.path}")


def _change(control: JobControl, job: JobRecord, options: argparse.Namespace) -> None:
    from streamlation_desktop.cli.dub import voice_choice
    from streamlation_desktop.jobs.keys import request_of
    from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap

    match options.action:
        case "replay":
            control.replay(job, _stage(options.stage), _language(options.language) if options.language else None)
        case "edit":
            control.edit(job, _language(options.language), options.line, options.text)
            _tell_changed(job)
        case "voice":
            chosen = voice_choice(options.voice)
            if chosen.synthesizer != "auto":
                _require_voice(chosen)
            voice = MappedVoice(chosen.synthesizer, chosen.voice) if chosen.synthesizer != "auto" else None
            control.change_voice(job, chosen.language, chosen.speaker, voice)
            _tell_changed(job)
        case "name":
            VoiceMap(control.database).rename(request_of(job).project_name, options.speaker, options.name)
        case "delete":
            for path in control.delete(job, with_files=options.with_files):
                print(f"removed {Path(path)}", file=sys.stderr)


def _require_voice(chosen: VoiceChoice) -> None:
    from streamlation_desktop.app import build_services
    from streamlation_desktop.jobs.offered_voices import require_voice
    from streamlation_desktop.storage.voice_map import MappedVoice

    with build_services() as services:
        require_voice(services, chosen.language, MappedVoice(chosen.synthesizer, chosen.voice))


def _tell_changed(job: JobRecord) -> None:
    print(f"it is heard when the job has run again: streamlation jobs run {job.id[:8]}", file=sys.stderr)


def _stage(name: str | None) -> Stage | None:
    from streamlation_desktop.core.jobs import Stage

    return None if name is None else Stage(name)


def _language(text: str) -> LanguageCode:
    try:
        return parse_language(text)
    except UnknownLanguage as exc:
        raise UsageError(str(exc), hint="Give a code like es or a name like Spanish.") from exc
