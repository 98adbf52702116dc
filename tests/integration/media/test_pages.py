"""Web pages that embed a stream, read by the real yt-dlp from a server of our own."""

from __future__ import annotations

import importlib.util
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, SourceForbidden, UnsupportedMedia
from streamlation_desktop.media.addresses import AddressPolicy
from streamlation_desktop.media.page_proxy import PageProxy
from streamlation_desktop.media.source import open_source
from tests.support.media_files import heard, write_hls, write_tones
from tests.support.media_web import Request, WebServer, web_server

pytestmark = pytest.mark.network

needs_ytdlp = pytest.mark.skipif(importlib.util.find_spec("yt_dlp") is None, reason="needs yt-dlp")

PAGE = """<!doctype html><html><head><title>Nachrichten Ü</title></head>
<body><video src="{}" type="{}"></video></body></html>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    write_tones(folder / "talk.mp4", 6)
    write_hls(folder / "hls", 6)
    (folder / "film.html").write_text(PAGE.format("talk.mp4", "video/mp4"), encoding="utf-8")
    (folder / "list.html").write_text(PAGE.format("hls/list.m3u8", "application/x-mpegURL"), encoding="utf-8")
    (folder / "text.html").write_text("<!doctype html><html><body>Nothing to see</body></html>")
    (folder / "lan.html").write_text(PAGE.format("http://127.0.0.2:9/talk.mp4", "video/mp4"))
    return folder


@pytest.fixture
def web(folder: Path) -> Iterator[WebServer]:
    with web_server(folder) as server:
        yield server


@needs_ytdlp
@pytest.mark.parametrize("page", ["film.html", "list.html"])
def test_the_stream_in_a_page_is_heard(web: WebServer, page: str) -> None:
    source = open_source(f"{web.url}/{page}", CancelToken())
    samples = np.concatenate([chunk.samples for chunk in source.audio()])
    source.close()

    assert [heard(samples, at + 0.5) for at in range(5)] == [0, 1, 2, 3, 4]


@needs_ytdlp
def test_a_page_without_a_stream_says_so(web: WebServer) -> None:
    with pytest.raises(UnsupportedMedia, match="no video was found"):
        open_source(f"{web.url}/text.html", CancelToken())


@needs_ytdlp
def test_a_page_may_not_lead_into_the_local_network(web: WebServer) -> None:
    with pytest.raises((SourceForbidden, UnsupportedMedia)) as failure:
        open_source(f"{web.url}/lan.html", CancelToken())

    assert "local network" in str(failure.value)


@needs_ytdlp
def test_cancelling_does_not_wait_for_the_page(web: WebServer) -> None:
    def slow(request: Request) -> None:
        if len(web.requests) > 1:  # the first is ours, the second yt-dlp's
            token.cancel()
            request.stall()
        request.serve()

    token = CancelToken()
    web.fail("/film.html", slow)
    started = time.monotonic()
    cancelled = threading.Event()
    token.on_cancel(cancelled.set)

    with pytest.raises(Cancelled):
        open_source(f"{web.url}/film.html", token)

    assert cancelled.is_set()
    assert time.monotonic() - started < 30.0


def test_without_ytdlp_the_hint_tells_how_to_get_it(web: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yt_dlp", None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)

    with pytest.raises(UnsupportedMedia, match="web page") as failure:
        open_source(f"{web.url}/film.html", CancelToken())

    assert "streamlation extras install pages" in failure.value.hint


def test_the_proxy_serves_nobody_without_its_password(web: WebServer) -> None:
    with PageProxy(AddressPolicy(), CancelToken(), 5.0) as proxy:
        bare = "http://" + proxy.address.rpartition("@")[2]
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({"http": bare}))
        with pytest.raises(urllib.error.HTTPError, match="407"):
            opener.open(f"{web.url}/text.html", timeout=5)
