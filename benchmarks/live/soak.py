"""A long live session in a short time: does anything grow, does the lag?

python3 dev.py bench live/soak.py [--hours 4] [--speed 8] [--restart 20] [--log FILE]

A publisher sends a film in which somebody speaks to nginx-rtmp, several times as fast as it plays, and is killed now
and then. A whole session listens: recognition and translation (the fixture models), ledger, caption file, ring and
recording; a reader follows the ring as a player does. Its clock runs as fast as the film, so that lags and load are
those of a machine that is so many times slower. Every minute of the stream, memory, threads, descriptors and lag are
looked at. The slope of the memory is that of a straight line through the medians of each quarter of an hour, behind the
first half hour. A publisher that is held
(SIGSTOP) holds the soak: media time stands still, too.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from streamlation_desktop.app import build_services
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.clock import SystemClock
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.events import Envelope, EventBus, LiveStats, Progressed, SessionSummary
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.media.ffmpeg import ffmpeg_path
from streamlation_desktop.media.ring.reader import RingReader
from streamlation_desktop.session.live import LiveSession
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest, OutputRequest
from tests.support.commands import streamlation
from tests.support.live_servers import Server, free_port, publisher, rtmp_server

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "models" / "fixtures"
TALK = ROOT / "tests" / "data" / "speech" / "en-talk.opus"
_WARM = 0.5
"""Hours that the measurements leave out."""
_HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What was seen at one moment."""

    media: float
    """Seconds of the stream so far."""
    memory: float
    """MiB."""
    threads: int
    descriptors: int
    lag: float
    """Seconds of the stream, the median of the latest thousand words."""
    reconnects: int
    dropped: float


class FastClock(SystemClock):
    """Runs as fast as the film."""

    def __init__(self, speed: float) -> None:
        self._speed = speed

    def now(self) -> float:
        return time.monotonic() * self._speed


class Watch:
    """Looks at the process once a minute of the stream, as the events of the session tell that time."""

    def __init__(self, log: Path | None) -> None:
        self.readings: list[Reading] = []
        self.media = 0.0
        self.moved = threading.Event()
        self._log = log
        self._stats: LiveStats | None = None

    def handle(self, envelope: Envelope) -> None:
        """Of the session's bus."""
        match envelope.event:
            case LiveStats() as stats:
                self._stats = stats
            case Progressed("record", seconds):
                minute, self.media = int(self.media / 60), seconds
                if int(seconds / 60) > minute and self._stats is not None:
                    self._look(self._stats)
                self.moved.set()

    def _look(self, stats: LiveStats) -> None:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        descriptors = len(list(Path("/proc/self/fd").iterdir()))
        memory = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
        reading = Reading(
            self.media,
            memory,
            threading.active_count(),
            descriptors,
            stats.lag_p50 or 0.0,
            stats.reconnects,
            stats.dropped_seconds,
        )
        self.readings.append(reading)
        if self._log is not None:
            with self._log.open("a") as log:
                log.write("\t".join(f"{value:.2f}" for value in astuple(reading)) + "\n")


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--hours", type=float, default=4.0)
    parser.add_argument("--speed", type=float, default=8.0)
    parser.add_argument("--restart", type=float, default=20.0, help="minutes of the stream between kills")
    parser.add_argument("--log", type=Path, help="write every reading there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        install_models(folder / "home")
        film = write_talk(folder / "film.ts")
        port = free_port()
        address = f"rtmp://127.0.0.1:{port}/live/talk"
        stack.enter_context(rtmp_server(folder / "www", port, free_port()))
        pace = ("-readrate", str(options.speed))
        sender = stack.enter_context(publisher(film, "-c", "copy", "-f", "flv", address, before=pace))
        watch = Watch(options.log)
        summary = run(address, folder, watch, sender, options)
    report(watch.readings, summary)


def install_models(home: Path) -> None:
    """The fixture models, in a home of their own; this process uses it, too."""
    os.environ["STREAMLATION_HOME"] = str(home)
    for arguments in (["whisper-fixture"], ["opus-fixture-en-es", "--from", "en", "--to", "es"]):
        done = streamlation("models", "import", FIXTURES / arguments[0], *arguments[1:])
        assert done.code == 0, done.err


def write_talk(path: Path) -> Path:
    """Six minutes with a picture; two voices speak in the first half."""
    picture = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=10"]
    encoded = ["-c:v", "libx264", "-preset", "ultrafast", "-g", "20", "-c:a", "aac", "-ar", "44100"]
    pause = ["-af", "apad=whole_dur=360", "-t", "360"]
    command = [ffmpeg_path(), "-v", "error", *picture, "-i", str(TALK), *pause, *encoded, str(path)]
    subprocess.run(command, check=True, timeout=300)
    return path


def run(address: str, folder: Path, watch: Watch, sender: Server, options: argparse.Namespace) -> SessionSummary:
    """One session, until so many hours of the stream were recorded."""
    output = OutputRequest(formats=("srt",), folder=folder / "captions")
    job = JobRequest(address, (LanguageCode("en"),), (LanguageCode("es"),), output=output)
    ring = folder / "ring"
    ring.mkdir()
    request = LiveRequest(job, record=folder / "recording.ts", ring=ring)
    events, token = EventBus(), CancelToken()
    events.subscribe(watch.handle)
    ended: list[SessionSummary] = []
    with build_services() as services, following(ring, token):
        session = LiveSession(request, services, events, token, clock=FastClock(options.speed))
        thread = threading.Thread(target=lambda: ended.append(session.run()))
        thread.start()
        kills = 1
        while thread.is_alive() and watch.media < options.hours * _HOUR:
            watch.moved.clear()
            watch.moved.wait(5.0)
            if watch.media > kills * options.restart * 60:
                kills += 1
                sender.restart_after(2.0)
        token.cancel()
        thread.join(60)
    return ended[0]


@contextmanager
def following(ring: Path, token: CancelToken) -> Iterator[None]:
    """A reader that stays at the edge as a player does, and goes back a minute now and then."""

    def follow() -> None:
        reader, count = RingReader(ring, token), 0
        try:
            while True:
                packet = reader.read(0.5)
                count += 1
                if packet is not None:
                    reader.template(packet.epoch)
                if count % 20_000 == 0:
                    reader.seek(reader.edge - 60.0)
        except Cancelled:
            reader.close()

    thread = threading.Thread(target=follow)
    thread.start()
    yield
    thread.join(10)


def report(readings: list[Reading], summary: SessionSummary) -> None:
    """Print what came of it."""
    start = readings[0].media
    warm = [r for r in readings if r.media - start >= _WARM * _HOUR]
    last = warm[-1]
    slope = growth(warm)
    first_hour = [r.lag for r in warm if r.media <= warm[0].media + _HOUR]
    last_hour = [r.lag for r in warm if r.media >= last.media - _HOUR]
    print(f"{last.media / _HOUR:.2f} h of the stream in {summary.wall_seconds / 60:.0f} min, {summary.cues} cues,")
    print(f"reconnects {last.reconnects}, dropped {last.dropped:.0f} s")
    print(f"memory {warm[0].memory:.1f} -> {last.memory:.1f} MiB: {slope:+.2f} MiB an hour of the stream")
    ratio = float(np.median(last_hour) / np.median(first_hour))
    print(f"lag p50, last hour {np.median(last_hour):.2f} s ÷ first {np.median(first_hour):.2f} s = {ratio:.3f}")
    for field in fields(Reading):
        if field.name in ("threads", "descriptors"):
            values = [getattr(r, field.name) for r in warm]
            print(f"{field.name} {min(values)}..{max(values)}, {values[-1] - values[0]:+d} at the end")


def growth(readings: list[Reading]) -> float:
    """MiB an hour; a median leaves out what a step needed for a moment."""
    quarters: dict[int, list[float]] = {}
    for reading in readings:
        quarters.setdefault(int(reading.media / (_HOUR / 4)), []).append(reading.memory)
    return float(np.polyfit([n / 4 for n in quarters], [np.median(q) for q in quarters.values()], 1)[0])


if __name__ == "__main__":
    main()
