"""Checks the token and the pace of API requests."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from streamlation_desktop.web.limits import RateLimiter
from streamlation_desktop.web.tokens import Scope, Tokens

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_SCHEME = "bearer "


@dataclass(slots=True)
class Access:
    """Who may call what."""

    tokens: Tokens
    guesses: RateLimiter = field(default_factory=lambda: RateLimiter(rate=0.5, burst=20))
    """Wrong tokens, by address."""
    requests: RateLimiter = field(default_factory=lambda: RateLimiter(rate=50, burst=200))
    """By token."""

    def needs(self, scope: Scope, handler: Handler) -> Handler:
        """`handler` for those whose token allows it."""

        async def checked(request: web.Request) -> web.StreamResponse:
            self._check(request, scope)
            return await handler(request)

        return checked

    def scope(self, request: web.Request) -> Scope | None:
        """What the request's token allows."""
        token = _token(request)
        return self.tokens.scope_of(token) if token else None

    def _check(self, request: web.Request, scope: Scope) -> None:
        remote = request.remote or ""
        if self.guesses.is_exhausted(remote):
            raise web.HTTPTooManyRequests(reason="too many wrong tokens", headers={"Retry-After": "30"})
        allowed = self.scope(request)
        if allowed is None:
            self.guesses.allow(remote)
            raise web.HTTPUnauthorized(reason="a valid token is needed", headers={"WWW-Authenticate": "Bearer"})
        if allowed < scope:
            raise web.HTTPForbidden(reason=f"this needs a token of scope {scope.name.lower()}")
        if not self.requests.allow(_token(request)):
            raise web.HTTPTooManyRequests(reason="too many requests", headers={"Retry-After": "1"})


def _token(request: web.Request) -> str:
    header = request.headers.get("Authorization", "")
    if header.lower().startswith(_SCHEME):
        return header[len(_SCHEME) :].strip()
    # A browser can set no header on these two.
    if request.path.endswith(("/events", "/events.ws")):
        return request.query.get("access_token", "")
    return ""
