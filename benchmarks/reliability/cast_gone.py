"""A television whose connection breaks while it plays: ``python3 dev.py reliability cast [TIMES [SEED]]`` (50).

Each time the receiver closes its TLS connection without a word. It must be told, playing must go on, and nothing may
fail. At last the receiver is unplugged: that must be told, and nothing may be served any more. Exit code 1 otherwise.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from streamlation_desktop.core.casting import CastState
from tests.support.cast_stage import Stage, captions, stage
from tests.support.waiting import until

_PATIENCE = 120.0
_ROUNDS_PER_FILM = 4
"""The sample is a minute long."""


def main() -> int:
    """Break it again and again."""
    times, seed = ([int(argument) for argument in sys.argv[1:]] + [50, 1][len(sys.argv) - 1 :])[:2]
    rng, waits = random.Random(seed), list[float]()
    with tempfile.TemporaryDirectory(prefix="streamlation-cast-") as name:
        os.environ["STREAMLATION_HOME"] = str(Path(name) / "home")
        with stage(Path(name)) as s:
            for number in range(times):
                if number % _ROUNDS_PER_FILM == 0:
                    s.start(captions())
                    _next(s, CastState.PLAYING, len(s.statuses()))
                time.sleep(rng.uniform(0, 1))  # any moment of playing
                mark, begun = len(s.statuses()), time.monotonic()
                s.tv.ask("drop")
                _next(s, CastState.PLAYING, _next(s, CastState.RECONNECTING, mark))
                waits.append(time.monotonic() - begun)
                print(f"{number + 1}: plays again after {waits[-1]:.1f} s", flush=True)
            failed = sum(event.status.state is CastState.FAILED for event in s.statuses())
            mark = len(s.statuses())
            s.tv.unplug()
            _next(s, CastState.FAILED, mark)
            told = time.monotonic()
            until(lambda: not s.casting.server.shares, _PATIENCE)
            closed = time.monotonic() - told
    usual, longest = statistics.median(waits), max(waits)
    print(f"{times} times: plays again after {usual:.1f} s, at most {longest:.1f} s; {failed} failures")
    print(f"unplugged: told, and {closed:.2f} s later nothing was served")
    return 1 if failed or closed > 2 else 0


def _next(s: Stage, state: CastState, mark: int) -> int:
    """Wait for a state after the statuses that `mark` counts; returns the count with it."""

    def look() -> int:
        found = [place for place, event in enumerate(s.statuses()) if place >= mark and event.status.state is state]
        return found[0] + 1 if found else 0

    return until(look, _PATIENCE)


if __name__ == "__main__":
    sys.exit(main())
