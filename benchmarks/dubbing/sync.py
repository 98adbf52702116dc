"""How well dubs keep time: films that people translated, and readings that our engines translate. Nothing is mixed.

``python -m benchmarks.dubbing.sync [MINUTES]``; one row for each.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.dubbing.material import Talk, film, hurried, reading
from benchmarks.dubbing.running import open_home, request_for, spoken
from streamlation_desktop.jobs.results import DubResult

MINUTES = 31.0
"""Of each film."""
_UNNOTICED = 0.1005


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        talks = [
            film(folder, "auto_detect_windows-1250.srt", "bs", minutes),
            film(folder, "auto_detect_windows-1251.srt", "sr", minutes),
            film(folder, "auto_detect_Danish.srt", "da", minutes),
            *(reading(folder, target) for target in ("es", "fr")),
            *(hurried(folder, "es", pace) for pace in (1.4, 1.7, 2.0)),
        ]
        print("talk | lines | within 100 ms | marked overlaps | unmarked | tempo | reworded | CPU s | said s")
        with open_home(folder / "home") as services:
            for talk in talks:
                print(_row(talk, spoken(services, request_for(talk, folder / talk.name))), flush=True)


def _row(talk: Talk, dub: DubResult) -> str:
    lines = dub.lines
    offsets = np.array([line.start - line.cue_start for line in lines])
    tempos = [line.tempo for line in lines]
    unmarked = sum(one.end > other.start + 0.006 and not one.overlap for one, other in pairwise(lines))
    cells = (
        f"{talk.name} {talk.source}-{talk.target}",
        len(lines),
        f"{100 * (np.abs(offsets) <= _UNNOTICED).mean():.1f} %",
        sum(line.overlap > 0 for line in lines),
        unmarked,
        f"{min(tempos):.3f}-{max(tempos):.3f}",
        sum(line.wording > 0 for line in lines),
        dub.cost.cpu_seconds,
        round(sum(line.end - line.start for line in lines)),
    )
    return " | ".join(map(str, cells))


if __name__ == "__main__":
    main()
