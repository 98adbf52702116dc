"""kill -9 at random moments of a job, again and again: nothing is lost, nothing twice, the files are the same.

usage: python3 dev.py bench reliability/kills.py [--kills 200] [--source FILE] [-- FLAGS OF RUN]
"""

from __future__ import annotations

import argparse
import difflib
import json
import random
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.support.clips import spaced_out
from tests.support.kills import job_command, job_environment, outputs_in, run_once, run_with_kills

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "sample.mp4"


def main() -> int:
    """Run until the wanted number of kills is reached; exit code 1 when a job differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--source", type=Path, help="default: six sentences of the sample, far apart, so many chunks")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--home", type=Path, help="an application home whose models are used")
    parser.add_argument("flags", nargs="*", default=["--to", "es"])
    options = parser.parse_args()
    randomness = random.Random(options.seed)
    flags = ["-f", "srt,json", *options.flags]
    with tempfile.TemporaryDirectory(prefix="streamlation-kills-") as name:
        options.source = options.source or spaced_out(SAMPLE, Path(name) / "talk.wav")
        return _run(Path(name), options, flags, randomness)


def _run(folder: Path, options: argparse.Namespace, flags: list[str], randomness: random.Random) -> int:
    calm, measured = folder / "calm", folder / "calm-home" / "cache" / "autotune.json"
    seconds = run_once(job_command(options.source, calm, *flags), _home(folder / "calm-home", options.home))
    wanted = outputs_in(calm)
    kills = jobs = different = repeated = 0
    while kills < options.kills:
        output, home = folder / f"killed-{jobs}", folder / f"home-{jobs}"
        _same_machine(home, measured)
        run = run_with_kills(
            job_command(options.source, output, *flags),
            _home(home, options.home),
            output,
            randomness,
            lifetime=seconds * 1.1,
        )
        kills, jobs = kills + run.kills, jobs + 1
        if run.outputs != wanted:
            different += 1
            _tell(wanted, run.outputs)
        repeated += _repeated_cues(home)
        print(f"jobs {jobs}, kills {kills}, different {different}, cues stored twice {repeated}", flush=True)
    figures = {
        "jobs": jobs,
        "kills": kills,
        "different": different,
        "repeated": repeated,
        "undisturbed_s": round(seconds, 1),
    }
    print(json.dumps(figures))
    return 1 if different or repeated else 0


def _home(home: Path, models: Path | None) -> dict[str, str]:
    if models is not None:
        home.mkdir(parents=True, exist_ok=True)
        (home / "models").symlink_to(models / "models")
    return job_environment(home)


def _same_machine(home: Path, measured: Path) -> None:
    """Let a new home know which compute type was measured: it is measured once, and another one rounds otherwise."""
    if measured.exists():
        (home / "cache").mkdir(parents=True)
        shutil.copy(measured, home / "cache")


def _tell(wanted: dict[str, bytes], found: dict[str, bytes]) -> None:
    for name in sorted(wanted.keys() | found.keys()):
        before, after = (files.get(name, b"").decode().splitlines() for files in (wanted, found))
        print("\n".join(list(difflib.unified_diff(before, after, name, name, n=0, lineterm=""))[:12]), flush=True)


def _repeated_cues(home: Path) -> int:
    """Cues of one session and language that have the same place in the track."""
    with closing(sqlite3.connect(home / "data" / "streamlation.db")) as db:
        rows = db.execute("SELECT session_id, language, data FROM cues").fetchall()
    places = Counter((session, language, json.loads(value)["index"]) for session, language, value in rows)
    return sum(count - 1 for count in places.values())


if __name__ == "__main__":
    sys.exit(main())
