"""Opens every file of a folder in child processes and tells what became of each.

    STREAMLATION_TEST_DATA=… python benchmarks/media_walk.py [FOLDER]

Each child takes a share of the files; one that crashes or hangs is seen, its file named, and the
walk goes on behind it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

LIMIT = 60.0
"""Seconds a file may take."""

_CHILD = """
import sys, time
import av
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import open_source
av.logging.set_level(av.logging.PANIC)
for line in sys.stdin:
    path, started, seconds = line.rstrip("\\n"), time.monotonic(), 0.0
    try:
        source = open_source(path, CancelToken(), SourceOptions(open_timeout=5.0, read_timeout=3.0))
        try:
            for chunk in source.audio():
                seconds += len(chunk.samples) / 16000
        finally:
            source.close()
        result = "opened"
    except StreamlationError as exc:
        result = exc.code
        assert "\\n" not in str(exc), exc
    print(f"{result}\\t{time.monotonic() - started:.2f}\\t{seconds:.1f}\\t{path}", flush=True)
"""


def walk(files: list[Path]) -> list[tuple[str, float, float, Path]]:
    """Result, seconds taken, seconds of audio and path of each file."""
    rows: list[tuple[str, float, float, Path]] = []
    while len(rows) < len(files):
        rest = files[len(rows) :]
        child = subprocess.Popen(
            [sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, errors="replace"
        )
        assert child.stdin is not None
        assert child.stdout is not None
        for path in rest:
            started = time.monotonic()
            try:
                child.stdin.write(f"{path}\n")
                child.stdin.flush()
            except BrokenPipeError:
                pass
            line = _line(child, started)
            if line is None:
                child.kill()
                ended = "hang" if child.poll() is None else f"crash {child.wait()}"
                rows.append((ended, time.monotonic() - started, 0.0, path))
                break
            result, taken, audio, _ = line.split("\t", 3)
            rows.append((result, float(taken), float(audio), path))
        child.kill()
        child.wait()
    return rows


def _line(child: subprocess.Popen[str], started: float) -> str | None:
    import threading

    assert child.stdout is not None
    timer = threading.Timer(LIMIT, child.kill)
    timer.start()
    try:
        return child.stdout.readline() or None
    finally:
        timer.cancel()


def main() -> None:
    root = Path(os.environ["STREAMLATION_TEST_DATA"]) / "real" / "media"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else root
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    rows = walk(files)
    print(f"{len(rows)} files, {sum(row[2] for row in rows):.0f} s of audio, {sum(row[1] for row in rows):.0f} s")
    for result, count in Counter(row[0] for row in rows).most_common():
        print(f"{count:6d}  {result}")
    print("slowest:")
    for result, taken, _, path in sorted(rows, key=lambda row: -row[1])[:5]:
        print(f"{taken:6.2f} s  {result}  {path.relative_to(folder)}")


if __name__ == "__main__":
    main()
