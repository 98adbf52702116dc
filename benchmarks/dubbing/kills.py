"""Kills dubs at random moments until they are done, and compares their files with those of an undisturbed one.

``python -m benchmarks.dubbing.kills [KILLS] [SEED]``
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from tests.reliability.test_killed_dubs import dub_command, sound_and_text
from tests.support.dubs import make_talk
from tests.support.kills import job_environment, outputs_in, run_once, run_with_kills


def main() -> None:
    wanted, seed = (int(value) for value in (*sys.argv[1:], *("100", "1")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        talk, captions = make_talk(folder)
        calm = folder / "calm"
        seconds = run_once(dub_command(talk, captions, calm), job_environment(folder / "calm-home"))
        expected = sound_and_text(outputs_in(calm))
        randomness, jobs, kills, different = random.Random(seed), 0, 0, 0
        while kills < wanted:
            output, home = folder / f"killed-{jobs}", folder / f"home-{jobs}"
            command = dub_command(talk, captions, output)
            run = run_with_kills(command, job_environment(home), output, randomness, lifetime=seconds * 1.3)
            jobs, kills = jobs + 1, kills + run.kills
            different += sound_and_text(run.outputs) != expected
            print(f"jobs {jobs}, kills {kills}, different {different}", flush=True)


if __name__ == "__main__":
    main()
