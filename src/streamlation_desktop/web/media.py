"""Serves the shares: ``/m/TOKEN/NAME`` with ranges, and with CORS, which receivers insist on."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path, PurePath

from aiohttp import web

from streamlation_desktop.cast.shares import HOLD_SECONDS, Content, Share, ShareTable

SHARES: web.AppKey[ShareTable] = web.AppKey("shares")

MIME = {
    ".m3u8": "application/vnd.apple.mpegurl",
    ".ts": "video/mp2t",
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".webm": "video/webm",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".flac": "audio/flac",
    ".ogg": "audio/ogg",
    ".wav": "audio/wav",
    ".vtt": "text/vtt; charset=utf-8",
    ".srt": "application/x-subrip; charset=utf-8",
    ".ass": "text/x-ssa; charset=utf-8",
    ".ttml": "application/ttml+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json; charset=utf-8",
}
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type, Accept-Encoding, Range",
    "Access-Control-Expose-Headers": "Content-Length, Content-Range, Accept-Ranges, Date",
    "Access-Control-Max-Age": "600",
}
_SHARE: web.RequestKey[Share] = web.RequestKey("share")
_BLOCK = 256 * 1024
_HOLD_POLL = 0.05
_VOLATILE = (".m3u8", ".vtt")


def add_media_routes(app: web.Application) -> None:
    """Add ``/m/TOKEN/NAME``."""
    path = r"/m/{token}/{name:[A-Za-z0-9_.-]{1,80}}"
    app.router.add_get(path, _media, name="media", allow_head=True)
    app.router.add_options(path, _preflight)
    app.on_response_prepare.append(_note)


def mime_type(name: str) -> str:
    """By the extension alone, from a fixed table."""
    return MIME.get(PurePath(name).suffix.lower(), "application/octet-stream")


async def _preflight(request: web.Request) -> web.Response:
    _content(request)
    headers = dict(CORS)
    if request.headers.get("Access-Control-Request-Private-Network") == "true":
        headers["Access-Control-Allow-Private-Network"] = "true"
    return web.Response(status=204, headers=headers)


async def _media(request: web.Request) -> web.StreamResponse:
    await _held(request)
    name, content = _content(request)
    headers = dict(CORS) | {"Cache-Control": "no-store" if name.endswith(_VOLATILE) else "private, max-age=3600"}
    if isinstance(content, Path):
        return file_response(content, name, headers)
    data = content if isinstance(content, bytes) else content()
    if data is None:
        raise web.HTTPNotFound(headers=CORS)
    return bytes_response(request, data, name, headers)


async def _held(request: web.Request) -> None:
    """Until what is asked for is worth having."""
    share = request.app[SHARES].find(request.match_info["token"])
    until = time.monotonic() + HOLD_SECONDS
    while share is not None and share.is_held(request.match_info["name"]) and time.monotonic() < until:
        await asyncio.sleep(_HOLD_POLL)


def _content(request: web.Request) -> tuple[str, Content]:
    share = request.app[SHARES].find(request.match_info["token"])
    if share is None:
        raise web.HTTPNotFound
    name = request.match_info["name"]
    request[_SHARE] = share
    content = share.get(name)
    if content is None:
        raise web.HTTPNotFound(headers=CORS)
    return name, content


async def _note(request: web.Request, response: web.StreamResponse) -> None:
    """What a page of another origin is not allowed to read it has fetched for nothing, and tells nobody."""
    share = request.get(_SHARE)
    if share is None:
        return
    origin = request.headers.get("Origin")
    is_allowed = origin is None or response.headers.get("Access-Control-Allow-Origin") in ("*", origin)
    is_readable = is_allowed and response.status < 400
    share.note(request.match_info["name"], request.method, request.remote or "", is_readable=is_readable)


def file_response(path: Path, name: str, headers: dict[str, str]) -> web.StreamResponse:
    """A file with ranges, sent by the kernel; no file of a device or a pipe."""
    if not path.is_file():
        raise web.HTTPNotFound(headers=headers)
    return web.FileResponse(path, headers={**headers, "Content-Type": mime_type(name)}, chunk_size=_BLOCK)


def bytes_response(request: web.Request, data: bytes, name: str, headers: dict[str, str]) -> web.Response:
    """Bytes with ranges."""
    headers = {**headers, "Content-Type": mime_type(name), "Accept-Ranges": "bytes"}
    try:
        asked = request.http_range
    except ValueError:
        return web.Response(status=416, headers={**headers, "Content-Range": f"bytes */{len(data)}"})
    if asked.start is None and asked.stop is None:
        return web.Response(body=data, headers=headers)
    start, stop, _ = asked.indices(len(data))
    if start >= stop:
        return web.Response(status=416, headers={**headers, "Content-Range": f"bytes */{len(data)}"})
    headers["Content-Range"] = f"bytes {start}-{stop - 1}/{len(data)}"
    return web.Response(status=206, body=data[start:stop], headers=headers)
