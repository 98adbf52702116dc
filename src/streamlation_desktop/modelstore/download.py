"""Fetches one file: resumed by Range, checked while it arrives, never under its name until it is right."""

from __future__ import annotations

import hashlib
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import httpx2

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import DownloadFailed
from streamlation_desktop.modelstore import web
from streamlation_desktop.modelstore.digest import CHUNK_BYTES, git_blob_digest, sync
from streamlation_desktop.modelstore.patience import Patience
from streamlation_desktop.modelstore.space import disk_errors

PART_SUFFIX = ".part"
_RETRIED_STATUS = {408, 425, 429, 500, 502, 503, 504}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to fetch, and what is known of it."""

    url: str
    size: int | None = None
    sha256: str | None = None
    git_sha1: str | None = None


class _TryAgain(Exception):
    """The attempt failed in a way that another one may mend."""


class _Part:
    """A partial file and the running checksums of what it holds."""

    def __init__(self, stream: BinaryIO, wanted: Wanted) -> None:
        self._stream = stream
        self._wanted = wanted
        self._forget()

    def load(self, token: CancelToken) -> None:
        """Take up what an earlier run left."""
        self._stream.seek(0)
        while chunk := self._stream.read(CHUNK_BYTES):
            token.raise_if_cancelled()
            self._count(chunk)
        if self._wanted.size is not None and self.size > self._wanted.size:
            self.restart()

    def append(self, chunk: bytes) -> None:
        """Write what arrived, past our own buffer: a killed process keeps it."""
        self._stream.write(chunk)
        self._stream.flush()
        self._count(chunk)

    def restart(self) -> None:
        """Begin from nothing."""
        self._stream.seek(0)
        self._stream.truncate()
        self._forget()

    @property
    def sha256(self) -> str:
        """Of all bytes so far."""
        return self._sha256.hexdigest()

    def is_right(self) -> bool:
        """True when size and checksum are the wanted ones."""
        wanted = self._wanted
        if wanted.size not in (None, self.size):
            return False
        if self._git is None:
            return wanted.sha256 == self.sha256
        return wanted.size is None or wanted.git_sha1 in (None, self._git.hexdigest())

    def _forget(self) -> None:
        self.size = 0
        self._sha256 = hashlib.sha256()
        # hashing costs as much as fetching does on a fast line: the second sum only where it is compared
        self._git = git_blob_digest(self._wanted.size or 0) if self._wanted.sha256 is None else None

    def _count(self, chunk: bytes) -> None:
        self.size += len(chunk)
        self._sha256.update(chunk)
        if self._git is not None:
            self._git.update(chunk)


@dataclass(frozen=True, slots=True)
class Downloader:
    """Fetches files over one client."""

    client: httpx2.Client
    token: CancelToken
    patience: Patience

    def fetch(self, wanted: Wanted, target: Path, headers: dict[str, str], arrived: Callable[[int], None]) -> str:
        """Download into `target`. A partial file beside it is continued, and is kept on failure.

        Args:
            wanted: what to fetch.
            target: where it goes once it is complete and right.
            headers: sent along to the first server, not to those it redirects to.
            arrived: told how many bytes the file has so far.

        Returns:
            The SHA-256 of the file.

        Raises:
            DownloadFailed: not reachable, refused, or not what was wanted.
            DiskFull: no room.
            Cancelled: the token was cancelled meanwhile.
        """
        path = target.with_name(target.name + PART_SUFFIX)
        path.parent.mkdir(parents=True, exist_ok=True)
        with disk_errors(path.parent, wanted.size or 0):
            with path.open("r+b" if path.exists() else "w+b") as stream:
                part = _Part(stream, wanted)
                part.load(self.token)
                was_resumed = part.size > 0
                self._complete(wanted, part, headers, arrived)
                if was_resumed and not part.is_right():
                    part.restart()  # a crash may have torn what was there: once more, from nothing
                    self._complete(wanted, part, headers, arrived)
                sync(stream)
            if not part.is_right():
                path.unlink()
                raise DownloadFailed(
                    f"{target.name} does not match its checksum",
                    hint="The server or a proxy altered it. Try again later, or another mirror (HF_ENDPOINT).",
                )
            path.replace(target)
        return part.sha256

    def _complete(self, wanted: Wanted, part: _Part, headers: dict[str, str], arrived: Callable[[int], None]) -> None:
        failures = 0
        while wanted.size is None or part.size < wanted.size:
            before = part.size
            try:
                self._attempt(wanted, part, headers, arrived)
                return
            except (_TryAgain, httpx2.TransportError) as exc:
                self.token.raise_if_cancelled()
                failures = 1 if part.size > before else failures + 1
                if failures >= self.patience.attempts or web.is_certificate_problem(exc):
                    raise web.unreachable(wanted.url, exc) from exc
                self.token.wait(self.patience.first_wait * 2 ** (failures - 1))
                self.token.raise_if_cancelled()

    def _attempt(self, wanted: Wanted, part: _Part, headers: dict[str, str], arrived: Callable[[int], None]) -> None:
        resume = {"Range": f"bytes={part.size}-"} if part.size else {}
        with self.client.stream("GET", wanted.url, headers=headers | resume) as response:
            _check_answer(response, wanted, part)
            arrived(part.size)
            with _hang_up_on_cancel(response, self.token):
                for chunk in response.iter_bytes():
                    self.token.raise_if_cancelled()
                    part.append(chunk)
                    if wanted.size is not None and part.size > wanted.size:
                        part.restart()
                        raise _wrong_length(wanted, "more")
                    arrived(part.size)
        if wanted.size is not None and part.size < wanted.size:
            raise _TryAgain("the connection ended early")


@contextmanager
def _hang_up_on_cancel(response: httpx2.Response, token: CancelToken) -> Iterator[None]:
    """Wake a read that waits for a silent server."""
    stream = response.extensions["network_stream"]

    def hang_up() -> None:
        with suppress(OSError):  # it may have ended by itself
            stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)

    forget = token.on_cancel(hang_up)
    try:
        yield
    finally:
        forget()


def _check_answer(response: httpx2.Response, wanted: Wanted, part: _Part) -> None:
    status = response.status_code
    if status in _RETRIED_STATUS:
        raise _TryAgain(f"HTTP {status}")
    if status == 416:  # what we have is longer than the file, or the server cannot resume
        part.restart()
        raise _TryAgain("HTTP 416")
    if status in (401, 403):
        raise DownloadFailed(
            f"{wanted.url} may not be fetched (HTTP {status})",
            hint="If the model is only given to people who asked, set HF_TOKEN to your access token.",
        )
    if status not in (200, 206):
        raise DownloadFailed(f"{wanted.url} is not offered (HTTP {status})")
    if response.headers.get("Content-Type", "").startswith("text/html"):
        raise web.not_the_hub(wanted.url)
    total = _announced(response)
    if wanted.size is not None and total not in (None, wanted.size):
        raise _wrong_length(wanted, str(total))
    if status == 200 and part.size:  # the server sends everything again
        part.restart()
    if status == 206 and not response.headers.get("Content-Range", "").startswith(f"bytes {part.size}-"):
        part.restart()
        raise _TryAgain("the server resumed at another place")


def _announced(response: httpx2.Response) -> int | None:
    """Length of the whole file as the server tells it."""
    if response.status_code == 206:
        match = re.search(r"/(\d+)$", response.headers.get("Content-Range", ""))
        return int(match[1]) if match else None
    if "Content-Encoding" in response.headers:
        return None
    length = response.headers.get("Content-Length", "")
    return int(length) if length.isdecimal() else None


def _wrong_length(wanted: Wanted, got: str) -> DownloadFailed:
    return DownloadFailed(
        f"{wanted.url} has {got} bytes instead of {wanted.size}",
        hint="The model may have changed at its source, or a proxy altered it.",
    )
