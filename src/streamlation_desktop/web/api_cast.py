"""``/api/v1/cast``: play a session's media on a device, and control it."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field

from streamlation_desktop.core.casting import BUFFERS, LONGEST_DELAY, CastState, CastTiming
from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.jobs.finished_mix import finished_mix
from streamlation_desktop.storage.database import Database
from streamlation_desktop.web.access import Access
from streamlation_desktop.web.board import BoardEntry, SessionBoard
from streamlation_desktop.web.bodies import language_of, parse_body
from streamlation_desktop.web.casting import Casting
from streamlation_desktop.web.live_voice import LiveVoice, Voices
from streamlation_desktop.web.session_media import media_of
from streamlation_desktop.web.tokens import Scope

_FIND_SECONDS = 5.0
_LONGEST = 10_000_000.0
_OVER = (CastState.ENDED, CastState.STOPPED, CastState.FAILED)


class StartCast(BaseModel):
    """Body of a request to play on a device."""

    model_config = ConfigDict(extra="forbid", strict=True)

    session: str = Field(pattern=r"^[0-9a-f]{1,32}$")
    device: str = Field(min_length=1, max_length=200)
    position: float = Field(default=0.0, ge=0, le=_LONGEST, allow_inf_nan=False)
    language: str = Field(default="", max_length=35)
    voice: bool = False


class Timing(BaseModel):
    """See `core.casting.CastTiming`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    delay: float | None = Field(default=None, ge=1, le=LONGEST_DELAY, allow_inf_nan=False)
    buffer: float | None = Field(default=None, ge=BUFFERS[0], le=BUFFERS[1], allow_inf_nan=False)


class ChangeCast(BaseModel):
    """Body of a request to change what a device does."""

    model_config = ConfigDict(extra="forbid", strict=True)

    paused: bool | None = None
    position: float | None = Field(default=None, ge=0, le=_LONGEST, allow_inf_nan=False)
    volume: float | None = Field(default=None, ge=0, le=1, allow_inf_nan=False)
    muted: bool | None = None
    language: str | None = Field(default=None, max_length=35)
    device: str | None = Field(default=None, min_length=1, max_length=200)
    timing: Timing | None = None


@dataclass(frozen=True, slots=True)
class CastRoutes:
    """The routes and what they work on."""

    casting: Casting
    board: SessionBoard
    access: Access
    voices: Voices
    database: Database
    """Knows the finished dubs."""

    def add(self, app: web.Application) -> None:
        """Add the routes."""
        router, needs = app.router, self.access.needs
        router.add_get("/api/v1/cast", needs(Scope.VIEW, self._show), name="cast")
        router.add_post("/api/v1/cast", needs(Scope.CONTROL, self._start))
        router.add_patch("/api/v1/cast", needs(Scope.CONTROL, self._change))
        router.add_delete("/api/v1/cast", needs(Scope.CONTROL, self._stop))

    async def _show(self, request: web.Request) -> web.Response:
        return web.json_response(self._described())

    async def _start(self, request: web.Request) -> web.Response:
        wanted = await parse_body(request, StartCast)
        entry = self.board.find(wanted.session)
        if entry is None:
            raise web.HTTPNotFound(reason="there is no such session")
        language = language_of(wanted.language) if wanted.language else None
        device = await asyncio.to_thread(self.casting.discovery.find, wanted.device, _FIND_SECONDS)
        controller = self.casting.controller
        voice, dub = None, None
        if wanted.voice and entry.ring is None:
            dub = await asyncio.to_thread(self._dub, entry, language)
        elif wanted.voice:
            voice = await asyncio.to_thread(self._voice, entry)
        controller.start(device, partial(media_of, entry, voice=voice, dub=dub), wanted.position)
        if language is not None:
            controller.show(language)
        return web.json_response({"device": asdict(device) | {"kind": device.kind.value}}, status=202)

    async def _change(self, request: web.Request) -> web.Response:
        wanted = await parse_body(request, ChangeCast)
        self._check_playing()
        controller = self.casting.controller
        if wanted.device is not None:
            controller.switch(await asyncio.to_thread(self.casting.discovery.find, wanted.device, _FIND_SECONDS))
        if wanted.position is not None:
            controller.seek(wanted.position)
        if wanted.paused is not None:
            (controller.pause if wanted.paused else controller.play)()
        if wanted.volume is not None:
            controller.set_volume(wanted.volume)
        if wanted.muted is not None:
            controller.set_muted(wanted.muted)
        if wanted.timing is not None and controller.current is not None:
            controller.set_timing(controller.current.device, CastTiming(wanted.timing.delay, wanted.timing.buffer))
        if wanted.language is not None:
            controller.show(language_of(wanted.language) if wanted.language else None)
        return web.json_response(self._described(), status=202)

    async def _stop(self, request: web.Request) -> web.Response:
        self.casting.controller.stop()
        return web.Response(status=204)

    def _voice(self, entry: BoardEntry) -> LiveVoice:
        """The session's own; one that is there already has said the last minutes."""
        if entry.job is None or not entry.job.targets or entry.events is None:
            raise UsageError("only a translation can be spoken", hint="Cast it without a voice.")
        if entry.voice is None:
            entry.voice = self.voices.of(entry.job.targets[0], entry.job.location)
            entry.events.subscribe(entry.voice.handle)
        return entry.voice

    def _dub(self, entry: BoardEntry, language: LanguageCode | None) -> Path:
        """The finished dub of a file."""
        language = language or next(iter(entry.job.targets if entry.job is not None else ()), None)
        mix = None
        if entry.job is not None and language is not None:
            mix = finished_mix(self.database, entry.job.location, language)
        if mix is None:
            raise UsageError(
                "there is no finished dub of it", hint="Make one first (streamlation dub), or cast without."
            )
        return mix

    def _check_playing(self) -> None:
        status = self.casting.status
        if status is None or status.state in _OVER:
            raise UsageError("nothing is being cast", hint="Start it: POST /api/v1/cast.")

    def _described(self) -> dict[str, Any]:
        """What the device does; commands are done in order, so that what they bring is seen a moment later."""
        status, error, telemetry = self.casting.status, self.casting.error, self.casting.telemetry
        shown = status and {
            **asdict(status),
            "state": status.state.value,
            "level": status.level.value if status.level else None,
        }
        return {
            "status": shown,
            "error": error and asdict(error),
            "telemetry": telemetry and asdict(telemetry),
        }
