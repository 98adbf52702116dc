"""The security table: each row is an attempt that must come to nothing."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.cast.shares import Share
from streamlation_desktop.core.errors import NoNetwork, UsageError
from streamlation_desktop.web.server import LocalServer
from streamlation_desktop.web.tokens import Scope
from tests.support.api_server import ServedApi, served_api

SECRET = b"the private key"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[ServedApi]:
    (tmp_path / "id_rsa").write_bytes(SECRET)
    with served_api() as api:
        yield api


@pytest.fixture
def share(served: ServedApi, tmp_path: Path) -> Share:
    video = tmp_path / "film.mp4"
    video.write_bytes(bytes(range(256)) * 40)
    return served.api.server.shares.add(Share({"media.mp4": video, "list.m3u8": b"#EXTM3U\n"}))


def raw(served: ServedApi, text: str, *, first: bool = False, seconds: float = 10) -> bytes:
    """The answer until the connection is closed, or its first part."""
    host, port = served.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=seconds) as client:
        client.sendall(text.replace("HOST", f"{host}:{port}").encode("latin-1"))
        answer = b""
        try:
            while block := client.recv(65536):
                answer += block
                if first:
                    break
        except ConnectionResetError:
            pass
        return answer


@pytest.mark.parametrize(
    "path",
    [
        "/../id_rsa",
        "/%2e%2e/id_rsa",
        "/..%2fid_rsa",
        "//id_rsa",
        "/media.mp4%00.vtt",
        "/media.mp4/../id_rsa",
        "/..\\id_rsa",
        "/%252e%252e%252fid_rsa",
        "/" + "a" * 5000,
    ],
)
def test_nothing_but_the_names_of_a_share_is_served(served: ServedApi, share: Share, path: str) -> None:
    answer = raw(served, f"GET /m/{share.token}{path} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n")

    assert answer.split(b" ", 2)[1] in (b"400", b"404")
    assert SECRET not in answer


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:1", "", "127.0.0.1:0", "HOST.evil.example"])
def test_foreign_host_is_refused(served: ServedApi, share: Share, host: str) -> None:
    answer = raw(served, f"GET {share.path('media.mp4')} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")

    assert answer.split(b" ", 2)[1] in (b"421", b"400")


def test_request_without_host_is_refused(served: ServedApi) -> None:
    assert b" 421 " in raw(served, "GET /health HTTP/1.0\r\n\r\n")


@pytest.mark.parametrize("origin", ["http://evil.example", "https://127.0.0.1:1", "null", "file://"])
def test_foreign_origin_opens_no_websocket(served: ServedApi, origin: str) -> None:
    session, _ = served.session(cues=1)
    path = f"/api/v1/sessions/{session}/events.ws?access_token={served.tokens[Scope.VIEW]}"
    key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13"
    upgrade = f"Connection: Upgrade\r\nUpgrade: websocket\r\n{key}\r\nOrigin: {origin}"

    answer = raw(served, f"GET {path} HTTP/1.1\r\nHost: HOST\r\n{upgrade}\r\n\r\n", first=True)

    assert b" 403 " in answer.split(b"\r\n")[0]


def test_guessed_token_finds_nothing(served: ServedApi, share: Share) -> None:
    wrong = share.token[:-1] + ("a" if share.token[-1] != "a" else "b")

    assert served.ask(f"/m/{wrong}/media.mp4").status == 404
    assert served.ask("/api/v1/sessions", scope=None, headers={"Authorization": f"Bearer {wrong}"}).status == 401


def test_token_means_nothing_after_the_share_is_revoked(served: ServedApi, share: Share) -> None:
    assert served.ask(share.path("media.mp4")).status == 200
    served.api.server.shares.revoke(share)

    assert served.ask(share.path("media.mp4")).status == 404


def test_companion_link_means_nothing_after_its_session_is_gone(served: ServedApi) -> None:
    session, _ = served.session()
    url = served.ask(f"/api/v1/sessions/{session}/companion", method="POST").json()["url"]
    path = url.removeprefix(served.url)
    assert served.ask(path, scope=None).status == 200
    entry = served.api.board.find(session)
    assert entry is not None
    served.api.companions.revoke(entry.feed)

    assert served.ask(path, scope=None).status == 404
    assert served.ask(f"{path}info.json", scope=None).status == 404


def test_many_wrong_tokens_are_slowed_down(served: ServedApi) -> None:
    headers = {"Authorization": "Bearer wrong"}
    statuses = [served.ask("/api/v1/sessions", scope=None, headers=headers).status for _ in range(25)]

    assert statuses[0] == 401
    assert statuses[-1] == 429


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"location": 5}',
        b'{"location": ""}',
        b'{"location": "x", "more": 1}',
        b'{"location": "x", "to": ["klingonese-of-nowhere"]}',
        b'{"location": "x", "to": "es"}',
        b'{"location": "' + b"x" * 3000 + b'"}',
        b'{"location": "-"}',
        b"\xff\xfe",
        b"[" * 20_000,
    ],
)
def test_malformed_body_is_a_clear_refusal(served: ServedApi, body: bytes) -> None:
    answer = served.ask("/api/v1/sessions", method="POST", body=body)

    assert answer.status == 400
    assert answer.json()["error"]["message"]
    assert not served.runner.requests


def test_oversize_body_and_headers_are_refused(served: ServedApi) -> None:
    assert served.ask("/api/v1/sessions", method="POST", body=b"x" * 100_000).status == 413
    answer = raw(served, f"GET /health HTTP/1.1\r\nHost: HOST\r\nX: {'y' * 20_000}\r\n\r\n", first=True)
    assert b" 400 " in answer.split(b"\r\n")[0]


def test_client_that_sends_its_head_slowly_is_cut(served: ServedApi) -> None:
    for listener in served.api.server._listeners:
        listener.limits.header_seconds = 0.3
    begun = time.monotonic()
    answer = raw(served, "GET /health HTTP/1.1\r\nHost: HOST\r\n", seconds=10)

    assert answer == b""
    assert time.monotonic() - begun < 8
    assert served.ask("/health", scope=None).status == 200


@pytest.fixture
def sockets() -> Iterator[int]:
    """How many connections this process may open, both ends of which are its own."""
    import resource

    before, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (25_000, max(most, 25_000)))
    except ValueError:  # not root
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    yield min(10_000, resource.getrlimit(resource.RLIMIT_NOFILE)[0] * 2 // 5)
    resource.setrlimit(resource.RLIMIT_NOFILE, (before, most))


def test_ten_thousand_connections_leave_the_server_answering(served: ServedApi, sockets: int) -> None:
    """As many as this process may open; most are cut at once."""
    host, port = served.url.removeprefix("http://").split(":")
    for listener in served.api.server._listeners:
        listener.limits.max_connections = 50
    open_ones = []
    try:
        for _ in range(sockets):
            client = socket.socket()
            client.setblocking(False)
            client.connect_ex((host, int(port)))
            open_ones.append(client)
        deadline = time.monotonic() + 30
        while served.api.server.open_connections() > 50:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    finally:
        for client in open_ones:
            client.close()
    deadline = time.monotonic() + 30
    while served.api.server.open_connections() > 5:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert served.ask("/health", scope=None).status == 200


def test_cors_is_on_media_alone(served: ServedApi, share: Share) -> None:
    session, _ = served.session()
    foreign = {"Origin": "https://www.gstatic.com"}

    assert served.ask(share.path("media.mp4"), headers=foreign).headers["Access-Control-Allow-Origin"] == "*"
    preflight = served.ask(share.path("list.m3u8"), method="OPTIONS", headers=foreign)
    assert preflight.status == 204
    assert "Range" in preflight.headers["Access-Control-Allow-Headers"]
    for path in ("/health", "/metrics", "/api/v1/sessions", f"/api/v1/sessions/{session}"):
        assert "Access-Control-Allow-Origin" not in served.ask(path, headers=foreign).headers


def test_answers_tell_nothing_of_the_server_and_are_not_sniffed(served: ServedApi, share: Share) -> None:
    for path in ("/health", share.path("media.mp4"), "/nothing"):
        headers = served.ask(path).headers
        assert headers["Server"] == "streamlation"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"


def test_no_token_and_no_title_is_logged(served: ServedApi, share: Share, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    session, _ = served.session(cues=1)
    served.ask(share.path("media.mp4"))
    served.ask(f"/m/{share.token}/nothing")
    served.ask(f"/api/v1/sessions/{session}/captions")
    served.ask("/api/v1/sessions", method="POST", body=b"{")

    assert share.token not in caplog.text
    assert "a talk" not in caplog.text
    assert not any(token in caplog.text for token in served.tokens.values())


def test_nothing_listens_before_it_is_asked_and_after_it_is_closed() -> None:
    server = LocalServer()
    assert server._thread is None
    url = server.listen("127.0.0.1", 0, server.media_routes)
    port = int(url.rpartition(":")[2])
    server.close()

    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "224.0.0.1", "nonsense", ""])
def test_only_one_address_is_listened_on(host: str) -> None:
    with LocalServer() as server, pytest.raises(UsageError):
        server.listen(host, 0, server.media_routes)


def test_taken_port_and_foreign_address_are_named() -> None:
    with LocalServer() as server, socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(NoNetwork, match="taken"):
            server.listen("127.0.0.1", other.getsockname()[1], server.media_routes)
        with pytest.raises(NoNetwork, match="no address of this machine"):
            server.listen("192.0.2.77", 0, server.media_routes)


def test_media_is_served_with_ranges(served: ServedApi, share: Share) -> None:
    data = bytes(range(256)) * 40
    path = share.path("media.mp4")

    def part(asked: str) -> tuple[int, bytes]:
        answer = served.ask(path, headers={"Range": asked})
        return answer.status, answer.body

    assert served.ask(path).body == data
    assert part("bytes=100-199") == (206, data[100:200])
    assert part("bytes=-10") == (206, data[-10:])
    assert part("bytes=10000-") == (206, data[10000:])
    assert part("bytes=99999-")[0] == 416
    assert served.ask(path, method="HEAD").headers["Content-Length"] == str(len(data))
    assert served.ask(path).headers["Content-Type"] == "video/mp4"
