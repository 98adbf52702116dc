"""How much memory an engine process may take: so much that it dies, and not the user's whole machine."""

from __future__ import annotations

import ctypes
import errno
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from streamlation_desktop.core.errors import EngineError, OutOfMemory

_SHARE = 0.8
"""Of the machine; the rest is for the window, the desktop and the file cache."""
_GROUP_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
_WORDS = re.compile(
    r"bad.?alloc|_alloc_failed|out of memory|not enough memory|(cannot|could not|failed to|unable to) allocate", re.I
)


def usual_limit() -> int | None:
    """Bytes that an engine process may take for itself; None where the system does not say what there is."""
    if sys.platform == "win32":
        whole = _windows_memory()
    elif "SC_PHYS_PAGES" in os.sysconf_names:
        whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    else:
        return None
    return int(min([whole, *_group_limits()]) * _SHARE)


def limit_memory(size: int) -> bool:
    """Bound what this process may take; False where the system has no such bound (macOS ignores it).

    Files that are mapped, as models often are, do not count: the system drops their pages when it must.
    """
    if sys.platform == "win32":
        return _limit_on_windows(size)
    if sys.platform != "linux":
        return False
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard != resource.RLIM_INFINITY:
        size = min(size, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (size, hard))
    return True


@contextmanager
def memory_errors() -> Iterator[None]:
    """Say plainly what libraries say in many ways."""
    try:
        yield
    except (MemoryError, OSError, EngineError) as failure:
        if not is_out_of_memory(failure):
            raise
        raise OutOfMemory(
            "the models need more memory than there is",
            hint="What was done is kept. Choose a smaller model: streamlation models list",
        ) from failure


def is_out_of_memory(failure: BaseException | None) -> bool:
    """True when `failure`, or what caused it, was a want of memory: native libraries say so in words only."""
    while failure is not None:
        if isinstance(failure, MemoryError) or _WORDS.search(str(failure)):
            return True
        if isinstance(failure, OSError) and failure.errno == errno.ENOMEM:
            return True
        failure = failure.__cause__
    return False


def _group_limits() -> list[int]:
    """What a container allows."""
    found = []
    for name in _GROUP_LIMITS:
        try:
            text = Path(name).read_text(encoding="ascii").strip()
        except OSError:
            continue
        if text.isdigit():
            found.append(int(text))
    return found


if sys.platform == "win32":  # never run by us: docs/packaging.md

    class _MemoryStatus(ctypes.Structure):
        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            ("physical", ctypes.c_ulonglong),
            ("others", ctypes.c_ulonglong * 6),
        )

    class _JobLimits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("times", ctypes.c_longlong * 2),
            ("flags", ctypes.c_ulong),
            ("sets", ctypes.c_size_t * 2),
            ("processes", ctypes.c_ulong),
            ("affinity", ctypes.c_size_t),
            ("classes", ctypes.c_ulong * 2),
            ("counters", ctypes.c_ulonglong * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peaks", ctypes.c_size_t * 2),
        )

    _PROCESS_MEMORY, _EXTENDED = 0x100, 9

    def _windows_memory() -> int:
        status = _MemoryStatus(ctypes.sizeof(_MemoryStatus))
        ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return int(status.physical)

    def _limit_on_windows(size: int) -> bool:
        """A job object of its own, which lives as long as the process: its handle is never closed."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        limits = _JobLimits(flags=_PROCESS_MEMORY, process_memory=size)
        is_set = kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(limits), ctypes.sizeof(limits))
        return bool(is_set and kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess())))
