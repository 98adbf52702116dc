"""How much of what is sent to an AirPlay receiver (shairport-sync) is played bit by bit; ends with 1 unless it is all.

python -m benchmarks.cast.airplay [--times 3], as root, for the namespace of the receiver.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.integration.cast.test_airplay import play


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=3)
    lost = 0
    for number in range(parser.parse_args().times):
        with tempfile.TemporaryDirectory() as folder:
            heard = play(Path(folder))
        print(f"| run {number + 1}: packets played bit by bit / sent | {heard.found} / {heard.packets} |")
        lost += heard.packets - heard.found
    sys.exit(bool(lost))


if __name__ == "__main__":
    main()
