"""What makes two jobs the same job."""

from __future__ import annotations

import hashlib
import os
import re
import uuid
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.credentials import strip_credentials
from streamlation_desktop.core.errors import SourceForbidden, SourceNotFound
from streamlation_desktop.core.files import with_home
from streamlation_desktop.storage.codec import canonical

_EDGE = 64 * 1024
_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class JobKey:
    """A source and everything that changes what the job makes of it: equal keys, equal results."""

    location: str
    """Path or address, without credentials."""
    fingerprint: str
    """Which content the location stands for."""
    request_json: str
    """The request in canonical form."""

    @classmethod
    def of(cls, location: str, request: object) -> JobKey:
        """Key of a job.

        Args:
            location: path of a file, address of a stream, or ``-`` for standard input.
            request: a dataclass with all that changes the result (languages, models with their
                revisions, decoding settings, glossary), and nothing else.

        Raises:
            SourceNotFound: there is no such file.
            SourceForbidden: the file cannot be read.
        """
        return cls(*source_of(location), strip_credentials(canonical(request)))

    @property
    def digest(self) -> str:
        """64 hexadecimal digits that stand for the fingerprint and the request."""
        return hashlib.sha256(f"{self.fingerprint}\n{self.request_json}".encode()).hexdigest()


def source_of(location: str) -> tuple[str, str]:
    """How a location is shown, and the fingerprint of the content that it stands for; raises as `JobKey.of`."""
    is_path = location != "-" and not _REMOTE.match(location)
    shown = str(with_home(location).absolute()) if is_path else strip_credentials(location)
    return shown, _content(Path(shown)) if is_path else _address(shown)


def _address(shown: str) -> str:
    if shown == "-":
        return uuid.uuid4().hex  # never the same content twice
    return hashlib.sha256(shown.encode(errors="surrogateescape")).hexdigest()


def _content(path: Path) -> str:
    """Size, time of change, and hash of the first and last 64 KiB."""
    try:
        if path.exists() and not path.is_file():
            return uuid.uuid4().hex  # a pipe or device: never the same content twice, and opening it may hang
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            digest = hashlib.sha256(f"{status.st_size} {status.st_mtime_ns}\n".encode())
            digest.update(file.read(_EDGE))
            file.seek(max(status.st_size - _EDGE, 0))
            digest.update(file.read(_EDGE))
    except FileNotFoundError as exc:
        raise SourceNotFound(f"no such file: {path}", hint="Check the spelling.") from exc
    except OSError as exc:
        raise SourceForbidden(f"{path} cannot be read: {exc.strerror or exc}") from exc
    return digest.hexdigest()
