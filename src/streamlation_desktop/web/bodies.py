"""What clients send: bodies and languages, or 400 with what is wrong."""

from __future__ import annotations

from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, parse_language
from streamlation_desktop.web.middleware import read_body

Model = TypeVar("Model", bound=BaseModel)


async def parse_body(request: web.Request, model: type[Model]) -> Model:
    """The body as `model`, or 400 with what is wrong."""
    try:
        return model.model_validate_json(await read_body(request))
    except ValidationError as exc:
        problem = exc.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in problem["loc"])
        raise web.HTTPBadRequest(reason=_one_line(f"{where}: {problem['msg']}" if where else problem["msg"])) from None


def language_of(name: str) -> LanguageCode:
    """The language, or 400."""
    try:
        return parse_language(name)
    except UnknownLanguage as exc:
        raise web.HTTPBadRequest(reason=_one_line(str(exc))) from None


def _one_line(text: str) -> str:
    return " ".join(text.split())[:200]
