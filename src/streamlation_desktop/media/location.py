"""Understands what the user typed as a source: a path, ``-`` or an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from urllib.parse import urlsplit

from streamlation_desktop.core.credentials import strip_credentials
from streamlation_desktop.core.errors import SourceForbidden, SourceNotFound, UnsupportedMedia
from streamlation_desktop.core.files import with_home
from streamlation_desktop.media.names import PUBLIC_PREFIX, is_capture

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:(?=//)")  # two letters at least: "C:" is a drive
_LOGIN = re.compile(r"(?<=://)[^/?#]*@")
_PUBLIC = (f"{PUBLIC_PREFIX}http", f"{PUBLIC_PREFIX}https")


class Kind(Enum):
    """How a source is read."""

    FILE = "file"
    STDIN = "stdin"
    HTTP = "http"
    """Progressive media, a playlist, Icecast: over our own fetcher."""
    STREAM = "stream"
    """RTMP, RTSP, UDP: FFmpeg's own protocols."""
    BRIDGE = "bridge"
    """SRT and RIST: protocols that PyAV lacks."""


_KINDS = {
    **dict.fromkeys(("http", "https"), Kind.HTTP),
    **dict.fromkeys(("rtmp", "rtmps", "rtmpt", "rtsp", "rtsps", "udp", "rtp"), Kind.STREAM),
    **dict.fromkeys(("srt", "rist"), Kind.BRIDGE),
}


@dataclass(frozen=True, slots=True)
class Location:
    """A source, understood."""

    kind: Kind
    url: str
    """The address with its credentials, or the absolute path."""
    shown: str
    """What messages and logs may say."""
    is_typed: bool = True
    """The user named the server, which may then be one of their own network; a link of the web may not."""

    @property
    def scheme(self) -> str:
        """Lower case; empty for files."""
        return urlsplit(self.url).scheme.lower() if self.kind in (Kind.HTTP, Kind.STREAM, Kind.BRIDGE) else ""


def parse_location(text: str) -> Location:
    """Tell what kind of source `text` is.

    Only schemes of live and web media are accepted: FFmpeg would also take ``concat:``,
    ``subfile:`` or ``async:`` and through them read any file. ``public+https:`` is ``https:`` that
    reaches the open internet only.

    Raises:
        SourceForbidden: a scheme that is not for media sources.
        SourceNotFound: nothing was given, or an address without a host.
    """
    if text == "-":
        return Location(Kind.STDIN, "pipe:0", "standard input")
    if not text.strip() or "\0" in text:
        raise SourceNotFound("no source was given", hint="Give a file or an address.")
    if is_capture(text):
        raise SourceForbidden(f"{text} is only for live sessions", hint="Use streamlation live.")
    match = _SCHEME.match(text)
    if match is None:
        return Location(Kind.FILE, str(with_home(text).absolute()), text)
    scheme, is_typed = match.group()[:-1].lower(), True
    if scheme in _PUBLIC:
        text, scheme, is_typed = text[len(PUBLIC_PREFIX) :], scheme.removeprefix(PUBLIC_PREFIX), False
    shown = strip_credentials(_LOGIN.sub("", text))
    if scheme not in _KINDS:
        raise SourceForbidden(f"{scheme}: is not an address of media", hint=f"Known are {', '.join(_KINDS)} and files.")
    try:
        host = urlsplit(text).hostname
    except ValueError as exc:
        raise SourceNotFound(f"{shown} is not a valid address", hint="Check the spelling.") from exc
    if "\n" in text or "\r" in text:
        raise SourceNotFound(f"{shown} is not a valid address", hint="It has several lines.")
    if not host and scheme not in ("udp", "rtp"):
        raise SourceNotFound(f"{shown} names no server", hint="Check the spelling.")
    return Location(_KINDS[scheme], text, shown, is_typed)


def regular_file(path: Path, shown: str) -> Path:
    """Check that `path` is a readable file with something in it.

    Raises:
        SourceNotFound: there is nothing.
        SourceForbidden: it may not be read, or is a pipe or a device, which could block for ever.
        UnsupportedMedia: a folder or an empty file.
    """
    try:
        if path.is_dir():
            raise UnsupportedMedia(f"{shown} is a folder", hint="Choose a file in it.")
        if not path.exists():
            raise SourceNotFound(f"{shown} does not exist", hint="Check the spelling.")
        if not path.is_file():
            raise SourceForbidden(f"{shown} is a pipe or a device", hint="Use - to read from standard input.")
        with path.open("rb") as file:
            if not file.read(1):
                raise UnsupportedMedia(f"{shown} is empty", hint="Was it downloaded completely?")
    except PermissionError as exc:
        raise SourceForbidden(f"{shown} may not be read", hint="Check the permissions of the file.") from exc
    except OSError as exc:
        raise SourceNotFound(f"{shown} cannot be opened ({exc.strerror})", hint="Check the name and the disk.") from exc
    return path
