"""Runs a verb of the command line in a process of its own."""

from __future__ import annotations

import subprocess

from streamlation_desktop.core.errors import EngineError
from streamlation_desktop.session.remote import engine_command

_LIMIT = 120.0
"""Seconds."""


def run_verb(*arguments: str) -> str:
    """What the verb prints; blocks, so call it from a pool.

    Raises:
        EngineError: it did not end in time, or said nothing.
    """
    command = [*engine_command()[:-1], *arguments]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_LIMIT, check=False, stdin=subprocess.DEVNULL, encoding="utf-8",
            errors="replace",
        )  # fmt: skip
    except subprocess.TimeoutExpired as exc:
        raise EngineError(f"{arguments[0]} took longer than {_LIMIT:.0f} s") from exc
    if not done.stdout.strip():
        last = done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        raise EngineError(f"{arguments[0]} failed: {last[0]}")
    return done.stdout
