"""Hostile playlists, manifests, redirects, disguised files and addresses: nothing forbidden is touched."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceError, SourceForbidden, SourceNotFound, UnsupportedMedia
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import open_source
from tests.support.media_files import write_hls, write_tones
from tests.support.media_web import WebServer, web_server

pytestmark = pytest.mark.network

QUICK = SourceOptions(open_timeout=4.0, read_timeout=0.5)


@dataclass(frozen=True)
class Traps:
    """A folder with hostile files, the server it is on, and a second one that must stay untouched."""

    folder: Path
    secret: Path
    web: WebServer
    internal: WebServer

    def fill(self, text: str) -> str:
        return (
            text.replace("{secret}", self.secret.as_posix())
            .replace("{internal}", self.internal.url)
            .replace("{port}", str(self.internal.server_port))
            .replace("{web}", self.web.url)
        )


@pytest.fixture(scope="module")
def traps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Traps]:
    top = tmp_path_factory.mktemp("traps")
    folder, private = top / "site", top / "private"
    private.mkdir()
    secret = write_tones(private / "secret.ts", 2)
    write_hls(folder, 3)
    write_tones(folder / "ok.ts", 2)
    (folder / "link.ts").symlink_to(secret)
    os.mkfifo(folder / "pipe.ts")
    with web_server(folder) as web, web_server(private) as internal:
        for name, target in {
            "to-file": f"file://{secret}",
            "to-internal": f"{internal.url}/secret.ts",
            "to-ftp": "ftp://example.com/x.ts",
            "to-local-name": f"http://localhost:{internal.server_port}/secret.ts",
        }.items():
            web.fail(f"/{name}.ts", lambda request, target=target: request.redirect(target))  # type: ignore[misc]
        yield Traps(folder, secret, web, internal)


def playlist(segment: str, before: str = "") -> str:
    head = f"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:0\n{before}"
    return f"{head}#EXTINF:2.0,\n{segment}\n#EXT-X-ENDLIST\n"


SEGMENTS = {
    "file-address": "file://{secret}",
    "file-one-slash": "file:{secret}",
    "file-upper-case": "FILE://{secret}",
    "absolute-path": "{secret}",
    "parent-folder": "../private/secret.ts",
    "parent-folder-encoded": "%2e%2e/private/secret.ts",
    "passwd": "file:///etc/passwd",
    "device": "/dev/zero",
    "concat": "concat:{secret}|ok.ts",
    "subfile": "subfile,,start,0,end,1000,,:{secret}",
    "async": "async:file:{secret}",
    "cache": "cache:{secret}",
    "crypto": "crypto:file:{secret}",
    "pipe": "pipe:0",
    "fd": "fd:",
    "gopher": "gopher://127.0.0.1:{port}/x.ts",
    "tcp": "tcp://127.0.0.1:{port}/x.ts",
    "udp": "udp://127.0.0.1:{port}",
    "rtmp": "rtmp://127.0.0.1:{port}/live/x",
    "ftp": "ftp://127.0.0.1:{port}/x.ts",
    "unix": "unix:/run/x.sock",
    "internal-server": "{internal}/secret.ts",
    "internal-by-name": "http://localhost:{port}/secret.ts",
    "internal-decimal": "http://2130706433:{port}/secret.ts",
    "internal-hexadecimal": "http://0x7f000001:{port}/secret.ts",
    "internal-short": "http://127.1:{port}/secret.ts",
    "internal-any": "http://0.0.0.0:{port}/secret.ts",
    "internal-ipv6": "http://[::1]:{port}/secret.ts",
    "internal-mapped": "http://[::ffff:127.0.0.1]:{port}/secret.ts",
    "home-network": "http://192.168.1.1/secret.ts",
    "cloud-metadata": "http://169.254.169.254/latest/meta-data/x.ts",
    "carrier-network": "http://100.64.0.1/x.ts",
    "credentials": "http://user@127.0.0.1:{port}/secret.ts",
}
REDIRECTS = ["to-file.ts", "to-internal.ts", "to-ftp.ts", "to-local-name.ts"]


def read(location: str, options: SourceOptions) -> None:
    source = open_source(location, CancelToken(), options)
    try:
        list(source.audio())
    finally:
        source.close()


def refused(location: str, options: SourceOptions = QUICK) -> SourceError:
    """Read the source and return its refusal."""
    started = time.monotonic()
    with pytest.raises(SourceError) as caught:
        read(location, options)
    assert time.monotonic() - started < 10
    return caught.value


@pytest.mark.parametrize("name", SEGMENTS)
@pytest.mark.parametrize("origin", ["disk", "web"])
def test_a_segment_that_reaches_out_is_refused(traps: Traps, name: str, origin: str) -> None:
    file = traps.folder / f"{name}.m3u8"
    file.write_text(playlist(traps.fill(SEGMENTS[name])))

    refused(str(file) if origin == "disk" else f"{traps.web.url}/{file.name}")

    assert traps.internal.requests == []


@pytest.mark.parametrize("target", REDIRECTS)
def test_a_redirect_that_reaches_out_is_refused(traps: Traps, target: str) -> None:
    file = traps.folder / "redirect.m3u8"
    file.write_text(playlist(target))

    assert isinstance(refused(f"{traps.web.url}/redirect.m3u8"), SourceForbidden)
    assert isinstance(refused(f"{traps.web.url}/{target}"), SourceForbidden)
    assert traps.internal.requests == []


@pytest.mark.parametrize("key", ["file://{secret}", "{internal}/secret.key", "/etc/hostname"])
@pytest.mark.parametrize("origin", ["disk", "web"])
@pytest.mark.parametrize("tag", ['#EXT-X-KEY:METHOD=AES-128,URI="{}"\n', '#EXT-X-MAP:URI="{}"\n'])
def test_keys_and_headers_are_under_the_same_rules(traps: Traps, key: str, origin: str, tag: str) -> None:
    file = traps.folder / "keyed.m3u8"
    file.write_text(playlist("ok.ts", tag.replace("{}", traps.fill(key))))

    refused(str(file) if origin == "disk" else f"{traps.web.url}/keyed.m3u8")

    assert traps.internal.requests == []


@pytest.mark.parametrize("link", ["link.ts", "pipe.ts"])
def test_links_out_of_the_folder_and_pipes_are_refused(traps: Traps, link: str) -> None:
    file = traps.folder / "linked.m3u8"
    file.write_text(playlist(link))

    assert isinstance(refused(str(file)), SourceForbidden)


DISGUISED = {
    "concat.mp4": "ffconcat version 1.0\nfile secret.ts\n",
    "session.mp4": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 40000 RTP/AVP 0\n",
    "cpl.mp4": "<?xml version='1.0'?><CompositionPlaylist></CompositionPlaylist>",
    "list.mp3": "[playlist]\nFile1=file:///etc/passwd\nNumberOfEntries=1\n",
}


@pytest.mark.parametrize("name", DISGUISED)
@pytest.mark.parametrize("origin", ["disk", "web"])
def test_a_list_disguised_as_media_is_no_media(traps: Traps, name: str, origin: str) -> None:
    file = traps.folder / name
    file.write_text(DISGUISED[name])

    error = refused(str(file) if origin == "disk" else f"{traps.web.url}/{name}")

    assert isinstance(error, UnsupportedMedia)


@pytest.mark.parametrize("name", DISGUISED)
@pytest.mark.parametrize("origin", ["disk", "web"])
def test_a_list_disguised_as_a_segment_is_no_media(traps: Traps, name: str, origin: str) -> None:
    (traps.folder / f"{name}.ts").write_text(DISGUISED[name])
    file = traps.folder / "disguised.m3u8"
    file.write_text(playlist(f"{name}.ts"))

    error = refused(str(file) if origin == "disk" else f"{traps.web.url}/{file.name}")

    assert isinstance(error, UnsupportedMedia)


def test_a_playlist_disguised_as_media_is_read_under_the_rules_of_playlists(traps: Traps) -> None:
    file = traps.folder / "film.mp4"
    file.write_text(playlist(traps.fill("file://{secret}")))

    assert isinstance(refused(str(file)), SourceForbidden)


@pytest.mark.parametrize(
    "address",
    [
        *("concat://a|b", "subfile://x", "async://x", "gopher://127.0.0.1/", "ftp://127.0.0.1/x", "file:///etc/passwd"),
        *("sftp://x/y", "data://x", "tcp://127.0.0.1:9", "unix://x", "crypto://x", "lavfi://sine", "HTTP+UNIX://x/"),
    ],
)
def test_typed_schemes_that_are_no_media_are_refused(address: str) -> None:
    assert isinstance(refused(address), SourceForbidden)


@pytest.mark.parametrize("text", ["concat:/etc/passwd|x", "subfile,,start,0,end,0,,:/etc/passwd", "async:/etc/passwd"])
def test_what_ffmpeg_takes_for_a_protocol_is_a_file_name_to_us(text: str) -> None:
    assert isinstance(refused(text), SourceNotFound)


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/random", "pipe.ts"])
def test_devices_and_pipes_are_refused(traps: Traps, name: str) -> None:
    assert isinstance(refused(str(traps.folder / name)), SourceForbidden)


@pytest.mark.parametrize("origin", ["disk", "web"])
@pytest.mark.parametrize(
    "text",
    [
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nendless.m3u8\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nendless.m3u8\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n" + "".join(f"#EXT-X-STREAM-INF:BANDWIDTH=1\nendless.m3u8?{n}\n" for n in range(2000)),
        "#EXTM3U\n#EXT-X-TARGETDURATION:5\n" + "#EXTINF:2.0,\nok.ts?x\n" * 1_000_000,
    ],
    ids=["itself", "itself-as-segment", "fan-out", "million"],
)
def test_playlists_without_end_are_given_up(traps: Traps, origin: str, text: str) -> None:
    file = traps.folder / "endless.m3u8"
    file.write_text(text)

    refused(str(file) if origin == "disk" else f"{traps.web.url}/endless.m3u8")


def test_an_honest_playlist_is_read_from_disk_and_from_the_server_that_was_named(traps: Traps) -> None:
    for location in (str(traps.folder / "list.m3u8"), f"{traps.web.url}/list.m3u8"):
        source = open_source(location, CancelToken(), QUICK)
        samples = np.concatenate([chunk.samples for chunk in source.audio()])
        source.close()
        assert len(samples) == pytest.approx(3 * 16_000, abs=2_000)


def test_a_playlist_on_disk_may_use_the_network_only_with_permission(traps: Traps) -> None:
    file = traps.folder / "network.m3u8"
    file.write_text(playlist(f"{traps.web.url}/ok.ts"))

    assert "Allow the network" in refused(str(file)).hint
    # allowed, but the address is private and nobody typed it
    assert isinstance(refused(str(file), SourceOptions(allow_network=True, read_timeout=0.5)), SourceForbidden)


MANIFEST = """<?xml version="1.0"?>
<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT2S">
<Period><AdaptationSet mimeType="audio/mp4"><Representation id="0" codecs="mp4a.40.2" bandwidth="1">
<BaseURL>{}</BaseURL><SegmentList duration="2"><Initialization sourceURL="i.mp4"/><SegmentURL media="s.m4s"/>
</SegmentList></Representation></AdaptationSet></Period></MPD>
"""


@pytest.mark.parametrize("base", ["file:///etc/", "{internal}/", "http://localhost:{port}/", "/etc/", "../private/"])
@pytest.mark.parametrize("origin", ["disk", "web"])
def test_a_dash_manifest_is_under_the_same_rules(traps: Traps, base: str, origin: str) -> None:
    file = traps.folder / "film.mpd"
    file.write_text(MANIFEST.replace("{}", traps.fill(base)))

    refused(str(file) if origin == "disk" else f"{traps.web.url}/film.mpd")

    assert traps.internal.requests == []


def test_no_reader_thread_is_left_over() -> None:
    deadline = time.monotonic() + 5
    while any(thread.name.startswith("media-") for thread in threading.enumerate()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
