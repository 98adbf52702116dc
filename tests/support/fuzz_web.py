"""What comes over the network as text: bodies of the local API, and playlists in our own reading."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from aiohttp import web
from pydantic import BaseModel

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.media.hls_text import read_media_playlist
from streamlation_desktop.media.location import parse_location
from streamlation_desktop.web.api_cast import ChangeCast, StartCast
from streamlation_desktop.web.api_exports import NewExport
from streamlation_desktop.web.api_sessions import NewSession
from streamlation_desktop.web.api_system import NewToken
from streamlation_desktop.web.bodies import language_of, parse_body

_BODIES: Mapping[type[BaseModel], dict[str, object]] = {
    NewSession: {"location": "https://a.example/b.m3u8", "to": ["es"], "from": ["en"], "live": True, "delay": 2.0},
    NewExport: {"language": "pt-BR", "format": "vtt"},
    StartCast: {"session": "a1", "device": "TV", "position": 1.5, "language": "es", "voice": True},
    ChangeCast: {"paused": True, "volume": 0.5, "timing": {"delay": 8.0, "buffer": 9.0}},
    NewToken: {"scope": "view", "label": "phone", "days": 30},
}
BODIES = tuple(json.dumps(body).encode() for body in _BODIES.values())
WALLS = (
    b"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00Z\n#EXTINF:2.0,\na.ts\n"
    b"#EXT-X-DISCONTINUITY\n#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:09+02:00\n#EXTINF:1e3,\n../b.ts\n#EXT-X-ENDLIST\n"
)


def read_bodies(data: bytes, _folder: Path) -> None:
    """As each of the routes would read it; refused when none takes it."""
    read = asyncio.run(_read(data))
    if not read:
        raise UsageError("no route takes it")
    for body in read:
        if isinstance(body, NewSession):
            parse_location(body.location)


def read_walls(data: bytes, _folder: Path) -> None:
    """Our own reading of a playlist; FFmpeg's is the target ``playlist``."""
    read_media_playlist(data, "https://a.example/live/list.m3u8")


@dataclass(frozen=True, slots=True)
class _Body:
    """What is asked of a request."""

    data: bytes

    async def read(self) -> bytes:
        return self.data


async def _read(data: bytes) -> list[BaseModel]:
    found: list[BaseModel] = []
    for model in _BODIES:
        try:
            body = await parse_body(cast("web.Request", _Body(data)), model)
            for name in (*getattr(body, "to", ()), *getattr(body, "sources", ())):
                language_of(name)
            found.append(body)
        except web.HTTPException as refusal:
            _check(refusal)
    return found


def _check(refusal: web.HTTPException) -> None:
    """It is one that was foreseen, and one line."""
    assert refusal.status == 400, refusal.status
    assert refusal.reason
    assert "\n" not in refusal.reason
