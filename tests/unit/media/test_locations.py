"""What users type, which addresses may be reached, and how failures are told."""

from __future__ import annotations

import errno
import os
import ssl
from pathlib import Path

import av.error
import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import (
    SourceForbidden,
    SourceLost,
    SourceNotFound,
    StreamlationError,
    UnsupportedMedia,
    UsageError,
)
from streamlation_desktop.media.addresses import AddressPolicy, Endpoint, is_public
from streamlation_desktop.media.errors import translate
from streamlation_desktop.media.local_files import open_inside
from streamlation_desktop.media.location import Kind, parse_location
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import open_source
from tests.support.media_files import write_tones


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("film.mp4", Kind.FILE),
        ("C:\\films\\film.mp4", Kind.FILE),
        ("12:30 show.ts", Kind.FILE),
        ("http:x.ts", Kind.FILE),
        ("-", Kind.STDIN),
        ("https://example.com/a.m3u8", Kind.HTTP),
        ("HTTP://example.com/a", Kind.HTTP),
        ("rtmp://example.com/live", Kind.STREAM),
        ("rtsp://user:pw@camera/1", Kind.STREAM),
        ("udp://@:5004", Kind.STREAM),
        ("srt://example.com:9000", Kind.BRIDGE),
        ("rist://example.com:9000", Kind.BRIDGE),
    ],
)
def test_the_kind_of_source_is_told_by_its_form(text: str, kind: Kind) -> None:
    assert parse_location(text).kind is kind


def test_credentials_are_not_shown() -> None:
    assert parse_location("rtsp://user:secret@camera/1").shown == "rtsp://camera/1"


@pytest.mark.parametrize("text", ["", "  ", "http://", "http:///x", "http://[::1", "rtmp://"])
def test_nothing_and_half_addresses_are_told(text: str) -> None:
    with pytest.raises(SourceNotFound):
        parse_location(text)


@pytest.mark.parametrize("ip", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_internet_addresses_are_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
        ),
        *(
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1%eth0",
            "fc00::1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
        ),
    ],
)
def test_local_addresses_are_not_public(ip: str) -> None:
    assert not is_public(ip)


def test_a_name_that_moves_to_a_private_address_is_refused() -> None:
    answers = {
        "film.example": ["93.184.216.34"],
        "evil.example": ["192.168.0.1"],
        "mixed.example": ["10.0.0.1", "8.8.8.8"],
    }

    def look_up(host: str, port: int, token: CancelToken, timeout: float) -> list[Endpoint]:
        return [Endpoint(ip, port) for ip in answers[host]]

    policy, token = AddressPolicy(look_up), CancelToken()
    policy.allow_typed("film.example", 443, token, 1.0)
    answers["film.example"] = ["127.0.0.1"]

    for host in ("film.example", "evil.example"):
        with pytest.raises(SourceForbidden, match="local network"):
            policy.endpoints(host, 443, token, 1.0)
    assert policy.endpoints("mixed.example", 443, token, 1.0) == [Endpoint("8.8.8.8", 443)]


@pytest.mark.parametrize(
    ("exc", "expected"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file"), SourceNotFound),
        (PermissionError(errno.EACCES, "Permission denied"), SourceForbidden),
        (ConnectionRefusedError(errno.ECONNREFUSED, "refused"), SourceNotFound),
        (ConnectionResetError(errno.ECONNRESET, "reset"), SourceLost),
        (TimeoutError("timed out"), SourceLost),
        (ssl.SSLCertVerificationError("certificate verify failed"), SourceLost),
        (av.error.InvalidDataError(1, "invalid data"), UnsupportedMedia),
        (av.error.ProtocolNotFoundError(1, "protocol"), UnsupportedMedia),
        (av.error.HTTPForbiddenError(403, "forbidden"), SourceForbidden),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), UnsupportedMedia),
        (EOFError(), UnsupportedMedia),
    ],
)
def test_library_errors_become_ours_on_one_line(exc: Exception, expected: type[StreamlationError]) -> None:
    error = translate(exc, "film.mp4")

    assert type(error) is expected
    assert "\n" not in str(error)
    assert error.hint


@pytest.mark.parametrize(
    ("make", "expected", "message"),
    [
        (lambda path: None, SourceNotFound, "does not exist"),
        (lambda path: path.mkdir(), UnsupportedMedia, "folder"),
        (lambda path: path.touch(), UnsupportedMedia, "empty"),
        (lambda path: path.write_text("hello"), UnsupportedMedia, "not a media file"),
        (lambda path: os.mkfifo(path), SourceForbidden, "pipe"),
        (lambda path: path.symlink_to(path), SourceNotFound, "film"),
    ],
    ids=["missing", "folder", "empty", "text", "pipe", "loop"],
)
def test_what_is_no_media_file_is_told_at_once(tmp_path: Path, make: object, expected: type, message: str) -> None:
    path = tmp_path / "film.mp4"
    make(path)  # type: ignore[operator]

    with pytest.raises(expected, match=message):
        open_source(str(path), CancelToken())


ODD_NAMES = (
    *("12:30 show.ts", "a:b.ts", "concat:x.ts", "-i.ts", "pct%03d.ts", "q?x=1#f.ts", "日本語 ファイル😀.ts", "a|b.ts"),
    *("new\nline.ts", "x" * 240 + ".ts", "img%03d.ts", os.fsdecode(b"bad\xff\xfename.ts"), "שלום.ts", " spaces .ts"),
    *(
        "'quotes'.ts",
        '"double".ts',
        "back\\slash.ts",
        "tab\t.ts",
        "dot..ts",
        "..hidden.ts",
        ".ts",
        "no-ending",
        "ÄÖÜß.TS",
    ),
    *(
        "e\u0301 (decomposed).ts",
        "\u202egnp.ts",
        "zero\u200bwidth.ts",
        "film;rm -rf.ts",
        "$(id).ts",
        "`id`.ts",
        "a&b.ts",
    ),
    *("100%.ts", "~.ts", "#1.ts", "[x]{y}.ts", "*.ts", "<b>.ts", "file:x.ts", "http:__x.ts", "CON.ts", "trailing.ts."),
)


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_file_names_open(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tones(tmp_path / "plain.ts", 1, container="mpegts").rename(tmp_path / name)
    monkeypatch.chdir(tmp_path)

    for location in (name, str(tmp_path / name)):
        source = open_source(location, CancelToken())
        assert sum(len(chunk.samples) for chunk in source.audio()) > 15_000
        source.close()


def test_an_audio_track_that_is_not_there_is_a_wrong_request(tmp_path: Path) -> None:
    path = write_tones(tmp_path / "film.mp4", 1)

    with pytest.raises(UsageError, match="no audio track 3"):
        open_source(str(path), CancelToken(), SourceOptions(audio_track=3))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("http://user:p@ss@host/x", "http://host/x"),
        ("http://us er:p w@host/x", "http://host/x"),
        ("HTTPS://U:canary@host:8443/y?a=b", "HTTPS://host:8443/y?a=b"),
        ("rtsp://u:p%40x@host/z", "rtsp://host/z"),
        ("srt://host:9000?mode=caller&passphrase=canary", "srt://host:9000?mode=caller&passphrase=…"),
        ("rist://host:1?secret=canary", "rist://host:1?secret=…"),
        ("https://host/live.m3u8?access_token=canary&hd=1", "https://host/live.m3u8?access_token=…&hd=1"),
        ("https://host/@user/video", "https://host/@user/video"),
    ],
)
def test_what_is_shown_has_no_password_and_what_is_opened_does(typed: str, shown: str) -> None:
    location = parse_location(typed)
    assert location.shown == shown
    assert location.url == typed


@pytest.mark.parametrize(
    "target", [r"\\server\share\a.ts", "//server/share/a.ts", "file://server/share/a.ts", r"\\?\C:\a"]
)
def test_a_playlist_asks_no_server_of_windows_for_a_file(target: str, tmp_path: Path) -> None:
    with pytest.raises(SourceForbidden):
        open_inside(tmp_path, target)
