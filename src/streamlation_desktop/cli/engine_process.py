"""The engine process's own entry; started by `session.remote`, not by users."""

from __future__ import annotations

import argparse
import os
import signal
import sys

from streamlation_desktop.session.framing import FrameWriter

_BEHIND = 5
"""By so much the models stand behind the window and its sound where all want the processor (see ``nice(1)``)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("--memory", type=int, metavar="MB", help="most memory to take; four fifths of the machine's")


def run(options: argparse.Namespace) -> int:
    """Serve the parent on what were standard input and output."""
    from streamlation_desktop.app import build_services
    from streamlation_desktop.jobs.speaking import PlayerSpeech
    from streamlation_desktop.jobs.stage_worker import LocalStages
    from streamlation_desktop.session.engine_process import EngineProcess
    from streamlation_desktop.session.local import LocalRunner
    from streamlation_desktop.session.memory_limit import limit_memory, usual_limit
    from streamlation_desktop.settings.paths import app_paths
    from streamlation_desktop.settings.safe_mode import is_safe_mode
    from streamlation_desktop.settings.store import load_settings

    memory = options.memory * 1_000_000 if options.memory else usual_limit()
    if memory:
        limit_memory(memory)
    if hasattr(os, "nice"):
        os.nice(_BEHIND)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not break the frames
    settings = load_settings(app_paths().settings_file, os.environ).settings
    with build_services(history=settings.history) as services:
        runner = LocalRunner(services, is_gentle=is_safe_mode(os.environ))
        speech, stages = PlayerSpeech(services), LocalStages(services)
        if not EngineProcess(runner, speech, stages, sys.stdin.buffer, FrameWriter(replies)).serve():
            os._exit(0)  # models cannot be closed under those who use them; what is done is stored
    return 0
