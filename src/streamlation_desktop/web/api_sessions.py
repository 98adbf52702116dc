"""``/api/v1/sessions``: start, list, show, stop, delete, follow."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field

from streamlation_desktop.cast.shares import ShareTable
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest, OutputRequest
from streamlation_desktop.settings.paths import AppPaths
from streamlation_desktop.web.access import Access
from streamlation_desktop.web.api_exports import ExportRoutes, entry_of
from streamlation_desktop.web.board import BoardEntry, SessionBoard
from streamlation_desktop.web.bodies import language_of, parse_body
from streamlation_desktop.web.companion import Companion, Companions
from streamlation_desktop.web.page_picture import PagePicture
from streamlation_desktop.web.session_media import media_of
from streamlation_desktop.web.source_policy import check_source
from streamlation_desktop.web.starting import start_session
from streamlation_desktop.web.tokens import Scope

Languages = list[str]


class NewSession(BaseModel):
    """Body of a request to start one."""

    model_config = ConfigDict(extra="forbid", strict=True)

    location: str = Field(min_length=1, max_length=2000)
    to: Languages = Field(default_factory=list, max_length=8)
    sources: Languages = Field(default_factory=list, alias="from", max_length=8)
    model: str = Field(default="", max_length=200)
    preset: Literal["fast", "balanced", "accurate"] = "balanced"
    live: bool = False
    delay: float | None = Field(default=None, ge=0.5, le=60, allow_inf_nan=False)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where sessions keep what."""

    exports: Path
    rings: Path
    """The latest minutes of live sessions."""
    segments: Path
    """Of pictures for pages."""

    @classmethod
    def of(cls, paths: AppPaths) -> Folders:
        """Those of this installation."""
        return cls(paths.data / "exports", paths.cache / "live", paths.cache / "cast")


@dataclass(frozen=True, slots=True)
class SessionRoutes:
    """The routes and what they work on."""

    board: SessionBoard
    access: Access
    companions: Companions
    shares: ShareTable
    folders: Folders

    def add(self, app: web.Application) -> None:
        """Add the routes."""
        router, needs = app.router, self.access.needs
        one = "/api/v1/sessions/{id:[0-9a-f]{1,32}}"
        router.add_get("/api/v1/sessions", needs(Scope.VIEW, self._list), name="sessions")
        router.add_post("/api/v1/sessions", needs(Scope.CONTROL, self._create))
        router.add_get(one, needs(Scope.VIEW, self._show), name="session")
        router.add_delete(one, needs(Scope.ADMIN, self._delete))
        router.add_post(f"{one}/stop", needs(Scope.CONTROL, self._stop), name="stop")
        router.add_get(f"{one}/captions", needs(Scope.VIEW, self._captions), name="captions")
        router.add_get(f"{one}/events", needs(Scope.VIEW, self._server_sent), name="events", allow_head=False)
        router.add_get(f"{one}/events.ws", needs(Scope.VIEW, self._websocket), name="websocket", allow_head=False)
        router.add_post(f"{one}/companion", needs(Scope.CONTROL, self._companion), name="companion-link")
        self._exports.add(app, one)

    def companion(self, entry: BoardEntry) -> Companion:
        """The link to a session's page, with the picture where its media is known here."""
        is_known = entry.job is not None
        picture = PagePicture(partial(media_of, entry), self.shares, self.folders.segments) if is_known else None
        return self.companions.open(entry.feed, picture)

    async def _list(self, request: web.Request) -> web.Response:
        return web.json_response({"sessions": [describe(entry) for entry in self.board.list()]})

    async def _create(self, request: web.Request) -> web.Response:
        wanted = await parse_body(request, NewSession)
        job = _job(wanted, self.folders.exports)
        location = await check_source(wanted.location, is_live=wanted.live, scope=self.access.scope(request))
        job = replace(job, location=location)
        start = partial(start_session, self.board, job, self.folders.rings, is_live=wanted.live, delay=wanted.delay)
        entry = await asyncio.to_thread(start)
        headers = {"Location": f"/api/v1/sessions/{entry.feed.id}"}
        return web.json_response(describe(entry), status=201, headers=headers)

    async def _show(self, request: web.Request) -> web.Response:
        return web.json_response(describe(self._entry(request)))

    async def _stop(self, request: web.Request) -> web.Response:
        entry = self._entry(request)
        await asyncio.to_thread(entry.token.cancel)
        return web.json_response(describe(entry), status=202)

    async def _delete(self, request: web.Request) -> web.Response:
        entry = self._entry(request)
        self.board.delete(entry.feed.id)
        await asyncio.to_thread(self.companions.revoke, entry.feed)
        await asyncio.to_thread(self._exports.remove, entry)
        return web.Response(status=204)

    async def _captions(self, request: web.Request) -> web.Response:
        entry = self._entry(request)
        language = request.query.get("language", "")
        wanted = [language] if language else entry.feed.languages()
        tracks = {name: [_cue(cue) for cue in entry.feed.track(name)] for name in wanted}
        return web.json_response({"seq": entry.feed.last, "captions": tracks})

    async def _server_sent(self, request: web.Request) -> web.StreamResponse:
        return await self.companions.streams.server_sent(request, self._entry(request).feed)

    async def _websocket(self, request: web.Request) -> web.StreamResponse:
        return await self.companions.streams.websocket(request, self._entry(request).feed)

    async def _companion(self, request: web.Request) -> web.Response:
        link = self.companion(self._entry(request))
        return web.json_response({"url": f"http://{request.headers['Host']}{link.path}"}, status=201)

    def _entry(self, request: web.Request) -> BoardEntry:
        return entry_of(self.board, request)

    @property
    def _exports(self) -> ExportRoutes:
        return ExportRoutes(self.board, self.access, self.folders.exports)


def describe(entry: BoardEntry) -> dict[str, Any]:
    """A session as the API shows it."""
    feed = entry.feed
    return {
        "id": feed.id,
        "title": feed.title,
        "state": feed.state.value,
        "live": isinstance(entry.request, LiveRequest),
        "error": feed.error and {"code": feed.error.code, "message": feed.error.message, "hint": feed.error.hint},
        "languages": feed.languages(),
        "duration": feed.duration,
        "done": feed.done,
        "seq": feed.last,
    }


def _cue(cue: Any) -> dict[str, Any]:
    return {"index": cue.index, "start": cue.span.start, "end": cue.span.end, "lines": list(cue.lines)}


def _job(wanted: NewSession, folder: Path) -> JobRequest:
    return JobRequest(
        location=wanted.location,
        sources=tuple(language_of(name) for name in wanted.sources),
        targets=tuple(language_of(name) for name in wanted.to),
        recognizer=wanted.model,
        preset=wanted.preset,
        output=OutputRequest(formats=(), folder=folder),
    )
