"""The companion page: captions, and the picture where there is one, on any screen of the house."""

from __future__ import annotations

import asyncio
import hmac
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from streamlation_desktop.cast.shares import new_token
from streamlation_desktop.settings.paths import resource
from streamlation_desktop.web.feed import SessionFeed
from streamlation_desktop.web.limits import RateLimiter
from streamlation_desktop.web.page_picture import CompanionMedia, PagePicture
from streamlation_desktop.web.streams import Streams

_FILES = {
    "": ("index.html", "text/html"),
    "app.js": ("app.js", "text/javascript"),
    "captions.js": ("captions.js", "text/javascript"),
    "player.js": ("player.js", "text/javascript"),
    "style.css": ("style.css", "text/css"),
    "hls.min.js": ("vendor/hls.min.js", "text/javascript"),
    "icon.svg": ("icon.svg", "image/svg+xml"),
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self' blob:;"
    " connect-src 'self' ws:; worker-src blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)


@dataclass(slots=True)
class Companion:
    """One link to the page; it allows looking and no more."""

    feed: SessionFeed
    picture: PagePicture | None = None
    """None for captions alone."""
    token: str = field(default_factory=new_token, repr=False)

    @property
    def path(self) -> str:
        """Where the server has the page."""
        return f"/c/{self.token}/"


@dataclass(slots=True)
class Companions:
    """All links, and the page's routes."""

    streams: Streams
    _links: tuple[Companion, ...] = ()
    _guesses: RateLimiter = field(default_factory=lambda: RateLimiter(rate=0.5, burst=30))

    def open(self, feed: SessionFeed, picture: PagePicture | None = None) -> Companion:
        """A link to a session's page; the same one each time."""
        known = next((link for link in self._links if link.feed is feed), None)
        if known is not None:
            known.picture = known.picture or picture
            return known
        link = Companion(feed, picture)
        self._links = (*self._links, link)
        return link

    def revoke(self, feed: SessionFeed) -> None:
        """The session's link leads nowhere from now on. Not to be called in the server's loop."""
        gone = [link for link in self._links if link.feed is feed]
        self._links = tuple(link for link in self._links if link.feed is not feed)
        for link in gone:
            if link.picture is not None:
                link.picture.close()

    def close(self) -> None:
        """No link leads anywhere any more."""
        for link in self._links:
            self.revoke(link.feed)

    def add(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/c/{token}/info.json", self._info, name="companion-info")
        app.router.add_get("/c/{token}/events.ws", self._websocket, name="companion-websocket", allow_head=False)
        app.router.add_get("/c/{token}/events.sse", self._server_sent, name="companion-events", allow_head=False)
        app.router.add_get("/c/{token}/{name:[a-z.]{0,20}}", self._file, name="companion")

    def _link(self, request: web.Request) -> Companion:
        remote = request.remote or ""
        if self._guesses.is_exhausted(remote):
            raise web.HTTPTooManyRequests(reason="too many wrong links", headers={"Retry-After": "30"})
        token, found = request.match_info["token"].encode("utf-8", "replace"), None
        for link in self._links:
            if hmac.compare_digest(link.token.encode(), token):
                found = link
        if found is None:
            self._guesses.allow(remote)
            raise web.HTTPNotFound
        return found

    async def _file(self, request: web.Request) -> web.StreamResponse:
        self._link(request)
        entry = _FILES.get(request.match_info["name"])
        if entry is None:
            raise web.HTTPNotFound
        name, mime = entry
        headers = {"Content-Type": f"{mime}; charset=utf-8", "Content-Security-Policy": _POLICY}
        return web.FileResponse(resource("web") / name, headers=headers)

    async def _info(self, request: web.Request) -> web.Response:
        link = self._link(request)
        media = await asyncio.to_thread(link.picture.media) if link.picture is not None else None
        return web.json_response(_info(link.feed, media), dumps=lambda value: json.dumps(value, ensure_ascii=False))

    async def _websocket(self, request: web.Request) -> web.StreamResponse:
        return await self.streams.websocket(request, self._link(request).feed)

    async def _server_sent(self, request: web.Request) -> web.StreamResponse:
        return await self.streams.server_sent(request, self._link(request).feed)


def _info(feed: SessionFeed, media: CompanionMedia | None) -> dict[str, Any]:
    return {
        "title": feed.title,
        "state": feed.state.value,
        "session": feed.id,
        "languages": feed.languages(),
        "media": media and {"path": media.path, "type": media.content_type, "live": media.is_live},
    }
