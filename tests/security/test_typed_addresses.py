"""What a user types is media or is refused: FFmpeg knows protocols that read any file or run through another."""

from __future__ import annotations

import pytest

from streamlation_desktop.core.errors import SourceError, SourceForbidden
from streamlation_desktop.media.location import Kind, parse_location

PROTOCOLS = (
    *("async", "bluray", "cache", "concat", "concatf", "crypto", "data", "fd", "ffrtmpcrypt", "ffrtmphttp", "file"),
    *("ftp", "gopher", "gophers", "hls", "http", "httpproxy", "https", "icecast", "ipfs", "ipns", "mmsh", "mmst"),
    *("pipe", "prompeg", "rist", "rtmp", "rtmpe", "rtmps", "rtmpt", "rtmpte", "rtmpts", "rtp", "sctp", "smb", "srt"),
    *("srtp", "subfile", "tcp", "tee", "tls", "udp", "udplite", "unix", "amqp", "sftp", "zmq", "lavfi", "javascript"),
)
MEDIA = {"http", "https", "rtmp", "rtmps", "rtmpt", "rtp", "udp", "srt", "rist"}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_only_protocols_of_media_are_addresses(protocol: str) -> None:
    text = f"{protocol}://example.org/a"
    if protocol in MEDIA:
        assert parse_location(text).kind is not Kind.FILE
    else:
        with pytest.raises(SourceForbidden):
            parse_location(text)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_without_two_slashes_it_is_a_file_name_and_never_a_protocol(protocol: str) -> None:
    place = parse_location(f"{protocol}:/etc/passwd")
    assert place.kind is Kind.FILE
    assert place.url.endswith(f"/{protocol}:/etc/passwd")


@pytest.mark.parametrize("text", ["concat://a|/etc/passwd", "subfile,,start,0,end,9,,://etc/passwd", "HTTP://", "a\0b"])
def test_tricks_are_refused_or_no_address(text: str) -> None:
    try:
        place = parse_location(text)
    except SourceError:
        return
    assert place.kind is Kind.FILE
