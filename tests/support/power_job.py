"""A job of the ledger in a process of its own: ``python -m tests.support.power_job DATABASE SOURCE CHUNKS``.

Prints the ordinal of each chunk when its commits have returned.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.support.ledger_job import FINISHED, work


class Printer:
    """Stands where the other end of a pipe would: what is sent is told to the world."""

    def send(self, ordinal: int) -> None:
        if ordinal != FINISHED:
            os.write(1, f"{ordinal}\n".encode())


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), Printer())
