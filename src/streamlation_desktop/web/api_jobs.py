"""``/api/v1/jobs``: the queue of dubbing jobs: list, show, pause, resume, cancel, retry."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.jobs.control import JobControl
from streamlation_desktop.media.names import is_url, url_name
from streamlation_desktop.storage.job_records import JobEvent, JobRecord, TrackRecord
from streamlation_desktop.web.access import Access
from streamlation_desktop.web.tokens import Scope


@dataclass(frozen=True, slots=True)
class JobRoutes:
    """The routes and what they work on."""

    control: JobControl
    access: Access

    def add(self, app: web.Application) -> None:
        """Add the routes."""
        router, needs = app.router, self.access.needs
        one = "/api/v1/jobs/{id:[0-9a-f]{1,32}}"
        router.add_get("/api/v1/jobs", needs(Scope.VIEW, self._list), name="jobs")
        router.add_get(one, needs(Scope.VIEW, self._show), name="job")
        router.add_post(
            one + "/{action:(?:pause|resume|cancel|retry)}", needs(Scope.CONTROL, self._act), name="job-action"
        )

    async def _list(self, request: web.Request) -> web.Response:
        jobs = await asyncio.to_thread(self.control.store.list)
        return web.json_response({"jobs": [_job(job) for job in jobs]})

    async def _show(self, request: web.Request) -> web.Response:
        job = await self._found(request)
        events = await asyncio.to_thread(self.control.store.events, job.id)
        return web.json_response({**_job(job), "events": [_event(event) for event in events]})

    async def _act(self, request: web.Request) -> web.Response:
        job = await self._found(request)
        actions: dict[str, Callable[[JobRecord], None]] = {
            "pause": self.control.pause,
            "resume": self.control.resume,
            "cancel": self.control.cancel,
            "retry": self.control.retry,
        }
        await asyncio.to_thread(actions[request.match_info["action"]], job)
        return web.json_response(_job(await self._found(request)), status=202)

    async def _found(self, request: web.Request) -> JobRecord:
        try:
            return await asyncio.to_thread(self.control.store.find, request.match_info["id"])
        except UsageError as exc:
            raise web.HTTPNotFound(reason="there is no such job") from exc


def _job(job: JobRecord) -> dict[str, Any]:
    title = url_name(job.location) if is_url(job.location) else job.location.replace("\\", "/").rpartition("/")[2]
    return {
        "id": job.id,
        "title": title,
        "state": job.state.value,
        "created": job.created,
        "updated": job.updated,
        "languages": [
            {"language": track.language, "stage": track.stage.value, "error": _error(track)} for track in job.tracks
        ],
    }


def _error(track: TrackRecord) -> dict[str, str] | None:
    error = track.error
    return None if error is None else {"code": error.code, "message": error.message, "hint": error.hint}


def _event(event: JobEvent) -> dict[str, Any]:
    return {
        "time": event.wall_time,
        "language": event.language,
        "stage": event.stage.value,
        "kind": event.kind,
        "detail": event.detail,
    }
