"""Media through the proxy of the environment."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceError, SourceForbidden, SourceLost
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import open_source
from tests.support.media_files import write_hls, write_tones
from tests.support.media_web import WebServer, web_server
from tests.support.web_proxy import WebProxy, web_proxy

pytestmark = pytest.mark.network

QUICK = SourceOptions(open_timeout=5.0, read_timeout=1.0)
OUTSIDE = "http://media.invalid"
"""A name that this machine cannot look up."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web")
    write_tones(folder / "film.mp4", 2)
    write_hls(folder / "vod", 2)
    return folder


@pytest.fixture
def web(folder: Path) -> Iterator[WebServer]:
    with web_server(folder) as server:
        yield server


@pytest.fixture
def proxy(web: WebServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebProxy]:
    with web_proxy(web.server_port) as server:
        for name in ("HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, f"http://user:s%40crt@127.0.0.1:{server.server_port}")
        yield server


def seconds(location: str) -> float:
    source = open_source(location, CancelToken(), QUICK)
    try:
        return sum(chunk.span.duration for chunk in source.audio())
    finally:
        source.close()


def refused(location: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        seconds(location)
    return caught.value


@pytest.mark.parametrize("name", ["film.mp4", "vod/list.m3u8"])
def test_media_come_through_the_proxy_by_name(proxy: WebProxy, name: str) -> None:
    assert seconds(f"{OUTSIDE}/{name}") == pytest.approx(2.0, abs=0.2)
    assert set(proxy.asked) == {"GET media.invalid"}
    assert set(proxy.logins) == {"Basic " + base64.b64encode(b"user:s@crt").decode()}


def test_https_asks_for_a_tunnel(proxy: WebProxy) -> None:
    refused("https://media.invalid/film.mp4")  # what answers there speaks no TLS
    assert proxy.asked == ["CONNECT media.invalid:443"]


@pytest.mark.parametrize(("status", "error"), [(407, SourceForbidden), (403, SourceForbidden), (503, SourceLost)])
def test_a_tunnel_that_the_proxy_refuses_is_told(proxy: WebProxy, status: int, error: type[SourceError]) -> None:
    proxy.status = status
    told = refused("https://media.invalid/film.mp4")
    assert isinstance(told, error)
    assert f"({status})" in str(told)


def test_loopback_and_exceptions_do_not_use_the_proxy(
    proxy: WebProxy, web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert seconds(f"{web.url}/film.mp4") == pytest.approx(2.0, abs=0.2)
    monkeypatch.setenv("NO_PROXY", "media.invalid")
    assert "there is no server media.invalid" in str(refused(f"{OUTSIDE}/film.mp4"))
    assert proxy.asked == []


@pytest.mark.parametrize("inner", ["http://192.168.1.1/a.ts", "http://[fd00::1]/a.ts", "http://169.254.169.254/a.ts"])
def test_a_playlist_reaches_no_private_address_through_the_proxy(proxy: WebProxy, folder: Path, inner: str) -> None:
    text = f"#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n{inner}\n#EXT-X-ENDLIST\n"
    (folder / "trap.m3u8").write_text(text)
    assert isinstance(refused(f"{OUTSIDE}/trap.m3u8"), SourceForbidden)
    assert set(proxy.asked) == {"GET media.invalid"}


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:9", "https://127.0.0.1:9", "http://127.0.0.1:notaport"])
def test_a_proxy_that_cannot_be_used_is_told_with_its_variable(
    address: str, monkeypatch: pytest.MonkeyPatch, web: WebServer
) -> None:
    monkeypatch.setenv("HTTP_PROXY", address)
    told = refused(f"{OUTSIDE}/film.mp4")
    assert isinstance(told, SourceForbidden)
    assert "HTTP_PROXY" in told.hint
