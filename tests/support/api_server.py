"""A running local API whose sessions do what the test says."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.casting import CastDevice
from streamlation_desktop.core.errors import DeviceNotFound
from streamlation_desktop.core.events import CueCommitted, EventBus, SessionState, SessionSummary, StateChanged
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, SpeechClip, TimeSpan
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.session.runner import Request
from streamlation_desktop.session.speak_request import SpeakRequest
from streamlation_desktop.session.text_request import TextRequest
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.storage.database import Database
from streamlation_desktop.web.api import LocalApi, build_api
from streamlation_desktop.web.casting import build_casting
from streamlation_desktop.web.tokens import Scope

ES = LanguageCode("es")


def cue(index: int, text: str = "", language: LanguageCode = ES) -> Cue:
    return Cue(index, TimeSpan(index * 1.5, index * 1.5 + 1.2), (text or f"{language} {index}",), language)


@dataclass(slots=True)
class QuietRunner:
    """Runs every job until it is stopped."""

    requests: list[JobRequest] = field(default_factory=list)
    live: list[LiveRequest] = field(default_factory=list)

    def run(self, request: Request, events: EventBus, token: CancelToken, focus: Focus | None = None) -> SessionSummary:
        if isinstance(request, LiveRequest):
            self.live.append(request)
        else:
            self.requests.append(request)
        events.publish(StateChanged(SessionState.RUNNING))
        token.wait(60)
        events.publish(StateChanged(SessionState.CANCELLED))
        return SessionSummary(0.0, 0.0, None, {}, (), ())

    def speak(self, request: SpeakRequest) -> tuple[SpeechClip, ...]:
        return ()

    def translate(self, request: TextRequest) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        pass


@dataclass(slots=True)
class KnownDevices:
    """In place of discovery: no test asks the network."""

    known: dict[str, CastDevice] = field(default_factory=dict)

    def start(self) -> None:
        pass

    def stop(self) -> None:
        pass

    def devices(self) -> tuple[CastDevice, ...]:
        return tuple(self.known.values())

    def find(self, wanted: str, seconds: float) -> CastDevice:
        if wanted not in self.known:
            raise DeviceNotFound(f"no device called {wanted} was found")
        return self.known[wanted]


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(slots=True)
class ServedApi:
    """The API, and a client for it."""

    api: LocalApi
    url: str
    runner: QuietRunner
    tokens: dict[Scope, str]
    devices: KnownDevices

    def ask(
        self,
        path: str,
        *,
        method: str = "GET",
        body: object = None,
        scope: Scope | None = Scope.ADMIN,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        sent = dict(headers or {})
        if scope is not None:
            sent["Authorization"] = f"Bearer {self.tokens[scope]}"
        request = urllib.request.Request(self.url + path, data=data, method=method, headers=sent)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return Answer(answer.status, dict(answer.headers), answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, dict(error.headers), error.read())

    def session(self, cues: int = 0) -> tuple[str, EventBus]:
        """A session that somebody else runs, with some captions; its id and its bus."""
        events = EventBus(session_id=f"{len(self.api.board.list()) + 1:016x}")
        self.api.board.follow(events, "a talk")
        events.publish(StateChanged(SessionState.RUNNING))
        for index in range(cues):
            events.publish(CueCommitted(cue(index)))
        return events.session_id, events


@contextmanager
def served_api() -> Iterator[ServedApi]:
    paths = app_paths()
    paths.ensure()
    runner, devices = QuietRunner(), KnownDevices()
    with (
        Database(paths.database) as database,
        build_casting(paths, database, EventBus()) as casting,
        build_api(paths, database, runner, casting) as api,
    ):
        casting.discovery = devices  # type: ignore[assignment]
        url = api.listen("127.0.0.1", 0)
        tokens = {scope: api.access.tokens.issue(scope, keep=False)[0] for scope in Scope}
        yield ServedApi(api, url, runner, tokens, devices)
