"""Runs one job under Ctrl-C, showing its events."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from types import FrameType

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.session.runner import Request, Runner
from streamlation_desktop.settings.schema import Settings
from streamlation_desktop.settings.store import LoadedSettings

EXIT_INTERRUPTED = 130


def run_job(
    request: Request,
    loaded: LoadedSettings,
    *,
    remote: bool,
    show: Callable[[EventBus], AbstractContextManager[None]],
    stopped: str = "stopped: what is done is kept; the same command goes on from there",
) -> int:
    """Run to the end; returns the exit code.

    Args:
        request: a job or a live session.
        loaded: the settings.
        remote: run it in the engine process.
        show: shows the events while its context lasts.
        stopped: what to say when the job was cancelled.

    Raises:
        StreamlationError: the job failed.
    """
    events, token = EventBus(), CancelToken()
    with _runner(loaded.settings, remote=remote) as runner:
        try:
            with show(events), interrupts(token):
                for warning in loaded.warnings:
                    events.publish(warning)
                runner.run(request, events, token)
        except Cancelled:
            _say(stopped)
            sys.stdout.flush()
            os._exit(EXIT_INTERRUPTED)  # a model may be deep in a native call, which must not be torn down under it
    return 0


@contextmanager
def show_job(events: EventBus, *, as_json: bool, quiet: bool) -> Iterator[None]:
    """Events as lines of JSON, on the terminal, or not at all."""
    if as_json:
        from streamlation_desktop.cli.render import print_json

        events.subscribe(print_json)
        yield
    elif quiet:
        yield
    else:
        from streamlation_desktop.cli.render import TerminalRenderer

        with TerminalRenderer() as renderer:
            events.subscribe(renderer.handle)
            yield


@contextmanager
def _runner(settings: Settings, *, remote: bool) -> Iterator[Runner]:
    if remote:
        from streamlation_desktop.session.remote import RemoteRunner

        runner = RemoteRunner()
        try:
            yield runner
        finally:
            runner.close()
        return
    from streamlation_desktop.app import build_services
    from streamlation_desktop.session.local import LocalRunner

    with build_services(history=settings.history) as services:
        yield LocalRunner(services)


@contextmanager
def interrupts(token: CancelToken) -> Iterator[None]:
    """The first Ctrl-C or SIGTERM stops the job, a second one the program."""

    def stop(number: int, frame: FrameType | None) -> None:
        if stopping.is_set():
            os._exit(EXIT_INTERRUPTED)
        _say("stopping …")
        # Not here: the interrupted thread may hold a lock that a callback of the token needs.
        threading.Thread(target=token.cancel, name="cancel", daemon=True).start()
        stopping.set()

    stopping = threading.Event()
    previous = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
