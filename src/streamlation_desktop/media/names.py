"""What a stream is called, for titles and files."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

PUBLIC_PREFIX = "public+"
"""Before an address that must not lead into the user's own network: a web page named it, not the user."""
_CAPTURE = re.compile(r"(mic|system):", re.IGNORECASE)
_INVITATION = re.compile(r"streamlation:", re.IGNORECASE)


def is_invitation(location: str) -> bool:
    """True for ``streamlation:…``, by which a web page asks to open something."""
    return _INVITATION.match(location) is not None


def plain_address(location: str) -> str:
    """A location as people write it."""
    return location.removeprefix(PUBLIC_PREFIX)


def is_capture(location: str) -> bool:
    """True for ``mic:…`` and ``system:…``: sound of this computer."""
    return _CAPTURE.match(location) is not None


def is_url(location: str) -> bool:
    """True for ``scheme://…`` and captures; a single letter before the colon is a Windows drive."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", location) is not None or is_capture(location)


def url_name(location: str) -> str:
    """Last part of the path without its extension, else the host; never empty."""
    if is_capture(location):
        return "microphone" if location.lower().startswith("mic") else "system-sound"
    parts = urlsplit(location)
    last = unquote(parts.path.rstrip("/").rsplit("/", 1)[-1])
    return PurePosixPath(last).stem or parts.hostname or "stream"
