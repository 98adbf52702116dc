"""PyAV is loaded by whichever thread needs it first."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import streamlation_desktop

PACKAGE = Path(streamlation_desktop.__file__).parent
_AT_ONCE = """
import importlib, sys, threading
failures = []
def load(name):
    try:
        importlib.import_module("streamlation_desktop.media." + name)
    except Exception as error:
        failures.append(repr(error))
names = ["still", "source", "ring.reader", "av_streams.pictures"]
threads = [threading.Thread(target=load, args=(name,)) for name in names]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
sys.exit("; ".join(failures) or 0)
"""


def is_of(node: ast.stmt, *, parts: bool) -> bool:
    """An import of PyAV, or of one of its parts."""
    if isinstance(node, ast.Import):
        return not parts and any(alias.name == "av" for alias in node.names)
    if not isinstance(node, ast.ImportFrom) or node.module is None:
        return False
    return node.module.startswith("av.") if parts else node.module == "av"


def test_every_module_loads_the_whole_before_a_part() -> None:
    """Python lets a thread that asks for a part of a package pass while another is loading the package."""
    for path in PACKAGE.rglob("*.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        whole = [number for number, node in enumerate(body) if is_of(node, parts=False)]
        parts = [number for number, node in enumerate(body) if is_of(node, parts=True)]
        assert not parts or (whole and whole[0] < parts[0]), path


def test_threads_that_begin_with_different_parts_all_get_it() -> None:
    done = subprocess.run([sys.executable, "-c", _AT_ONCE], capture_output=True, text=True, timeout=60, check=False)

    assert done.returncode == 0, done.stderr
