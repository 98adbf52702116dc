"""Live sources from real servers on the loopback interface: ffmpeg, and small ones in this file."""

from __future__ import annotations

import itertools
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.media.ffmpeg import ffmpeg_path
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import MediaSource, open_source
from tests.support.media_files import heard, write_hls, write_tones
from tests.support.media_web import Request, WebServer, web_server

pytestmark = pytest.mark.network

OPTIONS = SourceOptions(open_timeout=15.0, read_timeout=2.0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("live")
    write_tones(folder / "tones.ts", 20)
    write_tones(folder / "tones.mp4", 20)
    write_tones(folder / "tones.mp3", 20, codec="libmp3lame")
    write_hls(folder / "hls", 40, live=True)
    return folder


@pytest.fixture
def web(folder: Path) -> Iterator[WebServer]:
    with web_server(folder) as server:
        yield server


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Publisher:
    """An ffmpeg that plays a file in real time to an address."""

    def __init__(self, file: Path, *output: str) -> None:
        arguments = ["-hide_banner", "-loglevel", "error", "-nostdin", "-re", "-i", str(file), "-c", "copy", *output]
        self._process = subprocess.Popen([ffmpeg_path(), *arguments])

    def __enter__(self) -> Publisher:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()


def take(source: MediaSource, seconds: float) -> npt.NDArray[np.float32]:
    blocks = []
    held = 0
    for chunk in source.audio():
        assert chunk.first_sample == held
        blocks.append(chunk.samples)
        held += len(chunk.samples)
        if held >= seconds * 16_000:
            break
    return np.concatenate(blocks)


def consecutive(samples: npt.NDArray[np.float32]) -> bool:
    """Every second of the pattern follows the one before."""
    found = [heard(samples, at + 0.5) for at in range(len(samples) // 16_000)]
    steps = [b - a for a, b in itertools.pairwise(found) if a is not None and b is not None]
    return len(steps) >= 1 and set(steps) <= {0, 1, 2}


@pytest.mark.parametrize(
    ("address", "output"),
    [
        ("srt://127.0.0.1:{port}", ("-f", "mpegts", "srt://127.0.0.1:{port}?mode=listener")),
        ("rtmp://127.0.0.1:{port}/live/a", ("-f", "flv", "-listen", "1", "rtmp://127.0.0.1:{port}/live/a")),
        ("udp://127.0.0.1:{port}", ("-f", "mpegts", "udp://127.0.0.1:{port}?pkt_size=1316")),
    ],
    ids=["srt", "rtmp", "udp"],
)
def test_a_stream_is_heard_while_it_is_sent(folder: Path, address: str, output: tuple[str, ...]) -> None:
    port = free_port(socket.SOCK_STREAM if "rtmp" in address else socket.SOCK_DGRAM)
    with Publisher(folder / "tones.ts", *(part.format(port=port) for part in output)):
        if "rtmp" in address:
            wait_until_listening(port)
        source = open_source(address.format(port=port), CancelToken(), OPTIONS)
        samples = take(source, 3.0)
        info = source.info
        source.close()

    assert info.is_live
    assert info.duration is None
    assert consecutive(samples)


def wait_until_listening(port: int) -> None:
    """Reads the kernel's table: connecting would use up a server that takes one client."""
    entry = f"0100007F:{port:04X} 00000000:0000 0A"
    deadline = time.monotonic() + 10
    while entry not in Path("/proc/net/tcp").read_text():
        assert time.monotonic() < deadline
        time.sleep(0.02)


class Window:
    """A live playlist: a window of six segments that moves with the clock."""

    def __init__(self) -> None:
        self.started = time.monotonic() - 6.0
        self.ended_at: float | None = None

    def __call__(self, request: Request) -> None:
        newest = int((self.ended_at or time.monotonic()) - self.started)
        first = max(0, newest - 6)
        lines = ["#EXTM3U", "#EXT-X-VERSION:3", "#EXT-X-TARGETDURATION:1", f"#EXT-X-MEDIA-SEQUENCE:{first}"]
        for number in range(first, newest):
            lines += ["#EXTINF:1.0,", f"/hls/s{number}.ts"]
        body = ("\n".join(lines) + "\n").encode()
        request.send_response(200)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)


def test_hls_live_starts_near_the_edge_and_goes_on(web: WebServer) -> None:
    web.fail("/live.m3u8", Window())
    source = open_source(f"{web.url}/live.m3u8", CancelToken(), OPTIONS)

    samples = take(source, 5.0)

    assert source.info.is_live
    source.close()
    assert heard(samples, 0.5) in (2, 3, 4)
    assert consecutive(samples)


def test_hls_live_resumes_after_an_outage_without_repeating(web: WebServer) -> None:
    window = Window()
    web.fail("/live.m3u8", window)
    source = open_source(f"{web.url}/live.m3u8", CancelToken(), SourceOptions(read_timeout=0.5))
    chunks = source.audio()
    blocks = [next(chunks).samples for _ in range(4)]

    web.fail("/live.m3u8", Request.reset)
    threading.Timer(5.0, lambda: web.fail("/live.m3u8", window)).start()
    while source.counters.reconnects == 0:
        blocks.append(next(chunks).samples)
    blocks += [next(chunks).samples for _ in range(4)]
    source.close()

    found = [heard(np.concatenate(blocks), at + 0.5) for at in range(len(blocks) // 2)]
    spoken = [second for second in found if second is not None]
    assert source.counters.reconnects >= 1
    assert spoken == sorted(spoken)


def station(request: Request, audio: bytes, interval: int, *, status: bytes = b"") -> None:
    """Speak ICY: titles between the audio, no length, in bursts."""
    if status:
        request.wfile.write(status)
    else:
        request.send_response(200)
        request.send_header("icy-name", "Radio Test")
        request.send_header("icy-metaint", str(interval))
        request.end_headers()
    title = b"StreamTitle='A song';".ljust(32, b"\0")
    for start in range(0, len(audio), interval):
        request.wfile.write(audio[start : start + interval] + b"\x02" + title)
        if request.server.closing.wait(0.02):
            return


@pytest.mark.parametrize("status", [b"", b"ICY 200 OK\r\nicy-name:Radio Test\r\nicy-metaint:1000\r\n\r\n"])
def test_a_radio_station_is_heard_without_its_titles_and_again_after_it_hung_up(
    web: WebServer, folder: Path, status: bytes
) -> None:
    audio = (folder / "tones.mp3").read_bytes()
    web.fail("/radio", lambda request: station(request, audio[:40_000], 1000, status=status))
    source = open_source(f"{web.url}/radio", CancelToken(), OPTIONS)

    samples = take(source, 20.0)

    assert source.info.is_live
    assert source.info.title == "Radio Test"
    assert source.counters.decode_errors <= 2 * (1 + source.counters.reconnects)  # at the cuts
    assert source.counters.reconnects >= 1
    assert [heard(samples, at + 0.5) for at in range(6)] == [0, 1, 2, 3, 4, 5]
    source.close()


def test_cancel_ends_a_live_source_that_is_waiting_to_reconnect(web: WebServer, folder: Path) -> None:
    audio = (folder / "tones.mp3").read_bytes()
    web.fail("/radio", lambda request: station(request, audio[:30_000], 1000), times=1)
    token = CancelToken()
    source = open_source(f"{web.url}/radio", token, OPTIONS)
    chunks = source.audio()
    threading.Timer(1.0, token.cancel).start()
    started = time.monotonic()

    with pytest.raises(Cancelled):
        list(chunks)

    assert time.monotonic() - started < 1.5
    source.close()


def test_dash_is_read_through_the_bridge(web: WebServer, folder: Path) -> None:
    dash = folder / "dash"
    dash.mkdir()
    write = ["-c", "copy", "-f", "dash", "-seg_duration", "2", str(dash / "film.mpd")]
    subprocess.run([ffmpeg_path(), "-v", "error", "-i", str(folder / "tones.mp4"), *write], check=True, timeout=60)
    source = open_source(f"{web.url}/dash/film.mpd", CancelToken(), OPTIONS)

    samples = np.concatenate([chunk.samples for chunk in source.audio()])
    source.close()

    assert not source.info.is_live
    assert source.info.duration == pytest.approx(20.0, abs=0.5)
    assert [heard(samples, at + 0.5) for at in range(20)] == list(range(20))


def test_a_manifest_on_disk_is_read_without_the_network(folder: Path) -> None:
    dash = folder / "disk"
    dash.mkdir()
    write = ["-c", "copy", "-f", "dash", "-seg_duration", "2", str(dash / "film.mpd")]
    subprocess.run([ffmpeg_path(), "-v", "error", "-i", str(folder / "tones.mp4"), *write], check=True, timeout=60)
    source = open_source(str(dash / "film.mpd"), CancelToken(), OPTIONS)

    samples = np.concatenate([chunk.samples for chunk in source.audio()])
    source.close()

    assert [heard(samples, at + 0.5) for at in range(20)] == list(range(20))


def test_standard_input_needs_no_seeking(folder: Path) -> None:
    script = (
        "from streamlation_desktop.core.cancel import CancelToken\n"
        "from streamlation_desktop.media.source import open_source\n"
        "s = open_source('-', CancelToken())\n"
        "print(sum(len(c.samples) for c in s.audio()))\n"
        "s.close()\n"
    )
    import sys

    with (folder / "tones.ts").open("rb") as file:
        done = subprocess.run([sys.executable, "-c", script], stdin=file, capture_output=True, timeout=60, check=True)

    assert int(done.stdout) == pytest.approx(20 * 16_000, abs=2_000)
