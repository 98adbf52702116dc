"""Clips of a dub on a disk whose power is cut: ``python -m tests.support.power_clips FOLDER COUNT`` keeps some.

Nobody waits for these files, so that any may be gone after a cut. What is there must be what was said.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from streamlation_desktop.dubbing.mix import MIX_RATE
from streamlation_desktop.jobs.clip_packs import ClipPacks
from streamlation_desktop.jobs.clips import ClipNote, clip_key
from tests.support.power_cuts import Disk, Operation, recorded

_RATE = MIX_RATE  # nothing to be resampled for a comparison


@dataclass(slots=True)
class ClipReport:
    """What cuts left of the clips of packs."""

    cuts: int = 0
    whole: int = 0
    """Clips that are there."""
    gone: int = 0
    """Clips that were kept before the cut and have to be said again."""
    wrong: int = 0
    """Clips that are there and sound like something else; must stay zero."""


def record_clips(folder: Path, count: int) -> list[Operation]:
    """Keep clips in a process of its own; returns what it did to the pack."""
    packs = folder / "packs"
    packs.mkdir()
    return recorded(["tests.support.power_clips", str(packs), str(count)], packs, folder)


def cut_clips(operations: Sequence[Operation], folder: Path, cuts: int, rng: random.Random) -> ClipReport:
    """Cut after random operations and listen to what is left."""
    report, intact = ClipReport(), folder / "intact"
    intact.mkdir()
    with closing(ClipPacks(intact)) as packs:
        _keep(packs, sum(operation.kind == "W" for operation in operations))
    for cut in sorted(rng.choices(range(1, len(operations) + 1), k=cuts)):
        disk = Disk()
        for operation in operations[:cut]:
            disk.apply(operation)
        place = folder / "after"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        for name, content in disk.after_a_cut(rng).items():
            (place / name).write_bytes(content)
        kept = sum(operation.kind == "W" for operation in operations[:cut])
        _listen(ClipPacks(place), ClipPacks(intact), kept, report)
    return report


def _listen(packs: ClipPacks, intact: ClipPacks, kept: int, report: ClipReport) -> None:
    report.cuts += 1
    for key in map(clip_key, range(kept)):
        found = packs.recall(key)
        report.gone += found is None
        report.whole += found is not None
        if found is not None:
            is_same = found == intact.recall(key) and np.array_equal(packs.load(key), intact.load(key))
            report.wrong += not is_same


def _keep(packs: ClipPacks, count: int) -> None:
    for number in range(count):
        seconds = 0.1 + number % 7 * 0.06
        samples = 0.5 * np.sin(np.arange(round(seconds * _RATE)) * (0.1 + number * 0.002))
        note = ClipNote(f"línea {number}", -0.1, seconds, 1.0, 1.0, 0)
        packs.keep(clip_key(number), samples.astype(np.float32), _RATE, note)


def main() -> None:
    """Keep the clips."""
    with closing(ClipPacks(Path(sys.argv[1]))) as packs:
        _keep(packs, int(sys.argv[2]))


if __name__ == "__main__":
    main()
