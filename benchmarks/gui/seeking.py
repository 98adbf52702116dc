"""Opening to the first picture, and exact seeks in a film with one key frame in 250, beside mpv's.

Usage: python -m benchmarks.gui.seeking [--folder FOLDER] [--rounds 2] [--seeks 15]

Both programs run with a window on Xvfb. Ours: from `open`/`seek` until the window's thread hears that
the picture of the target is up. mpv: from the command over its socket until its event
``playback-restart``. Paused, in turns, the same targets.
"""

from __future__ import annotations

import argparse
import json
import random
import socket
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks.gui.film import write_film
from benchmarks.gui.stage import Stage, stage

Times = dict[str, list[float]]


def targets(count: int) -> list[float]:
    chance = random.Random(5)
    return [round(chance.uniform(0.5, 38.0), 3) for _ in range(count)]


def ours(film: str, count: int) -> Times:
    """In a child process of its own, which has a display."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from streamlation_desktop.gui.player.widget import PlayerWidget

    app = QApplication(sys.argv)
    widget = PlayerWidget()
    widget.setGeometry(0, 0, 1280, 720)
    widget.show()
    app.processEvents()
    time.sleep(2.0)  # the sound device, which both have open before they are asked
    loop = QEventLoop()
    widget.seeked.connect(loop.quit)

    def timed(action: object) -> float:
        started = time.monotonic()
        action()  # type: ignore[operator]
        loop.exec()
        return (time.monotonic() - started) * 1000

    found: Times = {"open": [], "seek": []}
    for _ in range(5):
        found["open"].append(timed(lambda: widget.open(film, paused=True)))
    for target in targets(count):
        found["seek"].append(timed(lambda target=target: widget.seek(target)))
    widget.close()
    return found


class Mpv:
    """mpv, told what to do over its socket."""

    def __init__(self, place: Stage, path: Path) -> None:
        path.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            ["mpv", "--no-config", "--idle=yes", "--force-window=yes", "--vo=x11", "--ao=pulse", "--pause",
             "--hwdec=no", "--geometry=1280x720+0+0", "--really-quiet", f"--input-ipc-server={path}"],
            env=place.environment,
        )  # fmt: skip
        self.socket = socket.socket(socket.AF_UNIX)
        for _ in range(200):
            try:
                self.socket.connect(str(path))
                break
            except OSError:
                time.sleep(0.05)
        self.lines = self.socket.makefile("r")
        time.sleep(1.0)

    def timed(self, *command: object) -> float:
        started = time.monotonic()
        self.socket.sendall(json.dumps({"command": command}).encode() + b"\n")
        while json.loads(self.lines.readline()).get("event") != "playback-restart":
            pass
        return (time.monotonic() - started) * 1000

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(5)


def theirs(place: Stage, folder: Path, film: str, count: int) -> Times:
    mpv = Mpv(place, folder / "mpv.socket")
    found: Times = {"open": [], "seek": []}
    for _ in range(5):
        found["open"].append(mpv.timed("loadfile", film))
    for target in targets(count):
        found["seek"].append(mpv.timed("seek", target, "absolute+exact"))
    mpv.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/streamlation-bench"))
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seeks", type=int, default=15)
    parser.add_argument("--ours", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.ours:
        print(json.dumps(ours(given.ours, given.seeks)))
        return
    given.folder.mkdir(parents=True, exist_ok=True)
    film = str(write_film(given.folder / "film-1080p30-gop250.mp4", 1920, 1080, 30, 40, 250))
    totals: dict[str, Times] = {"ours": {"open": [], "seek": []}, "mpv": {"open": [], "seek": []}}
    with stage(given.folder / "stage") as place:
        for _ in range(given.rounds):
            command = [sys.executable, "-m", "benchmarks.gui.seeking", "--ours", film, "--seeks", str(given.seeks)]
            said = subprocess.run(command, env=place.environment, stdout=subprocess.PIPE, text=True, check=True).stdout
            rounds = {"ours": json.loads(said), "mpv": theirs(place, given.folder, film, given.seeks)}
            for name, found in rounds.items():
                for what, times in found.items():
                    totals[name][what] += times
    for what in ("open", "seek"):
        mine, other = (sorted(totals[name][what]) for name in ("ours", "mpv"))
        print(
            f"{what}: ours median {median(mine):.0f} ms, p95 {mine[int(len(mine) * 0.95)]:.0f}; "
            f"mpv median {median(other):.0f} ms, p95 {other[int(len(other) * 0.95)]:.0f}; "
            f"ratio {median(mine) / median(other):.2f}"
        )


if __name__ == "__main__":
    main()
