"""Runs a verb of the command line in a process of its own."""

from __future__ import annotations

import subprocess

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import EngineError
from streamlation_desktop.session.remote import engine_command

_LIMIT = 120.0
"""Seconds."""


def run_verb(token: CancelToken, *arguments: str) -> str:
    """What the verb prints; blocks, so call it from a pool.

    Raises:
        EngineError: it did not end in time, or said nothing.
        Cancelled: the token was cancelled, which ends the process.
    """
    pipe = subprocess.PIPE
    command = [*engine_command()[:-1], *arguments]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, encoding="utf-8", errors="replace"
    ) as child:
        forget = token.on_cancel(child.kill)
        try:
            out, err = child.communicate(timeout=_LIMIT)
        except subprocess.TimeoutExpired as exc:
            child.kill()
            raise EngineError(f"{arguments[0]} took longer than {_LIMIT:.0f} s") from exc
        finally:
            forget()
    token.raise_if_cancelled()
    if not out.strip():
        last = err.strip().splitlines()[-1:] or [f"exit code {child.returncode}"]
        raise EngineError(f"{arguments[0]} failed: {last[0]}")
    return out
