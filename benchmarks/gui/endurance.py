"""Memory and closing time over many rounds of open, seek and close; no window, no sound device.

What the C library holds back in its arenas, one per thread that ever ran, is told beside what is in use.

Usage: python -m benchmarks.gui.endurance FILE [--rounds 200]
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import os
import random
import threading
import time
from statistics import median

from benchmarks.gui.stage import resident
from streamlation_desktop.media.av_streams.pictures import Picture
from streamlation_desktop.playback.player import Player
from streamlation_desktop.playback.states import PlayerEvent, Seeked


class Sink:
    def viewport(self) -> tuple[int, int]:
        return (1280, 720)

    def present(self, picture: Picture) -> None:
        self.latest = picture


def one_round(path: str, chance: random.Random) -> float:
    """Milliseconds that closing took, while it played."""
    arrived = threading.Semaphore(0)

    def happened(event: PlayerEvent) -> None:
        if isinstance(event, Seeked):
            arrived.release()

    player = Player(Sink(), happened, open_driver=None)
    player.open(path)
    assert arrived.acquire(timeout=20)
    for _ in range(3):
        player.seek(chance.uniform(0, player.duration or 1))
        assert arrived.acquire(timeout=20)
    started = time.monotonic()
    player.close()
    return (time.monotonic() - started) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--rounds", type=int, default=200)
    given = parser.parse_args()
    chance = random.Random(3)
    closing, memory = [], []
    for number in range(given.rounds):
        closing.append(one_round(given.file, chance))
        if number % 20 == 19:
            gc.collect()
            held = resident(os.getpid())
            ctypes.CDLL(None).malloc_trim(0)
            memory.append(resident(os.getpid()))
            print(f"{number + 1} rounds, {held:.0f} MiB, of that in use {memory[-1]:.0f}", flush=True)
    closing.sort()
    print(
        f"closing: median {median(closing):.0f} ms, p95 {closing[int(len(closing) * 0.95)]:.0f}, most {closing[-1]:.0f}"
    )
    print(f"memory in use after {given.rounds} rounds minus after 40: {memory[-1] - memory[1]:+.1f} MiB")
    print("threads left:", [thread.name for thread in threading.enumerate() if thread is not threading.main_thread()])


if __name__ == "__main__":
    main()
