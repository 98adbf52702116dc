"""Dropped pictures, processor time and lip sync of our player beside mpv's, in turns on the same film.

Usage: python -m benchmarks.gui.smoothness [--folder FOLDER] [--rounds 2] [--seconds 16] [--busy]

Both play 1080p30 with captions into a window of 1280 x 720 on Xvfb (no GPU), with sound into a null
sink. Which pictures came up is read from the screen at 125 Hz by another process, when it beeps from
the sink's monitor. Missed: numbers between the first and the last seen that never came up. The first
three seconds do not count. With ``--busy`` a live session recognizes and translates meanwhile, beside both.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from contextlib import nullcontext
from pathlib import Path
from statistics import median

import numpy as np

from benchmarks.gui.busy import live_session
from benchmarks.gui.film import write_captions, write_film
from benchmarks.gui.stage import Stage, processor_seconds, stage

_SETTLE = 3.0
_FPS = 30


def commands(film: Path, captions: Path, seconds: float) -> dict[str, list[str]]:
    ours = [sys.executable, "-m", "benchmarks.gui.our_player", str(film), str(captions), str(seconds)]
    mpv = ["mpv", "--no-config", "--vo=x11", "--ao=pulse", "--geometry=1280x720+0+0", "--no-border", "--no-osc",
           "--really-quiet", "--hwdec=no", "--osd-level=0", f"--sub-file={captions}", f"--length={seconds}",
           str(film)]  # fmt: skip
    return {"ours": ours, "mpv x11": mpv}


def measure(place: Stage, command: list[str], seconds: float, folder: Path) -> dict[str, float]:
    screen, sound = folder / "screen.json", folder / "sound.json"
    watch = [sys.executable, "-m", "benchmarks.gui.watch"]
    scale = str(1280 / 1920)
    watchers = [
        subprocess.Popen(
            [*watch, "screen", place.display, scale, str(seconds + 1), str(screen)], env=place.environment
        ),
        subprocess.Popen([*watch, "sound", str(seconds + 1), str(sound)], env=place.environment),
    ]
    time.sleep(1.0)
    program = subprocess.Popen(
        command, env=place.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    begun = time.monotonic()
    time.sleep(_SETTLE)
    used, x_used, since = processor_seconds(program.pid), processor_seconds(place.x_server), time.monotonic()
    time.sleep(seconds - _SETTLE - 2)
    wall = time.monotonic() - since
    result = {
        "cpu": (processor_seconds(program.pid) - used) / wall * 100,
        "x_cpu": (processor_seconds(place.x_server) - x_used) / wall * 100,
    }
    said, _ = program.communicate(timeout=60)
    for watcher in watchers:
        watcher.wait(60)
    seen = [(at, number) for at, number in json.loads(screen.read_text()) if at > begun + _SETTLE]
    result |= judged(seen, json.loads(sound.read_text()))
    lines = [line for line in (said or "").splitlines() if line.startswith("{")]
    return result | (json.loads(lines[-1]) if lines else {})


def judged(seen: list[tuple[float, int]], beeps: list[tuple[float, int]]) -> dict[str, float]:
    if not seen:
        return {"expected": 0, "missed": 0, "beeps": 0}
    numbers = {number for _, number in seen}
    expected = max(numbers) - min(numbers) + 1
    offsets = []
    for at, digit in beeps:
        flashes = [t for t, n in seen if n % _FPS == 0 and n // _FPS % 10 == digit and abs(t - at) < 2]
        offsets += [(min(flashes, key=lambda t, at=at: abs(t - at)) - at) * 1000] if flashes else []
    result: dict[str, float] = {"expected": expected, "missed": expected - len(numbers), "beeps": len(offsets)}
    if offsets:
        result |= {"av_p50": float(np.median(offsets)), "av_p95": float(np.percentile(np.abs(offsets), 95))}
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/streamlation-bench"))
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=16)
    parser.add_argument("--busy", action="store_true")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    film = write_film(given.folder / "film-1080p30-gop250.mp4", 1920, 1080, _FPS, 40, 250)
    captions = write_captions(given.folder / "captions.srt", 40)
    found: dict[str, list[dict[str, float]]] = {}
    for _ in range(given.rounds):
        with (
            stage(given.folder / "stage") as place,
            live_session(given.folder, place.environment) if given.busy else nullcontext(),
        ):
            for name, command in commands(film, captions, given.seconds).items():
                row = measure(place, command, given.seconds, given.folder)
                found.setdefault(name, []).append(row)
                print(name, json.dumps({key: round(value, 1) for key, value in row.items()}), flush=True)
    ours, mpv = (median(row["cpu"] for row in found[name]) for name in ("ours", "mpv x11"))
    print(f"processor time, ours / mpv: {ours / mpv:.2f}")


if __name__ == "__main__":
    main()
