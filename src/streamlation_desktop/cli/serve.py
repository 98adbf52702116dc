"""``streamlation serve``: the local API and the companion page."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from streamlation_desktop.cli.languages import parse_languages
from streamlation_desktop.cli.waiting import interrupts
from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.files import disk_errors

if TYPE_CHECKING:
    from streamlation_desktop.web.api import LocalApi

_EPILOG = """\
examples:
  streamlation serve                                     the API for programs of this machine
  streamlation serve talk.mp4 --to es --host 192.168.1.5 captions on any screen of the network
  streamlation serve mic: --from en --to de              what is said here, on the screen of a phone

The API is described at /api/v1/openapi.json. The token that is printed may do everything and ends with the program.
"""
_POLL = 0.2
_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.epilog = _EPILOG
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("input", nargs="?", metavar="INPUT", help="caption this file or address at once")
    parser.add_argument("--to", metavar="LANG[,LANG]", help="translate INPUT into these")
    parser.add_argument("--from", dest="sources", metavar="LANG", help="spoken language of INPUT (default: detected)")
    parser.add_argument("--host", default="127.0.0.1", help="the one address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=8765, help="port; 0 for any (default: 8765)")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from contextlib import closing

    from streamlation_desktop.core.events import EventBus
    from streamlation_desktop.session.remote import RemoteRunner
    from streamlation_desktop.settings.paths import app_paths
    from streamlation_desktop.storage.database import Database
    from streamlation_desktop.web.api import build_api
    from streamlation_desktop.web.casting import build_casting

    if not 0 <= options.port <= 65_535:
        raise UsageError(f"no such port: {options.port}", hint="Give one from 1024 to 65535, or 0 for any.")
    paths = app_paths()
    with disk_errors(paths.data):
        paths.ensure()
    with (
        Database(paths.database) as database,
        build_casting(paths, database, EventBus()) as casting,
        closing(RemoteRunner()) as runner,  # models in a process of their own: the server answers whatever they do
        build_api(paths, database, runner, casting) as api,
        interrupts() as stopped,
    ):
        url = api.listen(options.host, options.port)
        _announce(api, url, options)
        while not stopped.wait(_POLL):  # in slices: a signal is handled between them
            pass
        print("stopping …", file=sys.stderr, flush=True)
    return 0


def _announce(api: LocalApi, url: str, options: argparse.Namespace) -> None:
    from streamlation_desktop.web.codes import terminal_code
    from streamlation_desktop.web.companion_host import reach_advice
    from streamlation_desktop.web.tokens import Scope

    token, _ = api.access.tokens.issue(Scope.ADMIN, label="serve", keep=False)
    print(f"serving at {url}")
    print(f"token: {token}")
    if options.input:
        page = url + _companion(api, options)
        print(f"companion page: {page}")
        if sys.stdout.isatty():
            print(terminal_code(page))
        if options.host not in _THIS_MACHINE:
            print(reach_advice(page), file=sys.stderr)
    sys.stdout.flush()


def _companion(api: LocalApi, options: argparse.Namespace) -> str:
    from streamlation_desktop.session.request import JobRequest, OutputRequest
    from streamlation_desktop.web.starting import start_session

    job = JobRequest(
        options.input,
        sources=parse_languages(options.sources, "--from"),
        targets=parse_languages(options.to, "--to"),
        output=OutputRequest(folder=api.sessions.folders.exports),
    )
    entry = start_session(api.board, job, api.sessions.folders.rings, is_live=_is_live(options.input))
    return api.sessions.companion(entry).path


def _is_live(location: str) -> bool:
    from streamlation_desktop.core.cancel import CancelToken
    from streamlation_desktop.media.delivery.facts import inspect
    from streamlation_desktop.media.names import is_capture

    return is_capture(location) or inspect(location, CancelToken()).is_live
