"""kill -9 of the whole program at random moments of a job, again and again: nothing lost or doubled, the same files.

usage: python3 dev.py reliability kills [--kills 1000] [--log FILE] [--source FILE -- FLAGS OF RUN]

The job is a talk of three minutes with the trained Whisper fixture and the embedded translators, imported as a user
imports them. Each kill is a line of the log with what was stored at that moment; a run that finds the log goes on.
"""

from __future__ import annotations

import argparse
import difflib
import json
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from streamlation_desktop.settings.paths import embedded_model
from tests.support.kills import job_command, job_environment, outputs_in, run_once, run_with_kills

TALK = Path(__file__).parents[2] / "tests" / "data" / "speech" / "en-talk.opus"
MODELS = (("whisper-fixture",), ("opus-fixture-en-es", "--from", "en", "--to", "es"))
_LONGEST_LIFE = 0.3
"""The longest that a start lives before its kill, as part of an undisturbed job."""


class Log:
    """What was done so far, a line each, so that a long run may be ended and gone on with."""

    def __init__(self, path: Path) -> None:
        self.totals: Counter[str] = Counter()
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True) if path.exists() else []
        while lines and "jobs" not in json.loads(lines[-1])["counts"]:
            lines.pop()  # kills of a job that did not come to its end, where nothing was compared
        for line in lines:
            self.totals.update({name: int(value) for name, value in json.loads(line)["counts"].items()})
        path.write_text("".join(lines), encoding="utf-8")
        self._file = path.open("a", encoding="utf-8")

    def add(self, told: dict[str, object], **counts: int) -> None:
        """Count, and keep it."""
        self.totals.update(counts)
        self._file.write(json.dumps({**told, "counts": counts}) + "\n")
        self._file.flush()


def main() -> int:
    """Run until the wanted number of kills is reached; exit code 1 when a job differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--source", type=Path, default=TALK)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--log", type=Path, help="told there, and gone on with from there")
    parser.add_argument("flags", nargs="*", default=["--from", "en", "--to", "es"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="streamlation-kills-") as name:
        log = Log(options.log or Path(name) / "log.jsonl")
        _run(Path(name), options, ["-f", "srt,json", *options.flags], log)
    print(json.dumps(dict(sorted(log.totals.items()))))
    return 1 if log.totals["different"] or log.totals["repeated"] else 0


def _run(folder: Path, options: argparse.Namespace, flags: Sequence[str], log: Log) -> None:
    models = folder / "models-home"
    for words in MODELS:
        importing = [sys.executable, "-m", "streamlation_desktop", "models", "import"]
        source = [str(embedded_model("fixtures") / words[0]), *words[1:]]
        subprocess.run([*importing, *source], env=job_environment(models), check=True, stdout=subprocess.DEVNULL)
    measured = folder / "calm-home" / "cache" / "autotune.json"
    undisturbed = _home(folder / "calm-home", models)
    run_once(job_command(options.source, folder / "first", *flags), undisturbed)  # the machine is measured here
    shutil.rmtree(folder / "calm-home" / "data")
    seconds = run_once(job_command(options.source, folder / "calm", *flags), undisturbed)
    wanted = outputs_in(folder / "calm")
    print(f"undisturbed: {seconds:.1f} s of processor time", flush=True)
    while log.totals["kills"] < options.kills:
        number = log.totals["jobs"]
        output, home = folder / f"killed-{number}", folder / f"home-{number}"
        _same_machine(home, measured)
        run = run_with_kills(
            job_command(options.source, output, *flags),
            _home(home, models),
            output,
            random.Random(f"{options.seed} {number}"),
            lifetime=seconds * _LONGEST_LIFE,
            on_kill=partial(_note, log, number, home),
        )
        _tell(wanted, run.outputs)
        log.add({"job": number}, jobs=1, different=run.outputs != wanted, repeated=_repeated_cues(home))
        print(json.dumps(dict(sorted(log.totals.items()))), flush=True)
        for path in (output, home):
            shutil.rmtree(path)


def _note(log: Log, job: int, home: Path, lived: float) -> None:
    """Tell when the kill came, and what was stored by then, read from a copy: opening the database would mend it."""
    with tempfile.TemporaryDirectory() as name:
        for path in (home / "data").glob("streamlation.db*"):
            shutil.copy(path, name)
        with closing(sqlite3.connect(Path(name) / "streamlation.db")) as db:
            tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            rows = {
                table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] if table in tables else 0
                for table in ("sessions", "chunks", "captions")
            }
    place = "no session yet" if not rows["sessions"] else "no chunk yet" if not rows["chunks"] else "chunks stored"
    log.add({"job": job, "lived": round(lived, 3), **rows}, kills=1, **{f"kills: {place}": 1})


def _home(home: Path, models: Path) -> dict[str, str]:
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
        print("\n".join(list(difflib.unified_diff(before, after, name, name, n=0, lineterm=""))[:12]), end="")


def _repeated_cues(home: Path) -> int:
    """Cues of one session and language that have the same place in the track."""
    with closing(sqlite3.connect(home / "data" / "streamlation.db")) as db:
        rows = db.execute("SELECT session_id, language, data FROM cues").fetchall()
    places = Counter((session, language, json.loads(value)["index"]) for session, language, value in rows)
    return sum(count - 1 for count in places.values())


if __name__ == "__main__":
    sys.exit(main())
