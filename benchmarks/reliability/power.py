"""Power cuts with torn sectors, in a job and in the clips of a dub: ``dev.py reliability power [CUTS [SEED]]``."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.support.power_clips import cut_clips, record_clips
from tests.support.power_cuts import cut_power, record_job

_CHUNKS = 60


def main() -> int:
    """Record one job of 60 chunks, cut it; exit code 1 when anything was lost or is wrong."""
    cuts, seed = ([int(argument) for argument in sys.argv[1:]] + [1000, 2][len(sys.argv) - 1 :])[:2]
    with tempfile.TemporaryDirectory(prefix="streamlation-power-") as name:
        started = time.monotonic()
        operations = record_job(Path(name), _CHUNKS)
        report = cut_power(operations, Path(name), cuts, random.Random(seed))
        print(f"{len(operations)} operations, {report.kills} cuts in {time.monotonic() - started:.0f} s: {report}")
        started = time.monotonic()
        clips = cut_clips(record_clips(Path(name), _CHUNKS), Path(name), cuts, random.Random(seed))
        print(f"clips, in {time.monotonic() - started:.0f} s: {clips}")
    return 1 if report.lost or report.doubled or report.unsound or report.problems or clips.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
