"""A Hugging Face hub on the loopback interface: its API, redirects to a store of blobs, ranges, and bad days."""

from __future__ import annotations

import functools
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@dataclass(slots=True)
class Fault:
    """What goes wrong with the next answers for a file."""

    times: int = 1
    cut_after: int | None = None
    """Bytes of the body after which the connection is reset."""
    body: bytes | None = None
    """Sent instead of the file."""
    content_type: str = "application/octet-stream"
    status: int = 0
    ignore_range: bool = False
    hold: threading.Event | None = None
    """After `cut_after` bytes, wait for this instead of cutting."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asked for."""

    method: str
    path: str
    range: str
    authorization: str


@dataclass(slots=True)
class HubMirror:
    """Repositories by name, each a folder of files."""

    repositories: dict[str, Path] = field(default_factory=dict)
    licences: dict[str, str] = field(default_factory=dict)
    gated: set[str] = field(default_factory=set)
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    archives: dict[str, bytes] = field(default_factory=dict)
    """Plain files below ``/archives/``."""
    api_is_html: bool = False
    commit: str = COMMIT
    address: str = ""
    sent: threading.Event = field(default_factory=threading.Event)
    """Set when an answer is being held."""

    def fail(self, name: str, fault: Fault) -> None:
        """Let the next answers for a file go wrong."""
        self.faults.setdefault(name, []).append(fault)

    def fetched(self, name: str) -> list[Request]:
        """The requests for the bytes of a file."""
        return [request for request in self.requests if request.path.endswith(f"/{name}") and "/cdn/" in request.path]

    def next_fault(self, name: str) -> Fault | None:
        """The fault for this answer, if any."""
        queue = self.faults.get(name, [])
        if not queue:
            return None
        queue[0].times -= 1
        return queue.pop(0) if queue[0].times == 0 else queue[0]


@contextmanager
def hub_mirror() -> Iterator[HubMirror]:
    """Serve until the block ends."""
    mirror = HubMirror()

    class Handler(_Handler):
        pass

    Handler.mirror = mirror
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        mirror.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield mirror
        finally:
            server.shutdown()
            thread.join()


def is_lfs(content: bytes) -> bool:
    """Large files are kept apart, as on the hub."""
    return len(content) > 1000


@functools.lru_cache(maxsize=64)
def _digests(content: bytes) -> tuple[str, str]:
    """SHA-256 and git blob id."""
    return hashlib.sha256(content).hexdigest(), hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


class _Handler(BaseHTTPRequestHandler):
    mirror: HubMirror
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self._route()

    def do_GET(self) -> None:
        self._route()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _route(self) -> None:
        path = urlsplit(self.path).path  # a proxy is asked for whole addresses
        self.mirror.requests.append(
            Request(self.command, self.path, self.headers.get("Range", ""), self.headers.get("Authorization", ""))
        )
        parts = path.strip("/").split("/")
        if parts[:2] == ["api", "models"]:
            self._api("/".join(parts[2:4]))
        elif parts[0] == "archives":
            self._bytes(parts[1], self.mirror.archives[parts[1]])
        elif parts[0] == "cdn":
            self._bytes("/".join(parts[3:]), self._content("/".join(parts[1:3]), "/".join(parts[3:])))
        elif parts[2:3] == ["resolve"]:
            self._resolve("/".join(parts[:2]), parts[3], "/".join(parts[4:]))
        else:
            self._answer(404, b"not found")

    def _content(self, repo: str, name: str) -> bytes:
        return (self.mirror.repositories[repo] / name).read_bytes()

    def _api(self, repo: str) -> None:
        if self.mirror.api_is_html:
            self._answer(200, b"<html>Welcome to Hotel WiFi</html>", {"Content-Type": "text/html"})
        elif repo in self.mirror.gated:
            self._answer(401, b"", {"X-Error-Code": "GatedRepo", "X-Error-Message": "Access is restricted"})
        elif repo not in self.mirror.repositories:
            self._answer(404, b"", {"X-Error-Code": "RepoNotFound", "X-Error-Message": "Repository not found"})
        else:
            self._answer(200, json.dumps(self._description(repo)).encode(), {"Content-Type": "application/json"})

    def _description(self, repo: str) -> dict[str, object]:
        folder = self.mirror.repositories[repo]
        siblings = []
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            content = path.read_bytes()
            sibling: dict[str, object] = {"rfilename": path.relative_to(folder).as_posix(), "size": len(content)}
            sha256, sibling["blobId"] = _digests(content)
            if is_lfs(content):
                sibling["lfs"] = {
                    "sha256": sha256,
                    "size": len(content),
                    "pointerSize": 134,
                }
            siblings.append(sibling)
        card = {"license": self.mirror.licences[repo]} if repo in self.mirror.licences else {}
        return {"id": repo, "sha": self.mirror.commit, "siblings": siblings, "cardData": card, "private": False}

    def _resolve(self, repo: str, revision: str, name: str) -> None:
        if revision != self.mirror.commit or not (self.mirror.repositories[repo] / name).is_file():
            self._answer(404, b"", {"X-Error-Code": "EntryNotFound"})
            return
        content = self._content(repo, name)
        digest = _digests(content)[0]
        headers = {
            "X-Repo-Commit": self.mirror.commit,
            "X-Linked-ETag": f'"{digest}"',
            "X-Linked-Size": str(len(content)),
            "Location": f"{self.mirror.address}/cdn/{repo}/{name}",
        }
        self._answer(302, b"", headers)

    def _bytes(self, name: str, content: bytes) -> None:
        fault = self.mirror.next_fault(name) or Fault()
        if fault.status:
            self._answer(fault.status, b"sorry")
            return
        content = content if fault.body is None else fault.body
        start = 0
        if (asked := self.headers.get("Range", "")) and not fault.ignore_range:
            start = int(asked.removeprefix("bytes=").partition("-")[0])
            if start >= len(content):
                self._answer(416, b"", {"Content-Range": f"bytes */{len(content)}"})
                return
        headers = {"Content-Type": fault.content_type, "ETag": f'"{_digests(content)[1]}"'}
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        self._answer(206 if start else 200, content[start:], headers, fault)

    def _answer(
        self, status: int, body: bytes, headers: dict[str, str] | None = None, fault: Fault | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "HEAD":
            return
        if fault is None or fault.cut_after is None:
            self.wfile.write(body)
            return
        self.wfile.write(body[: fault.cut_after])
        self.wfile.flush()
        if fault.hold is not None:
            self.mirror.sent.set()
            fault.hold.wait(60)
        self.close_connection = True
