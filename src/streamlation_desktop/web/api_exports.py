"""``/api/v1/sessions/…/exports``: write captions to files, list and fetch them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field

from streamlation_desktop.core.files import write_atomically
from streamlation_desktop.subtitles.document import SubtitleDocument, SubtitleMetadata
from streamlation_desktop.subtitles.formats.registry import write_subtitles
from streamlation_desktop.web.access import Access
from streamlation_desktop.web.board import BoardEntry, SessionBoard
from streamlation_desktop.web.bodies import language_of, parse_body
from streamlation_desktop.web.media import file_response
from streamlation_desktop.web.tokens import Scope

_NAME = r"captions\.[A-Za-z-]{2,35}\.[a-z]{3,4}"


class NewExport(BaseModel):
    """Body of a request to write captions."""

    model_config = ConfigDict(extra="forbid", strict=True)

    language: str = Field(min_length=2, max_length=35)
    format: Literal["srt", "vtt", "ass", "ttml", "txt", "json"] = "srt"


@dataclass(frozen=True, slots=True)
class ExportRoutes:
    """The routes and what they work on."""

    board: SessionBoard
    access: Access
    folder: Path
    """Has a folder for each session."""

    def add(self, app: web.Application, session: str) -> None:
        """Add the routes below that of a session."""
        router, needs = app.router, self.access.needs
        router.add_get(f"{session}/exports", needs(Scope.VIEW, self._list), name="exports")
        router.add_post(f"{session}/exports", needs(Scope.CONTROL, self._create))
        router.add_get(f"{session}/exports/{{name:{_NAME}}}", needs(Scope.VIEW, self._download), name="export")

    def remove(self, entry: BoardEntry) -> None:
        """Delete the files of a session."""
        folder = self._folder(entry)
        for path in folder.glob("captions.*"):
            path.unlink(missing_ok=True)
        if folder.is_dir():
            folder.rmdir()

    async def _list(self, request: web.Request) -> web.Response:
        folder = self._folder(entry_of(self.board, request))
        files = sorted(path for path in folder.glob("captions.*") if path.is_file())
        rows = [{"name": path.name, "bytes": path.stat().st_size} for path in files]
        return web.json_response({"exports": rows})

    async def _create(self, request: web.Request) -> web.Response:
        entry = entry_of(self.board, request)
        wanted = await parse_body(request, NewExport)
        language = language_of(wanted.language)
        cues = entry.feed.track(language)
        if not cues:
            raise web.HTTPNotFound(reason="there are no captions in that language yet")
        document = SubtitleDocument(tuple(cues), language, SubtitleMetadata(entry.feed.title))
        name = f"captions.{language}.{wanted.format}"
        data = write_subtitles(document, wanted.format)
        await asyncio.to_thread(_write, self._folder(entry) / name, data)
        body = {"name": name, "bytes": len(data), "complete": entry.feed.is_over}
        headers = {"Location": f"/api/v1/sessions/{entry.feed.id}/exports/{name}"}
        return web.json_response(body, status=201, headers=headers)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return file_response(self._folder(entry_of(self.board, request)) / name, name, headers)

    def _folder(self, entry: BoardEntry) -> Path:
        return self.folder / entry.feed.id


def entry_of(board: SessionBoard, request: web.Request) -> BoardEntry:
    """The session that the request names, or 404."""
    entry = board.find(request.match_info["id"])
    if entry is None:
        raise web.HTTPNotFound(reason="there is no such session")
    return entry


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomically(path, data)
