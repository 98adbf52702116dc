"""Kills dubs with SIGKILL in each of their stages, and compares their files with those of an undisturbed one.

``python -m benchmarks.dubbing.kills [JOBS] [SEED]``: five kills in a job; by turns the engine process dies
with the job, or is left to notice.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from streamlation_desktop.core.jobs import WORKING_STAGES, Stage
from tests.reliability.test_killed_dubs import sound_and_text
from tests.support.dubs import make_talk
from tests.support.kills import EXIT_EXISTS, job_environment, killed_when, outputs_in, run_once

_LONGEST = {Stage.EXPORTING: 0.15, Stage.TRANSLATING: 0.3, Stage.DUBBING: 0.3}
"""Seconds after the beginning of a stage within which the kill comes."""
_USUAL = 1.5


def main() -> None:
    jobs, seed = (int(value) for value in (*sys.argv[1:], *("4", "1")[len(sys.argv) - 1 :]))
    randomness = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        talk, _ = make_talk(folder)
        run_once([*_command(talk, folder / "calm"), "-q"], job_environment(folder / "calm-home"))
        expected = sound_and_text(outputs_in(folder / "calm"))
        kills, different = 0, 0
        for number in range(jobs):
            output, home = folder / f"killed-{number}", folder / f"home-{number}"
            for place, stage in enumerate(WORKING_STAGES):
                kills += _killed(_command(talk, output), home, stage, randomness, with_engine=bool(place % 2))
            _finish(_command(talk, output), home)
            different += sound_and_text(outputs_in(output)) != expected
            print(f"seed {seed}: jobs {number + 1}, kills {kills}, different {different}", flush=True)


def _command(talk: Path, output: Path) -> list[str]:
    flags = ["--to", "es", "--from", "en", "-o", str(output)]
    return [sys.executable, "-m", "streamlation_desktop", "dub", str(talk), *flags]


def _killed(command: Sequence[str], home: Path, stage: Stage, randomness: random.Random, *, with_engine: bool) -> bool:
    """Start, and kill at any moment in `stage`; False when it was over before."""
    return killed_when(
        [*command, "--json"],
        job_environment(home),
        {"type": "job-progressed", "stage": stage.value},
        later=randomness.uniform(0.0, _LONGEST.get(stage, _USUAL)),
        with_engine=with_engine,
    )


def _finish(command: Sequence[str], home: Path) -> None:
    done = subprocess.run([*command, "-q"], env=job_environment(home), capture_output=True, text=True, check=False)
    if done.returncode not in (0, EXIT_EXISTS):  # the last kill may have come after the job had ended
        raise AssertionError(f"exit code {done.returncode}: {done.stderr}")


if __name__ == "__main__":
    main()
