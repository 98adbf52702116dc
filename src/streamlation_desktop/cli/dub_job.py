"""Runs dubbing jobs under Ctrl-C, showing what happens."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from streamlation_desktop.app import build_services
from streamlation_desktop.cli.job import EXIT_INTERRUPTED, interrupts
from streamlation_desktop.cli.job_render import DubRenderer, track_lines
from streamlation_desktop.cli.main import EXIT_CODES, EXIT_DEFECT
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.core.language import LanguageCode, language_name
from streamlation_desktop.jobs.offered_voices import offered_voices
from streamlation_desktop.jobs.queue import JobQueue
from streamlation_desktop.jobs.request import DubRequest
from streamlation_desktop.jobs.submitting import submit
from streamlation_desktop.session.remote import RemoteRunner
from streamlation_desktop.session.services import Services
from streamlation_desktop.settings.store import LoadedSettings
from streamlation_desktop.storage.job_records import JobRecord
from streamlation_desktop.storage.jobs import JobStore


def run_dub(request: DubRequest, loaded: LoadedSettings, *, queue: bool, as_json: bool, quiet: bool) -> int:
    """Queue a job and do it; returns the exit code.

    Raises:
        StreamlationError: it cannot be queued.
    """
    with build_services(history=loaded.settings.history, dubbing=loaded.settings.dubbing) as services:
        job = submit(services, request)
        if queue:
            print(job.id[:8])
            return 0
        return run_jobs(services, loaded, [job.id], as_json=as_json, quiet=quiet)


def run_jobs(
    services: Services, loaded: LoadedSettings, only: Sequence[str] | None, *, as_json: bool, quiet: bool
) -> int:
    """Do jobs of the queue until none can go on; the exit code is that of the first that failed."""
    events, token = EventBus(), CancelToken()
    store = JobStore(services.database)
    before = {job.id for job in store.list() if _is_open(job)} if only is None else set(only)
    engine = RemoteRunner()
    worker = JobQueue(services, events, engine=engine)
    try:
        with DubRenderer.shown(events, as_json=as_json, quiet=quiet), interrupts(token):
            for warning in loaded.warnings:
                events.publish(warning)
            worker.run(token, only)
    except Cancelled:
        engine.close()  # what it does is ended by force where it does not listen: nothing is left behind
        print("stopped: what is done is kept; the same command goes on from there", file=sys.stderr, flush=True)
        sys.stdout.flush()
        os._exit(EXIT_INTERRUPTED)  # a model may be deep in a native call, which must not be torn down under it
    finally:
        worker.close()
        engine.close()
    done = [job for job in store.list() if job.id in before]
    for job in done:
        for line in track_lines(job) if not quiet or exit_code(job) else ():
            print(line, file=sys.stderr)
    return next((code for job in done if (code := exit_code(job))), 0)


def exit_code(job: JobRecord) -> int:
    """0, or the code of the first error."""
    for track in job.tracks:
        if track.error is not None:
            return EXIT_CODES.get(track.error.code.partition(".")[0], EXIT_DEFECT)
    return 0


def list_voices(language: LanguageCode) -> int:
    """Print the voices that speak a language."""
    with build_services() as services:
        found = list(offered_voices(services, language))
        for each in found:
            quality = f"  ({each.quality} quality)" if each.quality else ""
            name = f"{each.model}/{each.voice}" if each.voice else each.model
            print(f"{name:<40} {each.name}{quality}")
    if not found:
        print(f"nothing installed speaks {language_name(language)}", file=sys.stderr)
    return 0 if found else 4


def _is_open(job: JobRecord) -> bool:
    return any(not track.is_done and not track.is_dead for track in job.tracks)
