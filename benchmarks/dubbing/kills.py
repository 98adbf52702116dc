"""Kills dubs with SIGKILL in each of their stages, and compares their files with those of an undisturbed one.

``python -m benchmarks.dubbing.kills [JOBS] [SEED]``: five kills in a job; by turns the engine process dies
with the job, or is left to notice.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from streamlation_desktop.core.jobs import WORKING_STAGES, Stage
from tests.support.dubs import make_talk, sound_and_text
from tests.support.kills import EXIT_EXISTS, job_environment, outputs_in, run_once

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
    """Start, and kill in `stage`; False when it was over before."""
    process = subprocess.Popen(
        [*command, "--json"], env=job_environment(home), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    with process, process.stdout as lines:
        for line in lines:
            event = json.loads(line)
            if event["type"] == "job-progressed" and event["stage"] == stage.value:
                time.sleep(randomness.uniform(0.0, _LONGEST.get(stage, _USUAL)))  # any moment in it
                for victim in [process.pid, *(_children(process.pid) if with_engine else ())]:
                    os.kill(victim, signal.SIGKILL)
                return process.wait() == -signal.SIGKILL
    return False


def _children(pid: int) -> list[int]:
    """Of Linux: the engine process is the only one that the job starts itself."""
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(each) for each in found.read_text().split()] if found.exists() else []


def _finish(command: Sequence[str], home: Path) -> None:
    done = subprocess.run([*command, "-q"], env=job_environment(home), capture_output=True, text=True, check=False)
    if done.returncode not in (0, EXIT_EXISTS):  # the last kill may have come after the job had ended
        raise AssertionError(f"exit code {done.returncode}: {done.stderr}")


if __name__ == "__main__":
    main()
