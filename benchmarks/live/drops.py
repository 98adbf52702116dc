"""Makes a live stream fail again and again in one session: does it come back in time, are the gaps right?

python3 dev.py bench live/drops.py [--drops 100] [--source hls|radio] [--faults] [--seed 1]

The server is killed and started again, or (`--faults`) resets connections, breaks off, ends early, stalls, or answers
503, 404 and 403 for a while. The sound tells the wall time at which it was made. Before and after each outage the
difference between media time and that wall time must be the same. How long it takes from the end of the outage to the
next sound, memory, threads and descriptors are looked at on the way.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from streamlation_desktop.media.ring.folder import RingFolder
from tests.support.live_listener import Listener
from tests.support.live_material import write_material
from tests.support.live_origin import CYCLE, FAULTS
from tests.support.live_servers import Server, free_port

ROOT = Path(__file__).parents[2]

BEFORE = 20.0
"""Seconds of material before the session."""


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--drops", type=int, default=100)
    parser.add_argument("--source", choices=("hls", "radio"), default="hls")
    parser.add_argument("--faults", action="store_true", help="instead of kills")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_material(folder, int(BEFORE + options.drops * 15 + 120))
        run(options, rng, folder)


def run(options: argparse.Namespace, rng: random.Random, folder: Path) -> None:
    """One session."""
    source = options.source
    port = free_port()
    origin = [sys.executable, "-m", "tests.support.live_origin", str(port), str(folder), str(time.time() - BEFORE)]
    path = "live.m3u8" if source == "hls" else "radio"
    os.chdir(ROOT)
    readings, waits = [], []
    address = f"http://127.0.0.1:{port}/{path}"
    with Server(origin, port) as server, RingFolder(folder / "rings") as ring, Listener(address, ring.path) as listener:
        listener.wait_for_seconds(3.0)
        for number in range(options.drops):
            if options.faults:
                go_wrong(folder / "fault", FAULTS[number % len(FAULTS)], rng.uniform(0.5, 4.0))
            else:
                server.restart_after(rng.uniform(0.1, 3.0))
            over = time.monotonic()
            listener.wait_for_seconds(0.5)
            waits.append(time.monotonic() - over)
            listener.wait_for_seconds(rng.uniform(2.0, 5.0))
            descriptors = len(list(Path("/proc/self/fd").iterdir()))
            readings.append((number, resident(), threading.active_count(), descriptors))
        print(f"source {source}: {options.drops} {'faults' if options.faults else 'kills'}, heard again after ", end="")
        print(f"{statistics.median(waits):.1f} s (median), {max(waits):.1f} s at most")
        report(listener, readings)


def go_wrong(file: Path, fault: str, seconds: float) -> None:
    """For so long."""
    file.write_text(fault)
    time.sleep(seconds)
    file.unlink()


def report(listener: Listener, readings: list[tuple[int, float, int, int]]) -> None:
    """Print what came of it."""
    pattern = listener.pattern()
    offsets = [(made - at) % CYCLE for at, made in enumerate(pattern) if made is not None]
    usual = statistics.mode(offsets)
    errors = [min((o - usual) % CYCLE, (usual - o) % CYCLE) for o in offsets]
    counters = listener.source.counters
    early = readings[len(readings) // 4]
    last = readings[-1]
    print(f"connections lost and found {counters.reconnects} (the playlist reader")
    print(f"outlives short outages by itself), {listener.seconds:.0f} s of media, gaps {counters.gap_seconds:.0f} s")
    print(f"seconds heard {len(offsets)}, at another place than their wall time says: {sum(map(bool, errors))}")
    print(
        f"largest error {max(errors)} s; damaged packets {counters.decode_errors}; dropped {counters.dropped_seconds} s"
    )
    print(f"memory {early[1]:.0f} -> {last[1]:.0f} MiB (the listener keeps all sound: 3.7 MiB a minute), ")
    print(f"threads {early[2]} -> {last[2]}, descriptors {early[3]} -> {last[3]}")


def resident() -> float:
    """MiB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main()
