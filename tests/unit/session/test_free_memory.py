"""Memory of the C library."""

from __future__ import annotations

import subprocess
import sys

import pytest

_THREADS = """
import ctypes, sys, threading
from streamlation_desktop.session.free_memory import few_heaps

if sys.argv[1] == "few":
    few_heaps()
meet = threading.Barrier(8)

def work():
    kept = [ctypes.create_string_buffer(2_000) for _ in range(50)]
    meet.wait(30)
    return kept

threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
file = ctypes.c_void_p(libc.fopen(sys.argv[2].encode(), b"w"))
libc.malloc_info(0, file)
libc.fclose(file)
print(open(sys.argv[2]).read().count("<heap nr="))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="heaps of threads are glibc's")
def test_threads_of_a_live_session_share_heaps(tmp_path_factory: pytest.TempPathFactory) -> None:
    def heaps(how: str) -> int:
        command = [sys.executable, "-c", _THREADS, how, str(tmp_path_factory.mktemp("heaps") / "info.xml")]
        return int(subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout)

    assert heaps("few") <= 2 < heaps("many")
