"""Progressive media and HLS over a real web server that fails in every way we know of."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import (
    Cancelled,
    NoAudio,
    SourceError,
    SourceForbidden,
    SourceLost,
    SourceNotFound,
    UnsupportedMedia,
)
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import open_source
from tests.support.media_files import heard, tones, write_hls, write_tones
from tests.support.media_web import Fault, Request, WebServer, web_server

pytestmark = pytest.mark.network

QUICK = SourceOptions(open_timeout=5.0, read_timeout=0.5)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web")
    write_tones(folder / "film.mp4", 6)
    write_tones(folder / "film.ts", 6, offset=100.0)
    write_tones(folder / "film.mp3", 6, codec="libmp3lame")
    write_hls(folder / "vod", 6)
    (folder / "page.html").write_text("<!DOCTYPE html><html><body>a video site</body></html>")
    (folder / "noise.mp4").write_bytes(np.random.default_rng(1).bytes(50_000))
    return folder


@pytest.fixture
def web(folder: Path) -> Iterator[WebServer]:
    with web_server(folder) as server:
        yield server


def read(location: str, options: SourceOptions = QUICK) -> tuple[npt.NDArray[np.float32], SourceCounters]:
    source = open_source(location, CancelToken(), options)
    try:
        chunks = [chunk.samples for chunk in source.audio()]
        return np.concatenate(chunks), source.counters
    finally:
        source.close()


def seconds_heard(samples: npt.NDArray[np.float32]) -> list[int | None]:
    return [heard(samples, second + 0.5) for second in range(round(len(samples) / 16_000))]


def reset_midway(request: Request) -> None:
    request.serve(limit=9_000)
    request.reset()


def stall_midway(request: Request) -> None:
    request.serve(limit=9_000)
    request.stall()


def unavailable(request: Request) -> None:
    request.send_error(503)


@pytest.mark.parametrize("name", ["film.mp4", "film.ts", "film.mp3", "vod/list.m3u8"])
def test_every_second_is_heard_at_its_time(web: WebServer, name: str) -> None:
    samples, counters = read(f"{web.url}/{name}")

    assert seconds_heard(samples)[:6] == [0, 1, 2, 3, 4, 5]
    assert len(samples) == pytest.approx(6 * 16_000, abs=2_000)
    assert counters.gap_seconds == 0


@pytest.mark.parametrize("fault", [reset_midway, stall_midway])
def test_a_lost_transfer_is_resumed_where_it_broke(web: WebServer, fault: Fault) -> None:
    clean, _ = read(f"{web.url}/film.ts")
    web.fail("/film.ts", fault, times=1)

    samples, counters = read(f"{web.url}/film.ts")

    assert np.array_equal(samples, clean)
    assert counters.read_errors == 0


def test_a_server_without_ranges_that_breaks_off_is_a_lost_source(web: WebServer) -> None:
    def rangeless(request: Request) -> None:
        request.serve(limit=9_000, ranges=False)
        request.reset()

    web.fail("/film.ts", rangeless)

    with pytest.raises(SourceLost):
        read(f"{web.url}/film.ts")


@pytest.mark.parametrize("fault", [unavailable, Request.reset, reset_midway])
@pytest.mark.parametrize("times", [1, 3])
def test_a_segment_that_fails_a_few_times_is_had_in_the_end(web: WebServer, fault: Fault, times: int) -> None:
    web.fail("/vod/s3.ts", fault, times)

    samples, counters = read(f"{web.url}/vod/list.m3u8", SourceOptions(open_timeout=5.0, read_timeout=4.0))

    assert seconds_heard(samples)[:6] == [0, 1, 2, 3, 4, 5]
    assert counters.lost_segments == 0


def test_a_missing_segment_is_silence_and_what_follows_keeps_its_time(web: WebServer) -> None:
    web.fail("/vod/s3.ts", lambda request: request.send_error(404))

    samples, counters = read(f"{web.url}/vod/list.m3u8")

    assert seconds_heard(samples)[:6] == [0, 1, 2, None, 4, 5]
    assert counters.lost_segments == 1
    assert counters.gap_seconds == pytest.approx(1.0, abs=0.2)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, SourceForbidden),
        (403, SourceForbidden),
        (404, SourceNotFound),
        (410, SourceNotFound),
        (429, SourceLost),
        (500, SourceLost),
    ],
)
def test_http_status_tells_the_cause(web: WebServer, status: int, error: type[SourceError]) -> None:
    web.fail("/film.mp4", lambda request: request.send_error(status))

    with pytest.raises(error, match=str(status)) as caught:
        read(f"{web.url}/film.mp4")
    assert caught.value.hint


def test_a_web_page_is_told_from_media(web: WebServer) -> None:
    with pytest.raises(UnsupportedMedia, match=r"web page|no video"):
        read(f"{web.url}/page.html")


def test_noise_is_not_media(web: WebServer) -> None:
    with pytest.raises(UnsupportedMedia):
        read(f"{web.url}/noise.mp4")


def test_redirects_are_followed_and_bounded(web: WebServer) -> None:
    web.fail("/moved", lambda request: request.redirect("/film.mp3"))
    web.fail("/loop", lambda request: request.redirect("/loop"))

    samples, _ = read(f"{web.url}/moved")

    assert heard(samples, 2.5) == 2
    with pytest.raises(SourceForbidden, match="without end"):
        read(f"{web.url}/loop")
    assert web.requests.count("/loop") == 6


def test_nobody_listening_and_no_such_server() -> None:
    with pytest.raises(SourceNotFound, match="refused"):
        read("http://127.0.0.1:9/film.mp4")
    with pytest.raises(SourceNotFound, match="no server"):
        read("http://does-not-exist.invalid/film.mp4")


def test_a_silent_server_is_given_up(web: WebServer) -> None:
    web.fail("/film.mp4", Request.stall)

    with pytest.raises(SourceLost, match="not answer"):
        read(f"{web.url}/film.mp4")


def test_a_server_that_drips_is_given_up(web: WebServer) -> None:
    def drip(request: Request) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000000")
        request.end_headers()
        while not request.server.closing.wait(0.05):
            request.wfile.write(b"\0")

    web.fail("/film.ts", drip)

    with pytest.raises(SourceLost):
        read(f"{web.url}/film.ts", SourceOptions(open_timeout=1.0, read_timeout=0.5))


@pytest.mark.parametrize("name", ["film.ts", "vod/list.m3u8"])
def test_cancelling_while_the_server_is_frozen_takes_effect_at_once(web: WebServer, name: str) -> None:
    web.fail(f"/{name}", Request.stall)
    token = CancelToken()
    threading.Timer(0.3, token.cancel).start()
    started = time.monotonic()

    with pytest.raises(Cancelled):
        open_source(f"{web.url}/{name}", token, SourceOptions(open_timeout=30.0, read_timeout=30.0))

    assert time.monotonic() - started < 0.3 + 0.2 + 0.3  # the margin is the machine's


def test_closing_ends_the_reading_of_an_open_source(web: WebServer) -> None:
    web.fail("/vod/s4.ts", Request.stall)
    source = open_source(f"{web.url}/vod/list.m3u8", CancelToken(), SourceOptions(read_timeout=30.0))
    chunks = source.audio()
    next(chunks)

    source.close()

    with pytest.raises(Cancelled):
        list(chunks)
    assert not [thread for thread in threading.enumerate() if thread.name == "media-reader"]


def test_resuming_is_exact_to_the_sample(web: WebServer) -> None:
    whole, _ = read(f"{web.url}/film.mp3")
    source = open_source(f"{web.url}/film.mp3", CancelToken(), QUICK)

    chunks = list(source.audio(start_sample=33_333))

    assert chunks[0].first_sample == 33_333
    assert np.array_equal(np.concatenate([chunk.samples for chunk in chunks]), whole[33_333:])


def test_a_certificate_that_nobody_vouches_for_is_refused(folder: Path, tmp_path: Path) -> None:
    with web_server(folder) as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self_signed(tmp_path))
        server.socket = context.wrap_socket(server.socket, server_side=True)

        with pytest.raises(SourceLost, match="no secure connection"):
            read(f"https://127.0.0.1:{server.server_port}/film.mp4")
        assert server.requests == []


def self_signed(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    begin = datetime(2020, 1, 1, tzinfo=UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    certificate = builder.not_valid_before(begin).not_valid_after(begin + timedelta(days=36_500)).sign(key, SHA256())
    path = folder / "server.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(secret + certificate.public_bytes(Encoding.PEM))
    return path


def test_video_without_sound_is_told(web: WebServer, folder: Path) -> None:
    import av

    with av.open(str(folder / "silent.mp4"), "w") as output:
        stream = output.add_stream("mpeg4", rate=5)
        stream.width, stream.height, stream.pix_fmt = 32, 32, "yuv420p"
        for _ in range(5):
            output.mux(stream.encode(av.VideoFrame(32, 32, "yuv420p")))
        output.mux(stream.encode(None))

    with pytest.raises(NoAudio):
        read(f"{web.url}/silent.mp4")


def test_clean_tones_are_what_the_tests_listen_for() -> None:
    assert [heard(tones(3), at) for at in (0.5, 1.5, 2.5)] == [0, 1, 2]
