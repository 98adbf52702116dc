"""Live HLS: wall time, an end that is told, titles of stations, and the ring behind it."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import StreamTitled
from streamlation_desktop.media.av_streams.packets import Kind
from streamlation_desktop.media.av_streams.ring_source import RingSource
from streamlation_desktop.media.ffmpeg import ffmpeg_path
from streamlation_desktop.media.ring.folder import RingFolder
from streamlation_desktop.media.ring.reader import RingReader
from streamlation_desktop.playback.base import PacketSource
from tests.support.live_listener import Listener
from tests.support.live_servers import publisher
from tests.support.media_files import write_hls, write_tones
from tests.support.media_web import Request, WebServer, web_server
from tests.support.ring_files import write_film

pytestmark = pytest.mark.network

MORNING = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("playlists")
    write_hls(folder / "hls", 30, live=True)
    write_tones(folder / "tones.mp3", 20, codec="libmp3lame")
    return folder


@pytest.fixture
def web(folder: Path) -> Iterator[WebServer]:
    with web_server(folder) as server:
        yield server


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[Path]:
    with RingFolder(tmp_path / "rings") as folder:
        yield folder.path


_ANEW = 9
"""With this segment an encoder begins anew, at 0 on its own clock."""


class Broadcast:
    """A playlist whose window moves with the clock, and that may end."""

    def __init__(self, *, last: int = 30, dated: bool = False, away: int = 0) -> None:
        """`away`: seconds for which the encoder was gone behind the 9th segment, as its dates tell, and they alone."""
        self._started = time.monotonic() - 6.0
        self._last = last
        self._dated = dated
        self._away = away

    def __call__(self, request: Request) -> None:
        newest = min(self._last, int(time.monotonic() - self._started))
        first = max(0, newest - 6)
        lines = ["#EXTM3U", "#EXT-X-VERSION:6", "#EXT-X-TARGETDURATION:1", f"#EXT-X-MEDIA-SEQUENCE:{first}"]
        for number in range(first, newest):
            is_anew = self._away > 0 and number >= _ANEW
            if is_anew and number == _ANEW:
                lines.append("#EXT-X-DISCONTINUITY")
            if self._dated:
                made = number + (self._away if is_anew else 0)
                lines.append(f"#EXT-X-PROGRAM-DATE-TIME:2026-03-01T08:00:{made:02d}.000Z")
            lines += ["#EXTINF:1.0,", f"/hls/s{number - _ANEW if is_anew else number}.ts"]
        if newest == self._last:
            lines.append("#EXT-X-ENDLIST")
        body = ("\n".join(lines) + "\n").encode()
        request.send_response(200)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)


def test_the_wall_time_of_media_comes_from_the_playlist(web: WebServer, ring: Path) -> None:
    web.fail("/live.m3u8", Broadcast(dated=True))
    with Listener(f"{web.url}/live.m3u8", ring) as listener:
        listener.wait_for_seconds(3.0)
        first = next(second for second in listener.pattern() if second is not None)
    reader = RingReader(ring, CancelToken())
    [(_, header), *_] = reader.headers()
    reader.close()

    assert header.wall is not None
    assert header.wall - MORNING.timestamp() == pytest.approx(first, abs=0.2)


def test_encoder_that_began_anew_leaves_the_gap_that_the_playlist_tells(web: WebServer) -> None:
    web.fail("/live.m3u8", Broadcast(last=12, dated=True, away=4))
    with Listener(f"{web.url}/live.m3u8") as listener:
        listener.wait_for(lambda: listener.ended, "the end")

    heard = listener.pattern()
    anew = heard.index(0)
    assert heard[anew - 5] == _ANEW - 1
    assert heard[anew - 4 : anew] == [None] * 4


def test_a_broadcast_that_tells_its_end_ends(web: WebServer, ring: Path) -> None:
    web.fail("/live.m3u8", Broadcast(last=9))
    with Listener(f"{web.url}/live.m3u8", ring) as listener:
        listener.wait_for(lambda: listener.ended, "the end")

        assert listener.interrupted == []
        assert listener.pattern()[-1] == 7
        assert listener.seconds == pytest.approx(6.0, abs=0.2)
    reader = RingReader(ring, CancelToken())
    assert reader.ended
    reader.close()


def test_an_access_that_expires_is_told_and_a_renewed_one_is_used(web: WebServer, ring: Path) -> None:
    broadcast, path = Broadcast(), "/live.m3u8?token=secret"
    web.fail(path, broadcast)
    with Listener(web.url + path, ring) as listener:
        listener.wait_for_seconds(2.0)
        web.fail(path, lambda request: request.send_error(403))
        listener.wait_for(lambda: any("403" in event.reason for event in listener.interrupted), "the refusal")
        web.fail(path, broadcast)
        back = listener.wait_for_resumption()
        listener.wait_for_seconds(1.0)

        assert back.gap < 10.0
        assert all("token" not in event.reason for event in listener.interrupted)


def test_titles_of_a_station_are_told_when_they_change(web: WebServer, folder: Path) -> None:
    audio = (folder / "tones.mp3").read_bytes()

    def station(request: Request) -> None:
        request.send_response(200)
        request.send_header("icy-name", "Radio")
        request.send_header("icy-metaint", "1000")
        request.end_headers()
        for start in range(0, len(audio), 1000):
            title = "Música — 一" if start < 30_000 else "Zweites Stück"
            text = f"StreamTitle='{title}';StreamUrl='';".encode().ljust(96, b"\0")
            request.wfile.write(audio[start : start + 1000] + b"\x06" + text)
            if request.server.closing.wait(0.01):
                return

    web.fail("/radio", station)
    with Listener(f"{web.url}/radio") as listener:
        listener.wait_for(lambda: len(titles(listener)) >= 2, "the titles")

    assert titles(listener)[:2] == ["Música — 一", "Zweites Stück"]


def titles(listener: Listener) -> list[str]:
    return [event.title for event in listener.events if isinstance(event, StreamTitled)]


def test_the_player_reads_the_ring_at_any_place_while_it_grows(web: WebServer, ring: Path, tmp_path: Path) -> None:
    web.fail("/live.m3u8", Broadcast())
    with Listener(f"{web.url}/live.m3u8", ring) as listener:
        listener.wait_for_seconds(3.0)
        source: PacketSource = RingSource(ring, "the stream")
        source.seek(0.0)
        first = source.read()
        source.seek(source.live_edge or 0.0)
        latest = source.read()

        assert first is not None
        assert latest is not None
        assert first.time == pytest.approx(0.0, abs=0.1)
        assert (latest.time or 0.0) >= 2.0
        assert [form.kind for form in source.formats] == [Kind.AUDIO]
        assert first.packet is not None
        assert first.format.codec.decode(first.packet)
    while not source.ended:
        source.read()
    source.close()


def test_the_picture_of_the_best_variant_is_kept_with_its_own_sound(tmp_path: Path) -> None:
    lines = ["#EXTM3U"]
    for width in (160, 320):
        film = write_film(tmp_path / f"{width}.ts", 8, width=width)
        target = tmp_path / f"v{width}"
        target.mkdir()
        write = ["-c", "copy", "-f", "hls", "-hls_time", "1", "-hls_list_size", "0", "-hls_flags", "omit_endlist"]
        command = [ffmpeg_path(), "-v", "error", "-i", str(film), *write, str(target / "list.m3u8")]
        subprocess.run(command, check=True, timeout=60)
        lines += [f"#EXT-X-STREAM-INF:BANDWIDTH={width}000,RESOLUTION={width}x90", f"v{width}/list.m3u8"]
    (tmp_path / "master.m3u8").write_text("\n".join(lines) + "\n")

    with web_server(tmp_path) as web, RingFolder(tmp_path / "rings") as folder:
        with Listener(f"{web.url}/master.m3u8", folder.path) as listener:
            listener.wait_for_seconds(2.5)
        fetched = [path for path in web.requests if path.endswith(".ts")]
        reader = RingReader(folder.path, CancelToken())
        width = reader.template(0).streams.video[0].width
        reader.close()

    assert width == 320
    assert sum("v160" in path for path in fetched) < sum("v320" in path for path in fetched)


def test_an_encrypted_broadcast_is_heard(folder: Path, tmp_path: Path) -> None:
    tones = write_tones(tmp_path / "tones.ts", 12)
    (tmp_path / "key.bin").write_bytes(bytes(range(16)))
    (tmp_path / "key.txt").write_text(f"key.bin\n{tmp_path / 'key.bin'}\n")
    write = ["-c", "copy", "-f", "hls", "-hls_time", "1", "-hls_list_size", "0", "-hls_flags", "omit_endlist"]
    secret = ["-hls_key_info_file", str(tmp_path / "key.txt")]
    command = [ffmpeg_path(), "-v", "error", "-i", str(tones), *write, *secret, str(tmp_path / "live.m3u8")]
    subprocess.run(command, check=True, timeout=60)
    assert b"METHOD=AES-128" in (tmp_path / "live.m3u8").read_bytes()

    with web_server(tmp_path) as web, Listener(f"{web.url}/live.m3u8") as listener:
        listener.wait_for_seconds(2.0)

        assert listener.source.info.is_live
        assert next(second for second in listener.pattern() if second is not None) in (8, 9, 10)


def test_a_dash_broadcast_brings_picture_and_sound(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.ts", 20)
    served = tmp_path / "www"
    served.mkdir()
    codecs = ["-c:v", "copy", "-tag:v", "avc1", "-c:a", "aac"]
    write = [*codecs, "-f", "dash", "-seg_duration", "1", "-window_size", "6"]
    with (
        publisher(film, *write, str(served / "live.mpd")),
        web_server(served) as web,
        RingFolder(tmp_path / "rings") as ring,
    ):
        wait_for_file(served / "chunk-stream1-00008.m4s", b"moof", 1)
        with Listener(f"{web.url}/live.mpd", ring.path) as listener:
            listener.wait_for_seconds(3.0)

            assert listener.source.info.is_live
        reader = RingReader(ring.path, CancelToken())
        kinds = {stream.type for stream in reader.template(0).streams}
        reader.close()

    assert kinds == {"audio", "video"}
    assert any(second is not None for second in listener.pattern())


def wait_for_file(path: Path, needle: bytes, count: int) -> None:
    deadline = time.monotonic() + 30
    while not path.exists() or path.read_bytes().count(needle) < count:
        assert time.monotonic() < deadline, f"{path.name} does not fill"
        time.sleep(0.05)
