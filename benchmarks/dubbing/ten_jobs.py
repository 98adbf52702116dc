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
from streamlation_desktop.session.remote import RemoteRunner
from tests.support.dubs import dub_request, make_talk

_BOTH = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        talk, captions = make_talk(folder)
        for order in ("in sequence", "at once", "in sequence", "at once"):
            home = Path(tempfile.mkdtemp(dir=folder))
            requests = [dub_request(talk, captions, home / str(number)) for number in range(count)]
            with open_home(home / "home") as services:
                engine = RemoteRunner()
                work(services, [dub_request(talk, captions, home / "warm")], engine)
                wall = time.monotonic()
                for batch in [requests] if order == "at once" else [[each] for each in requests]:
                    work(services, batch, engine)
                wall = time.monotonic() - wall
                engine.close()
            ours, engines = (resource.getrusage(who).ru_maxrss // 1024 for who in _BOTH)
            print(f"{count} {order}: {wall:.1f} s; peak so far {ours} MiB, engine process {engines} MiB", flush=True)


if __name__ == "__main__":
    main()
