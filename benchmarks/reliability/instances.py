"""Starts of the window five at once: ``python3 dev.py reliability instances [ROUNDS [SEED]]`` (10: 50 starts).

After each round one window is open and the others have ended with 0; it is then killed, as by a crash, and the next
round must take its place over. Exit code 1 when any round went otherwise.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.support.instances import complaints, wait_for_one, windows

_AT_ONCE = 5


def main() -> int:
    """Every round on the same home."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    bad = 0
    with tempfile.TemporaryDirectory(prefix="streamlation-instances-") as name:
        for number in range(rounds):
            started = time.monotonic()
            with windows(Path(name), _AT_ONCE) as processes:
                try:
                    is_good = not any(wait_for_one(processes))
                except AssertionError as failure:
                    is_good = False
                    print(failure)
            bad += not is_good
            print(f"round {number + 1}: {'good' if is_good else 'BAD'}, {time.monotonic() - started:.1f} s", flush=True)
        errors = complaints(Path(name))
    print(f"{rounds * _AT_ONCE} starts, {bad} rounds bad, {len(errors)} complaints in the log", *errors[:5], sep="\n")
    return 1 if bad or errors else 0


if __name__ == "__main__":
    sys.exit(main())
