"""Real servers that die, freeze and come back: every end means connect again, and media time stays true."""

from __future__ import annotations

import itertools
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import NoAudio
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.ring.folder import RingFolder
from streamlation_desktop.media.ring.reader import RingReader
from streamlation_desktop.media.ring.recorder import RingRecorder
from streamlation_desktop.media.ring.segment_file import RingPacket
from streamlation_desktop.media.source import open_source, probe_source
from tests.support.children import children
from tests.support.live_listener import Listener
from tests.support.live_material import write_material
from tests.support.live_origin import CYCLE
from tests.support.live_servers import (
    Server,
    free_port,
    icecast_server,
    needs_icecast,
    needs_nginx,
    publisher,
    rtmp_server,
)
from tests.support.media_files import write_tones
from tests.support.ring_files import write_film
from tests.support.rtsp_server import RtspServer

pytestmark = pytest.mark.network

FLV = ("-c", "copy", "-f", "flv")
TS = ("-c", "copy", "-f", "mpegts")


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_film(tmp_path_factory.mktemp("film") / "film.ts", 30)


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[Path]:
    with RingFolder(tmp_path / "rings") as folder:
        yield folder.path


def packets(ring: Path) -> list[RingPacket]:
    reader = RingReader(ring, CancelToken())
    found = list(iter(lambda: reader.read(0.0), None))
    reader.close()
    return found


def longest_hole(found: list[RingPacket], stream: int) -> float:
    times = [packet.time for packet in found if packet.stream == stream]
    return max(b - a for a, b in itertools.pairwise(times))


def restarts(pattern: list[int | None]) -> int:
    """How often the tones do not go on where they were."""
    seconds = [second for second in pattern if second is not None]
    return sum(not 0 <= (b - a) % 30 <= 3 for a, b in itertools.pairwise(seconds))


@needs_nginx
def test_rtmp_goes_on_after_the_server_and_the_publisher_died(film: Path, ring: Path, tmp_path: Path) -> None:
    rtmp, http = free_port(), free_port()
    address = f"rtmp://127.0.0.1:{rtmp}/live/a"
    with (
        rtmp_server(tmp_path / "www", rtmp, http) as server,
        publisher(film, "-c", "copy", "-f", "flv", address) as push,
    ):
        with Listener(address, ring) as listener:
            listener.wait_for_seconds(2.0)
            push.kill()
            server.restart_after(1.5)
            push.start()
            back = listener.wait_for_resumption()
            listener.wait_for_seconds(3.0)

            assert 1.0 < back.gap < 15.0
            assert listener.source.counters.reconnects == 1
            assert listener.source.info.video is not None
        found = packets(ring)

    assert {packet.epoch for packet in found} == {0, 1}
    assert longest_hole(found, 0) == pytest.approx(back.gap, abs=0.5)
    assert None in listener.pattern()


@needs_nginx
def test_hls_goes_on_after_the_server_died_with_nothing_twice(film: Path, ring: Path, tmp_path: Path) -> None:
    rtmp, http = free_port(), free_port()
    address = f"http://127.0.0.1:{http}/hls/a.m3u8"
    target = f"rtmp://127.0.0.1:{rtmp}/live/a"
    with (
        rtmp_server(tmp_path / "www", rtmp, http) as server,
        publisher(film, "-c", "copy", "-f", "flv", target) as push,
    ):
        wait_for_file(tmp_path / "www" / "hls" / "a.m3u8", b"#EXTINF", 3)
        with Listener(address, ring) as listener:
            listener.wait_for_seconds(3.0)
            push.kill()
            server.restart_after(0.5)
            push.start()
            listener.wait_for_seconds(6.0)

        assert restarts(listener.pattern()) <= 1  # the publisher began anew
        found = packets(ring)
    sounds = [packet.time for packet in found if packet.stream == 0]
    assert sounds == sorted(sounds)


def wait_for_file(path: Path, needle: bytes, count: int) -> None:
    deadline = time.monotonic() + 30
    while not path.exists() or path.read_bytes().count(needle) < count:
        assert time.monotonic() < deadline, f"{path.name} does not fill"
        time.sleep(0.05)


@needs_icecast
def test_a_radio_that_loses_its_studio_is_heard_again(tmp_path: Path) -> None:
    port = free_port()
    sound = write_tones(tmp_path / "tones.mp3", 60, codec="libmp3lame")
    send = ["-c", "copy", "-f", "mp3", "-content_type", "audio/mpeg", "-ice_name", "Radio ÄÖ"]
    target = f"icecast://source:hackme@127.0.0.1:{port}/radio"
    with icecast_server(tmp_path / "ice", port), publisher(sound, *send, target) as studio:
        wait_for_mount(f"http://127.0.0.1:{port}/radio")
        with Listener(f"http://127.0.0.1:{port}/radio") as listener:
            listener.wait_for_seconds(3.0)
            studio.restart_after(1.0)
            listener.wait_for_resumption()
            listener.wait_for_seconds(2.0)

            assert listener.source.info.is_live
            assert listener.source.info.title == "Radio ÄÖ"
            assert listener.interrupted[0].at >= 2.0


def wait_for_mount(url: str) -> None:
    deadline = time.monotonic() + 20
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except urllib.error.URLError:
            assert time.monotonic() < deadline, "the studio does not send"
            time.sleep(0.05)


@needs_nginx
def test_a_frozen_server_is_left_and_found_again(film: Path, tmp_path: Path) -> None:
    rtmp, http = free_port(), free_port()
    address = f"rtmp://127.0.0.1:{rtmp}/live/a"
    with (
        rtmp_server(tmp_path / "www", rtmp, http) as server,
        publisher(film, *FLV, address),
        Listener(address) as listener,
    ):
        listener.wait_for_seconds(1.0)
        server.freeze()
        listener.wait_for(lambda: bool(listener.interrupted), "the interruption")
        server.thaw()
        listener.wait_for_resumption()
        listener.wait_for_seconds(1.0)


def test_a_broadcast_whose_clock_wraps_and_jumps_stays_continuous(film: Path, ring: Path) -> None:
    port = free_port(socket.SOCK_DGRAM)
    address = f"udp://127.0.0.1:{port}"
    end = 2**33 / 90_000
    near_the_wrap = ["-output_ts_offset", str(end - 5.0), *TS, f"{address}?pkt_size=1316"]
    an_hour_back = ["-output_ts_offset", "7200", *TS, f"{address}?pkt_size=1316"]
    with publisher(film, *near_the_wrap) as first:
        with Listener(address, ring) as listener:
            listener.wait_for_seconds(7.0)
            first.kill()
            with publisher(film, *an_hour_back):
                listener.wait_for_seconds(4.0)

            assert listener.source.counters.reconnects == 0
        found = packets(ring)

    assert longest_hole(found, 0) < 2.5
    assert found[-1].time == pytest.approx(listener.seconds, abs=2.5)


def test_cancelling_a_frozen_source_takes_no_time(film: Path, tmp_path: Path) -> None:
    port = free_port(socket.SOCK_DGRAM)
    address = f"udp://127.0.0.1:{port}"
    with publisher(film, *TS, f"{address}?pkt_size=1316") as sender, Listener(address) as listener:
        listener.wait_for_seconds(1.0)
        sender.freeze()
        started = time.monotonic()
        listener.token.cancel()
        listener.source.close()

        assert time.monotonic() - started < 1.0


def test_an_rtsp_camera_that_hung_up_is_seen_again_and_its_recording_has_picture_and_sound(
    film: Path, ring: Path, tmp_path: Path
) -> None:
    with RtspServer(film, tmp_path) as camera:
        with Listener(camera.url, ring) as listener:
            listener.wait_for_seconds(2.0)
            camera.hang_up()
            back = listener.wait_for_resumption()
            listener.wait_for_seconds(2.0)

            assert listener.source.info.video is not None
            assert back.gap < 15.0
        found = packets(ring)

    assert {packet.epoch for packet in found} == {0, 1}
    recorder = RingRecorder(ring, tmp_path / "camera.mkv", CancelToken())
    recorder.run()
    recorded = probe_source(str(recorder.files[0]), CancelToken())
    assert recorded.video is not None
    assert [track.codec for track in recorded.audio] == ["pcm_s16le"]  # it came as G.711
    assert recorder.seconds > 4.0


def test_sound_that_comes_later_than_the_picture_is_waited_for(film: Path) -> None:
    port = free_port(socket.SOCK_DGRAM)
    address = f"udp://127.0.0.1:{port}"
    silent = publisher(film, "-an", *TS, f"{address}?pkt_size=1316")
    whole = publisher(film, *TS, f"{address}?pkt_size=1316")
    with silent, whole:
        silent_for = threading.Timer(3.0, silent.kill)
        whole.freeze()
        threading.Timer(3.0, whole.thaw).start()
        silent_for.start()
        with Listener(address) as listener:
            listener.wait_for_seconds(1.0)

            assert listener.source.info.audio


def test_a_stream_without_sound_is_told(film: Path) -> None:
    port = free_port(socket.SOCK_DGRAM)
    options = SourceOptions(open_timeout=3.0, read_timeout=3.0)
    with publisher(film, "-an", *TS, f"udp://127.0.0.1:{port}?pkt_size=1316"), pytest.raises(NoAudio):
        open_source(f"udp://127.0.0.1:{port}", CancelToken(), options)


def test_srt_brings_picture_and_sound_to_the_ring_and_its_passphrase_to_no_list_of_processes(
    film: Path, ring: Path
) -> None:
    secret = "it's a canary"
    address = f"srt://127.0.0.1:{free_port(socket.SOCK_DGRAM)}?passphrase={secret}"
    with publisher(film, *TS, f"{address}&mode=listener"), Listener(address, ring) as listener:
        listener.wait_for_seconds(2.0)
        readers = [command for _, command in children() if b"nut" in command]
    assert len(readers) == 1
    assert secret.encode() not in readers[0]
    reader = RingReader(ring, CancelToken())

    assert {stream.type for stream in reader.template(0).streams} == {"audio", "video"}
    reader.close()


@pytest.mark.parametrize("path", ["live.m3u8", "radio"])
def test_after_each_crash_of_the_server_the_sound_lies_where_it_was_made(tmp_path: Path, path: str) -> None:
    write_material(tmp_path, 60)
    port = free_port()
    origin = [sys.executable, "-m", "tests.support.live_origin", str(port), str(tmp_path), str(time.time() - 20.0)]
    with Server(origin, port) as server, Listener(f"http://127.0.0.1:{port}/{path}") as listener:
        for outage in (0.3, 1.2):
            listener.wait_for_seconds(1.5)
            server.restart_after(outage)
            listener.wait_for_seconds(2.0)
        places = {(made - at) % CYCLE for at, made in enumerate(listener.pattern()) if made is not None}

    assert len(places) == 1


def test_a_camera_without_a_recording_is_heard_again_though_its_sound_is_no_first_stream(
    film: Path, tmp_path: Path
) -> None:
    with RtspServer(film, tmp_path) as camera, Listener(camera.url) as listener:
        listener.wait_for_seconds(1.0)
        camera.hang_up()
        listener.wait_for_resumption()
        listener.wait_for_seconds(1.0)
