"""What a token may have opened."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceLost, SourceNotFound
from streamlation_desktop.media.addresses import is_public, resolve
from streamlation_desktop.media.location import Kind, Location, parse_location, regular_file
from streamlation_desktop.media.names import PUBLIC_PREFIX, is_capture
from streamlation_desktop.web.tokens import Scope

_RESOLVE_SECONDS = 3.0


async def check_source(text: str, *, is_live: bool, scope: Scope | None) -> str:
    """Refuse what is no source, and what needs a token of scope admin.

    Files, microphones and the servers of this machine and its network are the owner's; addresses of the open
    internet are anybody's who may start sessions.

    Returns:
        What is to be opened: others than the owner get an address that stays public, whatever its name resolves to
        a moment later.

    Raises:
        SourceError: there is no such file, it cannot be read, or that is no address; the session would say the same.
        HTTPException: the token does not reach so far, or it is not for this kind of session.
    """
    if is_capture(text):
        _check(is_live, 400, "sound of this computer is only for live sessions")
        _check(scope is Scope.ADMIN, 403, "sound of this computer needs a token of scope admin")
        return text
    location = parse_location(text)
    _check(location.kind is not Kind.STDIN, 400, "give a file or an address")
    if location.kind is Kind.FILE:
        _check(scope is Scope.ADMIN, 403, "files of this machine need a token of scope admin")
        await asyncio.to_thread(regular_file, Path(location.url), location.shown)  # a share that is gone takes its time
        return text
    _check(is_live or location.kind is Kind.HTTP, 400, "such an address is a live one: say so with live")
    if scope is Scope.ADMIN:
        return text
    # FFmpeg looks those names up by itself, and follows where such servers send it
    _check(location.kind is Kind.HTTP, 403, "addresses other than http and https need a token of scope admin")
    is_open = await asyncio.to_thread(_is_open, location)
    _check(is_open, 403, "servers of the local network need a token of scope admin")
    return f"{PUBLIC_PREFIX}{location.url}"


def _is_open(location: Location) -> bool:
    parts = urlsplit(location.url)
    if not parts.hostname:
        return False
    with suppress(SourceNotFound, SourceLost):  # then the session says so
        found = resolve(parts.hostname, parts.port or 80, CancelToken(), _RESOLVE_SECONDS)
        return all(is_public(endpoint.ip) for endpoint in found)
    return True


def _check(is_allowed: bool, status: int, reason: str) -> None:
    if not is_allowed:
        raise (web.HTTPForbidden if status == 403 else web.HTTPBadRequest)(reason=reason)
