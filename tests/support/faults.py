"""What can go wrong in a process: functions for a child to run."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from typing import NoReturn


def answer(value: str) -> str:
    return value.upper()


def process_id() -> int:
    return os.getpid()


def hang() -> NoReturn:
    while True:
        time.sleep(60)


def crash() -> NoReturn:
    sys.stderr.write("loading the library\nCould not load libcublas.so.12\n")
    sys.stderr.flush()
    os.kill(os.getpid(), signal.SIGSEGV)
    raise AssertionError("survived")


def abort() -> NoReturn:
    ctypes.CDLL(None).abort()
    raise AssertionError("survived")


def exit_quietly() -> NoReturn:
    os._exit(3)


def complain() -> NoReturn:
    raise RuntimeError("CUDA failed with error no kernel image is available")


def have_a_defect() -> NoReturn:
    raise LookupError("no such thing")
