"""``/api/v1``: models, devices, tokens, and the description of the API itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field

from streamlation_desktop.core.casting import CastDevice
from streamlation_desktop.engines.devices import DeviceInfo
from streamlation_desktop.modelstore.installed import InstalledModel
from streamlation_desktop.settings.paths import resource
from streamlation_desktop.storage.access import AccessToken
from streamlation_desktop.web.access import Access
from streamlation_desktop.web.bodies import parse_body
from streamlation_desktop.web.tokens import Scope

_MAX_TOKENS = 100


class NewToken(BaseModel):
    """Body of a request to issue one."""

    model_config = ConfigDict(extra="forbid", strict=True)

    scope: Literal["view", "control", "admin"] = "view"
    label: str = Field(default="", max_length=100)
    days: int | None = Field(default=30, ge=1, le=3650)


@dataclass(frozen=True, slots=True)
class SystemRoutes:
    """The routes and what they work on."""

    access: Access
    models: Callable[[], Sequence[InstalledModel]]
    compute: Callable[[], Sequence[DeviceInfo]]
    cast_devices: Callable[[], Sequence[CastDevice]]

    def add(self, app: web.Application) -> None:
        """Add the routes."""
        router, needs = app.router, self.access.needs
        router.add_get("/api/v1/openapi.json", _openapi, name="openapi")
        router.add_get("/api/v1/models", needs(Scope.VIEW, self._models), name="models")
        router.add_get("/api/v1/devices", needs(Scope.VIEW, self._devices), name="devices")
        router.add_get("/api/v1/tokens", needs(Scope.ADMIN, self._tokens), name="tokens")
        router.add_post("/api/v1/tokens", needs(Scope.ADMIN, self._issue))
        router.add_delete(r"/api/v1/tokens/{id:[A-Za-z0-9_-]{1,16}}", needs(Scope.ADMIN, self._revoke), name="token")

    async def _models(self, request: web.Request) -> web.Response:
        models = await asyncio.to_thread(self.models)
        return web.json_response({"models": [_model(model) for model in models]})

    async def _devices(self, request: web.Request) -> web.Response:
        compute = await asyncio.to_thread(self.compute)
        found = await asyncio.to_thread(self.cast_devices)
        casting = [{**asdict(device), "kind": device.kind.value} for device in found]
        return web.json_response({"compute": [asdict(device) for device in compute], "cast": casting})

    async def _tokens(self, request: web.Request) -> web.Response:
        return web.json_response({"tokens": [_token(record) for record in self.access.tokens.list()]})

    async def _issue(self, request: web.Request) -> web.Response:
        wanted = await parse_body(request, NewToken)
        if len(self.access.tokens.list()) >= _MAX_TOKENS:
            raise web.HTTPConflict(reason="there are too many tokens: revoke some")
        seconds = wanted.days and wanted.days * 86_400.0
        issue = self.access.tokens.issue
        token, record = await asyncio.to_thread(issue, Scope[wanted.scope.upper()], label=wanted.label, seconds=seconds)
        return web.json_response({**_token(record), "token": token}, status=201)

    async def _revoke(self, request: web.Request) -> web.Response:
        if not await asyncio.to_thread(self.access.tokens.revoke, request.match_info["id"]):
            raise web.HTTPNotFound(reason="there is no such token")
        return web.Response(status=204)


async def _openapi(request: web.Request) -> web.StreamResponse:
    return web.FileResponse(resource("web") / "openapi.json", headers={"Content-Type": "application/json"})


def _model(model: InstalledModel) -> dict[str, Any]:
    return {
        "id": model.id,
        "kind": model.kind.value,
        "languages": sorted(model.languages),
        "licence": model.licence,
    }


def _token(record: AccessToken) -> dict[str, Any]:
    return {
        "id": record.id,
        "scope": record.scope,
        "label": record.label,
        "created": record.created,
        "expires": record.expires,
    }
