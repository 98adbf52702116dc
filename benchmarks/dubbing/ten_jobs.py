"""Ten dubs at once beside the same ten one after the other.

``python -m benchmarks.dubbing.ten_jobs [JOBS]``
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.dubbing.running import open_home, work
from tests.support.dubs import dub_request, make_talk


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        talk, captions = make_talk(folder)
        for order in ("in sequence", "at once"):
            requests = [dub_request(talk, captions, folder / order / str(number)) for number in range(count)]
            with open_home(folder / f"home {order}") as services:
                work(services, [dub_request(talk, captions, folder / order / "warm")])
                wall, cpu = time.monotonic(), time.process_time()
                for batch in [requests] if order == "at once" else [[each] for each in requests]:
                    work(services, batch)
                wall, cpu = time.monotonic() - wall, time.process_time() - cpu
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"{count} {order}: {wall:.1f} s, processor {cpu:.1f} s, peak so far {peak} MiB", flush=True)


if __name__ == "__main__":
    main()
