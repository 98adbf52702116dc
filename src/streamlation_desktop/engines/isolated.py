"""Runs a function in a process of its own: what native code breaks there, it breaks there only."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_LAST_WORDS = 2000
"""Characters of the child's stderr that are searched for what went wrong."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came of it: a value, or in one line why there is none."""

    value: T | None
    failure: str = ""


def run_isolated(function: Callable[..., T], *args: Any, timeout: float) -> Outcome[T]:
    """Call ``function(*args)`` in a fresh process.

    Args:
        function: importable by name; its result, and `args`, must be picklable.
        args: passed on.
        timeout: seconds, after which the process is killed.

    Returns:
        The value; or the message of an exception, the signal that ended the process with its last
        line on stderr, or that the time was up. Nothing is raised for any of these.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, receiver:
        stderr = Path(folder) / "stderr"
        process = context.Process(target=_child, args=(function, args, sender, stderr))
        process.start()
        sender.close()
        try:
            if not receiver.poll(timeout):
                return Outcome(None, f"no answer within {timeout:g} s")
            outcome: Outcome[T] = receiver.recv()
            return outcome
        except EOFError:
            process.join(timeout)
            return Outcome(None, _cause_of_death(process, stderr))
        finally:
            process.kill()
            process.join()


def _child(function: Callable[..., Any], args: tuple[Any, ...], sender: Connection, stderr: Path) -> None:
    with stderr.open("wb") as file:
        os.dup2(file.fileno(), 2)
    try:
        outcome = Outcome(function(*args))
    except (RuntimeError, ValueError, OSError, ImportError) as exc:
        outcome = Outcome(None, str(exc))
    sender.send(outcome)
    os._exit(0)  # CUDA libraries are known to crash in their exit handlers


def _cause_of_death(process: BaseProcess, stderr: Path) -> str:
    code = process.exitcode or 0
    cause = f"ended by {signal.Signals(-code).name}" if code < 0 else f"ended with status {code}"
    said = stderr.read_text(errors="replace")[-_LAST_WORDS:].split("\n") if stderr.exists() else []
    last = next((line.strip() for line in reversed(said) if line.strip()), "")
    return f"{cause}: {last}" if last else cause
