"""The local server: range reads against bare aiohttp, and events to 200 WebSocket clients.

python -m benchmarks.cast.serving [--mib 64] [--clients 200] [--events 40] [--interval 0.5]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

import aiohttp
from aiohttp import web

from streamlation_desktop.cast.shares import Share
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import CueCommitted, EventBus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.remote import RemoteRunner
from streamlation_desktop.session.request import JobRequest, OutputRequest
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.storage.database import Database
from streamlation_desktop.web.api import build_api
from streamlation_desktop.web.board import BoardEntry
from streamlation_desktop.web.casting import build_casting
from streamlation_desktop.web.server import LocalServer
from streamlation_desktop.web.tokens import Scope

ROUNDS = 15
SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "sample.mp4"


async def read_ranges(url: str, size: int) -> float:
    """MB/s of one client that reads the whole file in four parts."""
    begun = time.perf_counter()
    async with aiohttp.ClientSession() as session:
        for part in range(4):
            first, last = size * part // 4, size * (part + 1) // 4 - 1
            async with session.get(url, headers={"Range": f"bytes={first}-{last}"}) as answer:
                assert answer.status == 206
                while await answer.content.readany():
                    pass
    return size / 1e6 / (time.perf_counter() - begun)


def bare_server(path: Path) -> tuple[str, asyncio.AbstractEventLoop]:
    """aiohttp's own file response and nothing else, in a thread like ours."""
    loop, address = asyncio.new_event_loop(), []

    async def serve(request: web.Request) -> web.StreamResponse:
        return web.FileResponse(path, chunk_size=256 * 1024)

    async def start() -> None:
        app = web.Application()
        app.router.add_get("/file", serve)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        address.append(runner.addresses[0][1])

    threading.Thread(target=loop.run_forever, daemon=True).start()
    asyncio.run_coroutine_threadsafe(start(), loop).result(10)
    return f"http://127.0.0.1:{address[0]}/file", loop


def ranges(mib: int) -> None:
    with tempfile.TemporaryDirectory() as name, LocalServer() as server:
        path = Path(name) / "film.mp4"
        path.write_bytes(os.urandom(1 << 20) * mib)
        size = path.stat().st_size
        share = server.shares.add(Share({"film.mp4": path}))
        ours = server.listen("127.0.0.1", 0, server.media_routes) + share.path("film.mp4")
        bare, loop = bare_server(path)
        rates: dict[str, list[float]] = {"ours": [], "bare aiohttp": []}
        for _ in range(ROUNDS):
            rates["bare aiohttp"].append(asyncio.run(read_ranges(bare, size)))
            rates["ours"].append(asyncio.run(read_ranges(ours, size)))
        loop.call_soon_threadsafe(loop.stop)
        medians = {side: statistics.median(values) for side, values in rates.items()}
        print(f"| range reads, {mib} MiB, {ROUNDS} rounds in turn: MB/s ours | {medians['ours']:.0f} |")
        print(f"| the same, bare aiohttp | {medians['bare aiohttp']:.0f} |")
        print(f"| ours ÷ bare | {medians['ours'] / medians['bare aiohttp']:.3f} |")


async def listen(url: str, token: str, count: int, sent: dict[int, float], delays: list[float]) -> None:
    headers = {"Authorization": f"Bearer {token}"}
    async with aiohttp.ClientSession() as session, session.ws_connect(url, headers=headers, max_msg_size=0) as socket:
        seen = 0
        async for message in socket:
            event = message.json()
            if event["type"] == "cue-committed":
                delays.append(time.perf_counter() - sent[event["cue"]["index"]])
                seen += 1
                if seen == count:
                    return


def wait_for_words(entry: BoardEntry) -> None:
    """Until the live session hears something: its start is over then."""
    deadline = time.monotonic() + 120
    while not any(item.kind == "caption-updated" for item in tuple(entry.feed.passing)):
        assert time.monotonic() < deadline
        assert not entry.feed.is_over, entry.feed.error
        time.sleep(0.1)


def clients(number: int, count: int, interval: float, *, live: bool) -> None:
    """Delays from publishing on a session's thread to the parsed message in each client."""
    paths = app_paths()
    paths.ensure()
    delays: list[float] = []
    sent: dict[int, float] = {}
    with (
        Database(paths.database) as database,
        build_casting(paths, database, EventBus()) as casting,
        closing(RemoteRunner()) as runner,
        build_api(paths, database, runner, casting) as api,
    ):
        url = api.listen("127.0.0.1", 0)
        token, _ = api.access.tokens.issue(Scope.VIEW, keep=False)
        events = EventBus(session_id="f00")
        api.board.follow(events, "a talk", CancelToken())
        if live:
            job = JobRequest(str(SAMPLE), sources=(LanguageCode("en"),), output=OutputRequest(formats=()))
            busy = api.board.start(LiveRequest(job), "busy")
            wait_for_words(busy)

        def publish() -> None:
            deadline = time.monotonic() + 60
            while api.streams.counters.clients < number and time.monotonic() < deadline:
                time.sleep(0.05)
            for index in range(count):
                sent[index] = time.perf_counter()
                cue = Cue(
                    index, TimeSpan(index, index + 1), ("Una línea de texto que se lee bien",), LanguageCode("es")
                )
                events.publish(CueCommitted(cue))
                time.sleep(interval)

        async def run() -> None:
            address = f"{url}/api/v1/sessions/f00/events.ws"
            await asyncio.gather(*(listen(address, token, count, sent, delays) for _ in range(number)))

        thread = threading.Thread(target=publish, daemon=True)
        thread.start()
        asyncio.run(run())
        thread.join()
    delays.sort()
    what = "with a live session running" if live else "idle"
    figures = " / ".join(f"{delays[int((len(delays) - 1) * share)] * 1e3:.0f}" for share in (0.5, 0.95, 1.0))
    print(f"| {number} WebSocket clients, {count} events, {what}: p50 / p95 / max ms | {figures} |")
    assert len(delays) == number * count


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--mib", type=int, default=64)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--events", type=int, default=40)
    parser.add_argument("--interval", type=float, default=0.5, help="seconds between events")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["STREAMLATION_HOME"] = home
        print("| what | result |\n| --- | --- |")
        ranges(options.mib)
        for live in (False, True):
            clients(options.clients, options.events, options.interval, live=live)


if __name__ == "__main__":
    main()
