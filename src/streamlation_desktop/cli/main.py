"""The table of verbs, and what happens to their errors."""

from __future__ import annotations

import difflib
import importlib
import logging
import sys
from collections.abc import Sequence

from streamlation_desktop import __version__
from streamlation_desktop.cli.parser import Parser
from streamlation_desktop.core.errors import Cancelled, StreamlationError, UsageError
from streamlation_desktop.core.terminal import harmless

EXIT_CODES = {"usage": 2, "settings": 2, "source": 3, "engine": 4, "model": 4, "storage": 5, "cast": 6, "update": 7}
"""By the family of the error's code."""
EXIT_DEFECT = 70
EXIT_INTERRUPTED = 130

VERBS = {
    "gui": "open the window, with files or addresses if given",
    "run": "translate a file or stream into subtitles",
    "live": "caption a live stream while it runs",
    "translate": "translate text and subtitle files",
    "dub": "speak the translation of a file, as sound, video and captions",
    "jobs": "the queue of dubbing jobs: list, show, run, pause, retry, edit, delete",
    "models": "list, install, import, verify and remove models",
    "extras": "optional parts: more engines, libraries for an NVIDIA card",
    "history": "what was translated before: list, show, search, export, purge",
    "lint": "check a subtitle file for readability and timing",
    "cast": "play a file or stream with its translation on a device of the network",
    "serve": "the local API and the companion page for any screen",
    "devices": "what this machine can compute on",
    "update": "ask whether there is a newer version",
    "doctor": "what works on this machine, and what to do about the rest",
}
_HIDDEN_VERBS = {"engine-process": "the supervised engine process", "selftest": "try every part of this installation"}

log = logging.getLogger(__name__)


def run(arguments: Sequence[str]) -> int:
    """Run one verb; returns the exit code."""
    try:
        return _dispatch(arguments)
    except StreamlationError as error:
        log.info("%s: %s", error.code, error)
        _say(f"error: {error}")
        if error.hint:
            _say(f"hint: {error.hint}")
        return EXIT_CODES[error.code.partition(".")[0]]
    except (Cancelled, KeyboardInterrupt):
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        sys.stdout = None  # the reader has gone: nothing may be flushed at exit
        return 0
    except Exception as error:
        log.exception("unexpected error")
        _say(f"error: unexpected error: {type(error).__name__}: {error}")
        _say("hint: this is a defect of ours; the log tells more. See: streamlation doctor")
        return EXIT_DEFECT


def _dispatch(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(_help())
        return 0
    verb, *rest = arguments
    if verb in ("-V", "--version", "version"):
        print(f"streamlation {__version__}")
        return 0
    verb = verb.removeprefix("--") if verb == "--selftest" else verb
    summary = VERBS.get(verb) or _HIDDEN_VERBS.get(verb)
    if summary is None:
        close = difflib.get_close_matches(verb, VERBS, n=1)
        hint = f"Did you mean: streamlation {close[0]}?" if close else "See: streamlation --help"
        raise UsageError(f"unknown command: {verb}", hint=hint)
    module = importlib.import_module(f"streamlation_desktop.cli.{verb.replace('-', '_')}")
    parser = Parser(f"streamlation {verb}", summary[0].upper() + summary[1:] + ".")
    module.add_arguments(parser)
    options = parser.parse(rest)
    from streamlation_desktop.settings.logs import configure_logging

    configure_logging()
    if verb != "extras":
        _use_extras(is_told=verb in VERBS)
    code: int = module.run(options)
    return code


def _use_extras(*, is_told: bool) -> None:
    """Let what was added to this installation be found; the engine process repeats no complaint of its parent."""
    from streamlation_desktop.modelstore.extras_use import use_extras

    trouble = use_extras()
    if trouble and is_told:
        _say(f"warning: {trouble}")


def _help() -> str:
    rows = "\n".join(f"  {verb:<9} {summary}" for verb, summary in VERBS.items())
    return (
        "Watch any video or live stream in your own language, offline.\n\n"
        "usage: streamlation COMMAND ...\n\n"
        f"commands:\n{rows}\n\n"
        "Start here:  streamlation run talk.mp4 --to es\n"
        "More:        streamlation COMMAND --help    streamlation --version\n"
        "Trouble:     streamlation doctor            streamlation --safe-mode [COMMAND ...]"
    )


def _say(text: str) -> None:
    print(harmless(text), file=sys.stderr)
