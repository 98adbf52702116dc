"""Kills a real server under one live session of the whole program, again and again: do captions stay where they were?

python3 dev.py bench live/server_kills.py [--source rtmp|hls|icecast|rtsp] [--faults 100] [--seed 1]
    [--fault kill|suspend|clock] [--seconds 60]

nginx-rtmp gives RTMP and HLS, icecast2 a radio, a small server of our own RTSP; ffmpeg publishes a talk whose place
tells the wall time. `streamlation live` writes its SRT meanwhile. After each kill (SIGKILL of server and publisher,
down for 0.1 to 3 s) the stream must be heard again. Instead, the program can be stopped for a minute as a suspended
machine is (SIGSTOP), or the wall clock be set a day on and back (libfaketime). At the end each sentence that stands
whole in the SRT must lie where the talk had it in wall time: the same distance for all, however many gaps lie between.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import av

sys.path.insert(0, str(Path(__file__).parents[2]))

from streamlation_desktop.media.ffmpeg import ffmpeg_path
from streamlation_desktop.subtitles.formats.registry import read_subtitles
from tests.support.commands import streamlation
from tests.support.live_servers import Server, free_port, icecast_server, rtmp_server
from tests.support.rtsp_server import RtspServer
from tests.support.speech import plain

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "models" / "fixtures" / "whisper-fixture"
TALK = ROOT / "tests" / "data" / "speech" / "en-talk.opus"
FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"
DAYS = ("+1d", "-1d", "+3600", "+0")
"""What the wall clock is set to, one after the other."""
_LOOPS = 14
_PATIENCE = 60.0
_ATTEMPTS = 10
_PLACED = 1.0
"""Seconds by which a sentence may be misplaced: its words are known to a tenth, a connection's start to a packet."""


class Source(Protocol):
    """A stream whose server can crash."""

    @property
    def url(self) -> str:
        """Where to listen."""

    def outage(self, seconds: float) -> None:
        """Kill it and leave it dead for so long."""


class Studio(Server):
    """Publishes the talk from where it is in wall time."""

    def __init__(self, film: Path, epoch: float, *output: str) -> None:
        super().__init__(())
        self._film, self._epoch, self._output = film, epoch, output

    def start(self) -> None:
        """Again where the server, which listens already, does not take it yet."""
        quiet = ["-hide_banner", "-loglevel", "error", "-nostdin"]
        for _ in range(_ATTEMPTS):
            place = f"{time.time() - self._epoch:.3f}"
            self._command = [ffmpeg_path(), *quiet, "-re", "-ss", place, "-i", str(self._film), *self._output]
            super().start()
            time.sleep(0.5)
            if self.is_running:
                return


@dataclass
class Published:
    """A server and the studio that sends to it."""

    url: str
    server: Server
    studio: Studio

    def outage(self, seconds: float) -> None:
        self.studio.kill()
        self.server.restart_after(seconds)
        self.studio.start()
        while not self.server.is_running:  # icecast 2.4 may crash by itself when listeners come while it starts
            self.server.restart_after(0.1)
            self.studio.start()


@dataclass
class Camera:
    """An RTSP server."""

    server: RtspServer

    @property
    def url(self) -> str:
        return self.server.url

    def outage(self, seconds: float) -> None:
        self.server.is_down = True
        self.server.hang_up()
        time.sleep(seconds)
        self.server.is_down = False


@dataclass
class Program:
    """``streamlation live --json``, and what it has told."""

    process: subprocess.Popen[str]
    told: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    heard: float = 0.0
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def read(self) -> None:
        """On a thread of its own."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            event = json.loads(line)
            with self._changed:
                if event["type"].startswith("stream-"):
                    self.told.setdefault(event["type"], []).append(event)
                elif event["type"] == "stage-stats" and event["stage"] == "ingest":
                    self.heard = event["media_seconds"]
                self._changed.notify_all()

    def wait_for_seconds(self, more: float, patience: float = _PATIENCE) -> None:
        """Until so much more was heard; fails when the stream does not come back."""
        until, deadline = self.heard + more, time.monotonic() + patience
        with self._changed:
            while self.heard < until:
                assert self.process.poll() is None, f"the program ended with {self.process.returncode}"
                assert time.monotonic() < deadline, f"nothing is heard after {self.heard:.1f} s; {self._latest()}"
                self._changed.wait(0.5)

    def _latest(self) -> list[dict[str, Any]]:
        """What was told last of losing and finding the stream."""
        return sorted((e for events in self.told.values() for e in events), key=lambda event: event["seq"])[-4:]

    def suspend(self, seconds: float) -> None:
        """As a machine that sleeps."""
        self.process.send_signal(signal.SIGSTOP)
        time.sleep(seconds)
        self.process.send_signal(signal.SIGCONT)

    @property
    def size(self) -> tuple[float, int, int]:
        """MiB, threads, descriptors."""
        folder = Path(f"/proc/{self.process.pid}")
        status = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
        return int(status["VmRSS"].split()[0]) / 1024, int(status["Threads"]), len(list((folder / "fd").iterdir()))


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--source", choices=("rtmp", "hls", "icecast", "rtsp"), default="rtmp")
    parser.add_argument("--fault", choices=("kill", "suspend", "clock"), default="kill")
    parser.add_argument("--faults", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60.0, help="that the program is suspended for")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        os.environ["STREAMLATION_HOME"] = str(folder / "home")
        assert streamlation("models", "import", FIXTURE).code == 0
        film = write_film(folder / "talk.mp4")
        length = seconds(film) / (_LOOPS + 1)
        epoch = time.time()
        source = stack.enter_context(opened(options.source, film, folder, epoch))
        clock = folder / "clock"
        clock.write_text("+0")
        environment = faked(clock) if options.fault == "clock" else {}
        program = stack.enter_context(listening(source.url, folder / "captions", environment))
        program.wait_for_seconds(4.0, patience=5 * _PATIENCE)  # it measures the machine first
        sizes = []
        for number in range(options.faults):
            if options.fault == "kill":
                source.outage(rng.uniform(0.1, 3.0))
            elif options.fault == "suspend":
                program.suspend(options.seconds)
            else:
                clock.write_text(DAYS[number % len(DAYS)])
            program.wait_for_seconds(rng.uniform(2.0, 5.0))
            sizes.append(program.size)
        program.process.send_signal(signal.SIGINT)
        program.process.wait(60)
        [captions] = (folder / "captions").glob("*.srt")
        report(f"{options.source}: {options.faults} times {options.fault}", program, sizes, distances(captions), length)


def write_film(path: Path) -> Path:
    """The talk over and over, with a small picture; all are key frames, so that it can be sent from any moment on."""
    picture = ["-f", "lavfi", "-i", "color=gray:size=64x36:rate=10"]
    encoded = ["-c:v", "libx264", "-preset", "ultrafast", "-g", "1", "-c:a", "aac", "-ar", "44100", "-shortest"]
    once = path.with_stem("once")
    quiet = [ffmpeg_path(), "-v", "error"]
    subprocess.run([*quiet, *picture, "-i", str(TALK), *encoded, str(once)], check=True, timeout=300)
    loop = ["-stream_loop", str(_LOOPS), "-i", str(once), "-c", "copy"]
    subprocess.run([*quiet, *loop, str(path)], check=True, timeout=300)
    return path


@contextmanager
def opened(kind: str, film: Path, folder: Path, epoch: float) -> Iterator[Source]:
    """A running server of that kind."""
    if kind == "rtsp":
        with RtspServer(film, folder) as camera:
            yield Camera(camera)
        return
    port, http = free_port(), free_port()
    if kind == "icecast":
        server = icecast_server(folder / "ice", port)
        sound = ["-vn", "-c:a", "libmp3lame", "-b:a", "64k", "-f", "mp3", "-content_type", "audio/mpeg"]
        url = f"http://127.0.0.1:{port}/radio"
        studio = Studio(film, epoch, *sound, f"icecast://source:hackme@127.0.0.1:{port}/radio")
    else:
        server = rtmp_server(folder / "www", port, http)
        target = f"rtmp://127.0.0.1:{port}/live/a"
        url = target if kind == "rtmp" else f"http://127.0.0.1:{http}/hls/a.m3u8"
        studio = Studio(film, epoch, "-c", "copy", "-f", "flv", target)
    with server, studio:
        time.sleep(8.0 if kind == "hls" else 2.0)  # until there is something to hear
        yield Published(url, server, studio)


@contextmanager
def listening(url: str, folder: Path, environment: dict[str, str]) -> Iterator[Program]:
    """The program under test."""
    command = [sys.executable, "-m", "streamlation_desktop", "live", url, "--from", "en", "-o", str(folder), "--json"]
    whole = {**os.environ, **environment}
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=whole) as process:
        program = Program(process)
        thread = threading.Thread(target=program.read, daemon=True)
        thread.start()
        try:
            yield program
        finally:
            process.kill()
            thread.join(10)


def faked(clock: Path) -> dict[str, str]:
    """Environment of a program whose wall clock goes as the file says, while its monotonic one stays true."""
    assert Path(FAKETIME).exists(), "needs Debian's faketime"
    file = {"FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_CACHE_DURATION": "1"}
    return {"LD_PRELOAD": FAKETIME, "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1", **file}


def distances(captions: Path) -> list[float]:
    """Of each sentence that stands whole in the captions: how much later it is there than in the talk."""
    talk = json.loads(TALK.with_suffix(".json").read_text(encoding="utf-8"))["sentences"]
    places = {plain(sentence["text"]): sentence["start"] for sentence in talk}
    cues = read_subtitles(captions).cues
    found = []
    for position, cue in enumerate(cues):
        texts = (plain(" ".join(each.text for each in cues[position : position + count])) for count in (1, 2))
        place = next((places[text] for text in texts if text in places), None)
        if place is not None:
            found.append(cue.span.start - place)
    return found


def report(
    what: str,
    program: Program,
    sizes: Sequence[tuple[float, int, int]],
    found: Sequence[float],
    length: float,
) -> None:
    """Print what came of it; `length` is that of the talk, in seconds."""
    usual = statistics.median(d % length for d in found)
    errors = sorted(abs((d - usual + length / 2) % length - length / 2) for d in found)
    resumed = program.told.get("stream-resumed", [])
    early, last = sizes[len(sizes) // 4], sizes[-1]
    print(f"{what}, heard again each time; connections found again {len(resumed)}, ", end="")
    print(f"gaps {sum(event['gap'] for event in resumed):.0f} s, {program.heard:.0f} s of media")
    print(f"whole sentences in the SRT {len(found)}, misplaced by more than {_PLACED} s: ", end="")
    print(f"{sum(error > _PLACED for error in errors)}; error median {statistics.median(errors):.2f} s, ", end="")
    print(f"p95 {errors[int(0.95 * len(errors))]:.2f} s, largest {errors[-1]:.2f} s")
    print(f"memory {early[0]:.0f} -> {last[0]:.0f} MiB, threads {early[1]} -> {last[1]}, ", end="")
    print(f"descriptors {early[2]} -> {last[2]} (from the first quarter to the end)")


def seconds(film: Path) -> float:
    """Its length."""
    with av.open(str(film)) as container:
        return float(container.duration or 0) / 1e6


if __name__ == "__main__":
    main()
