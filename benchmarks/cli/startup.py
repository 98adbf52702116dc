"""How long the program takes to answer, as a ratio to the interpreter that does nothing.

usage: python3 dev.py bench cli/startup.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 15
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "streamlation --help": ["-m", "streamlation_desktop", "--help"],
    "streamlation --version": ["-m", "streamlation_desktop", "--version"],
    "streamlation run --help": ["-m", "streamlation_desktop", "run", "--help"],
}


def main() -> None:
    """Print the median wall time of each command and its ratio to the bare interpreter, measured in turns."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, command in COMMANDS.items():
            started = time.perf_counter()
            subprocess.run([sys.executable, *command], check=True, capture_output=True)
            times[name].append(time.perf_counter() - started)
    bare = statistics.median(times["python -c pass"])
    print("| command | median s | fastest s | ÷ bare interpreter |\n| --- | --- | --- | --- |")
    for name, values in times.items():
        median = statistics.median(values)
        print(f"| {name} | {median:.3f} | {min(values):.3f} | {median / bare:.1f} |")


if __name__ == "__main__":
    main()
