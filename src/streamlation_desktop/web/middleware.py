"""What every request goes through: the Host it names, the headers it gets, errors without a leak."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.web.guard import GuardedConnection

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HOSTS: web.AppKey[set[str]] = web.AppKey("hosts")
"""Exactly what a request may name as its Host: ``ADDRESS:PORT``."""

_STATUS = {"usage": 400, "source": 422, "settings": 400, "engine": 409, "model": 409, "storage": 507, "cast": 409}
_SPECIAL = {"source.not-found": 404, "source.forbidden": 403, "cast.not-found": 404, "storage.running": 409}
_BODY_SECONDS = 20.0

log = logging.getLogger(__name__)


def error_response(status: int, code: str, message: str, hint: str = "") -> web.Response:
    """The JSON form of every refusal."""
    return web.json_response({"error": {"code": code, "message": message, "hint": hint}}, status=status)


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse foreign Hosts (DNS rebinding), bound the time of small requests, and add the safe headers."""
    protocol = request.transport.get_protocol() if request.transport else None
    connection = protocol if isinstance(protocol, GuardedConnection) else None
    if connection:
        connection.request_began()
    try:
        response = await _answer(request, handler)
    finally:
        if connection:
            connection.request_ended()
    if not response.prepared:
        response.headers["Server"] = "streamlation"
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "no-referrer")
        response.headers.setdefault("Cache-Control", "no-store")
    return response


async def _answer(request: web.Request, handler: Handler) -> web.StreamResponse:
    if request.headers.get("Host", "").lower() not in request.app[HOSTS]:
        return error_response(421, "web.host", "this server does not answer to that name")
    try:
        return await handler(request)
    except web.HTTPException as exc:
        if exc.status < 400:
            raise
        return _with_headers(error_response(exc.status, f"web.{exc.status}", exc.reason), exc)
    except StreamlationError as exc:
        status = _SPECIAL.get(exc.code) or _STATUS.get(exc.code.partition(".")[0], 500)
        return error_response(status, exc.code, str(exc), exc.hint)
    except (ConnectionError, asyncio.CancelledError):
        raise
    except Exception:
        log.exception("a request to %s failed", request.match_info.route.name or "a route")
        return error_response(500, "web.defect", "unexpected error; the log tells more")


def _with_headers(response: web.Response, exc: web.HTTPException) -> web.Response:
    for name in ("Allow", "Retry-After", "Content-Range"):
        if name in exc.headers:
            response.headers[name] = exc.headers[name]
    return response


async def read_body(request: web.Request) -> bytes:
    """The body of a small request; raises HTTPException when it is too large or does not come."""
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            return await request.read()
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
