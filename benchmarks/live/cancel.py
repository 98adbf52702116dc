"""How long a live source takes to let go: while its server is frozen, and while it is being opened in vain.

python3 dev.py bench live/cancel.py [--rounds 10]

Milliseconds from the cancelling of the token to the return of `close`.
"""

from __future__ import annotations

import argparse
import os
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import open_source
from tests.support.live_listener import Listener
from tests.support.live_material import write_material
from tests.support.live_servers import RTMP_MODULE, Server, free_port, publisher, rtmp_server
from tests.support.ring_files import write_film

ROOT = Path(__file__).parents[2]
PATIENT = SourceOptions(open_timeout=30.0, read_timeout=30.0)


def main() -> None:
    """Measure all kinds of sources and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=10)
    rounds = parser.parse_args().rounds
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        film = write_film(folder / "film.ts", 20)
        write_material(folder, 300)
        print("| state | source | median ms | longest ms |\n| --- | --- | --- | --- |")
        for kind in ("hls", "radio", "rtmp", "udp", "srt"):
            if kind == "rtmp" and not RTMP_MODULE.exists():
                continue
            times = []
            for number in range(rounds):
                with frozen(kind, folder / f"{kind}{number}", folder, film) as listener:
                    times.append(let_go(listener))
            show("frozen", kind, times)
        for scheme in ("http", "rtmp", "rtsp", "udp", "srt"):
            show("opening", scheme, [opened_in_vain(scheme) for _ in range(rounds)])


def show(state: str, source: str, times: list[float]) -> None:
    """One row."""
    print(f"| {state} | {source} | {statistics.median(times):.0f} | {max(times):.0f} |", flush=True)


@contextmanager
def frozen(kind: str, scratch: Path, folder: Path, film: Path) -> Iterator[Listener]:
    """A source of that kind whose server sends nothing more."""
    with ExitStack() as stack:
        address, server = started(kind, scratch, folder, film, stack)
        listener = stack.enter_context(Listener(address, options=PATIENT))
        listener.wait_for_seconds(1.0)
        server.freeze()
        time.sleep(0.5)
        yield listener


def started(kind: str, scratch: Path, folder: Path, film: Path, stack: ExitStack) -> tuple[str, Server]:
    """The address of a running stream and the server to freeze."""
    port = free_port(socket.SOCK_DGRAM if kind in ("udp", "srt") else socket.SOCK_STREAM)
    copy = ["-c", "copy", "-f", "mpegts"]
    if kind == "udp":
        address = f"udp://127.0.0.1:{port}"
        return address, stack.enter_context(publisher(film, *copy, f"{address}?pkt_size=1316"))
    if kind == "srt":
        address = f"srt://127.0.0.1:{port}"
        return address, stack.enter_context(publisher(film, *copy, f"{address}?mode=listener"))
    if kind == "rtmp":
        address = f"rtmp://127.0.0.1:{port}/live/a"
        server = stack.enter_context(rtmp_server(scratch, port, free_port()))
        stack.enter_context(publisher(film, "-c", "copy", "-f", "flv", address))
        return address, server
    origin = [sys.executable, "-m", "tests.support.live_origin", str(port), str(folder), str(time.time() - 20)]
    path = "live.m3u8" if kind == "hls" else "radio"
    return f"http://127.0.0.1:{port}/{path}", stack.enter_context(Server(origin, port))


def let_go(listener: Listener) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    listener.token.cancel()
    listener.source.close()
    return 1000 * (time.perf_counter() - began)


def opened_in_vain(scheme: str) -> float:
    """Milliseconds until an opening is given up, at a server that takes the connection and says nothing."""
    kind = socket.SOCK_DGRAM if scheme in ("udp", "srt") else socket.SOCK_STREAM
    token, ended = CancelToken(), []
    with socket.socket(socket.AF_INET, kind) as silent:
        silent.bind(("127.0.0.1", 0))
        if kind is socket.SOCK_STREAM:
            silent.listen()
        port = silent.getsockname()[1]

        def attempt() -> None:
            try:
                open_source(f"{scheme}://127.0.0.1:{port if scheme != 'udp' else free_port(kind)}/a", token, PATIENT)
            except Cancelled:
                ended.append(time.perf_counter())

        thread = threading.Thread(target=attempt)
        thread.start()
        time.sleep(1.0)
        began = time.perf_counter()
        token.cancel()
        thread.join(30)
    return 1000 * (ended[0] - began)


if __name__ == "__main__":
    main()
