"""What a stream is called, for titles and files."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit


def is_url(location: str) -> bool:
    """True for ``scheme://…``; a single letter before the colon is a Windows drive."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", location) is not None


def url_name(location: str) -> str:
    """Last part of the path without its extension, else the host; never empty."""
    parts = urlsplit(location)
    last = unquote(parts.path.rstrip("/").rsplit("/", 1)[-1])
    return PurePosixPath(last).stem or parts.hostname or "stream"
