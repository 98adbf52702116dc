"""A long live session in a short time: does anything grow?

python3 dev.py bench live/soak.py [--minutes 10] [--speed 8] [--restart 45]

A publisher sends a film to nginx-rtmp several times as fast as it plays, and is killed now and then. Packets go to a
ring, from there to a reader at the edge and to a recording; the sound is read and thrown away. Memory, threads,
descriptors and the size of the ring are looked at every few seconds; the slope is that of a straight line through the
second half.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.ring.folder import RingFolder
from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.ring.reader import RingReader
from streamlation_desktop.media.ring.recorder import RingRecorder
from streamlation_desktop.media.source import MediaSource, open_source
from tests.support.live_servers import Server, free_port, publisher, rtmp_server
from tests.support.ring_files import write_film

_EVERY = 5.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What was seen at one moment."""

    media: float
    """Seconds of the stream so far."""
    memory: float
    """MiB."""
    threads: int
    descriptors: int
    ring: float
    """MiB on disk."""


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--speed", type=float, default=8.0)
    parser.add_argument("--restart", type=float, default=45.0, help="seconds between kills of the publisher")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        film = write_film(folder / "film.ts", 30, width=640)
        port = free_port()
        address = f"rtmp://127.0.0.1:{port}/live/a"
        stack.enter_context(rtmp_server(folder / "www", port, free_port()))
        sender = publisher(film, "-c", "copy", "-f", "flv", address, before=("-readrate", str(options.speed)))
        stack.enter_context(sender)
        ring = stack.enter_context(RingFolder(folder / "rings"))
        report(watch(address, ring.path, folder / "recording.ts", sender, options.minutes * 60, options.restart))


def watch(
    address: str, ring: Path, recording: Path, sender: Server, seconds: float, restart: float
) -> tuple[list[Reading], MediaSource]:
    """Run one session and look at it."""
    token = CancelToken()
    limits = RingLimits(ring, seconds=120.0)
    source = open_source(address, token, SourceOptions(read_timeout=3.0, ring=limits))
    recorder = RingRecorder(ring, recording, token)
    work = [lambda: exhaust(source), recorder.run, lambda: follow(ring, token)]
    threads = [threading.Thread(target=ended_by_cancel, args=(each,)) for each in work]
    for thread in threads:
        thread.start()
    readings, began, kills = [], time.monotonic(), 1
    while time.monotonic() - began < seconds:
        time.sleep(_EVERY)
        readings.append(look(ring, recorder.seconds))
        if time.monotonic() - began > kills * restart:
            kills += 1
            sender.restart_after(4.0)
    token.cancel()
    source.close()
    for thread in threads:
        thread.join(20)
    return readings, source


def exhaust(source: MediaSource) -> None:
    """Listen and forget."""
    for _ in source.audio():
        pass


def follow(ring: Path, token: CancelToken) -> None:
    """A reader that stays at the edge, and goes back a minute now and then."""
    reader = RingReader(ring, token)
    count = 0
    while True:
        packet = reader.read(0.5)
        count += 1
        if packet is not None:
            reader.template(packet.epoch)
        if count % 20_000 == 0:
            reader.seek(reader.edge - 60.0)


def ended_by_cancel(work: object) -> None:
    """Run until the token is cancelled."""
    try:
        work()  # type: ignore[operator]
    except Cancelled:
        return


def look(ring: Path, media: float) -> Reading:
    """One reading."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    size = sum(path.stat().st_size for path in ring.iterdir() if path.exists())
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    memory = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    return Reading(media, memory, threading.active_count(), descriptors, size / 2**20)


def report(seen: tuple[list[Reading], MediaSource]) -> None:
    """Print what came of it."""
    readings, source = seen
    half = readings[len(readings) // 2 :]
    slope = np.polyfit([r.media / 3600 for r in half], [r.memory for r in half], 1)[0]
    first, last = half[0], half[-1]
    print(f"media {last.media / 60:.0f} min, reconnects {source.counters.reconnects}, ", end="")
    print(f"dropped {source.counters.dropped_seconds:.0f} s")
    print(f"memory {first.memory:.1f} -> {last.memory:.1f} MiB in the second half: {slope:+.2f} MiB per hour of media")
    for name in ("threads", "descriptors"):
        values = [getattr(r, name) for r in half]
        print(f"{name} {min(values)}..{max(values)}")
    print(f"ring on disk {min(r.ring for r in half):.1f}..{max(r.ring for r in half):.1f} MiB")


if __name__ == "__main__":
    main()
