from __future__ import annotations

import json
import os
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import web

from streamlation_desktop.core.casting import CastDevice, DeviceKind
from streamlation_desktop.core.events import EventBus, SessionState, StateChanged
from streamlation_desktop.settings.paths import app_paths, resource
from streamlation_desktop.storage.database import Database
from streamlation_desktop.web.api import build_api
from streamlation_desktop.web.casting import build_casting
from streamlation_desktop.web.tokens import Scope
from tests.support.api_server import ES, QuietRunner, ServedApi, served_api


@pytest.fixture
def served() -> Iterator[ServedApi]:
    with served_api() as api:
        yield api


NEEDS_PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")


def film(folder: Path, name: str = "talk.mp4", content: bytes = b"not looked into before the session begins") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def described_answers(path: str, method: str) -> dict[str, object]:
    document = json.loads((resource("web") / "openapi.json").read_text(encoding="utf-8"))
    answers: dict[str, object] = document["paths"][path][method]["responses"]
    return answers


def test_openapi_document_names_every_route_and_no_other(served: ServedApi) -> None:
    app = web.Application()
    served.api.sessions.add(app)
    served.api.system.add(app)
    served.api.jobs.add(app)
    served.api.cast.add(app)
    served.api.metrics.add(app, None)
    routed = {
        (re.sub(r"\{(\w+):[^/]*\}", r"{\1}", resource_.canonical), route.method.lower())
        for resource_ in app.router.resources()
        for route in resource_
        if route.method != "HEAD"
    }
    document = json.loads((resource("web") / "openapi.json").read_text(encoding="utf-8"))
    described = {(path, method) for path, methods in document["paths"].items() for method in methods}

    assert described == routed
    assert served.ask("/api/v1/openapi.json", scope=None).json() == document


def test_scope_in_the_document_is_what_the_server_asks_for(served: ServedApi) -> None:
    document = json.loads((resource("web") / "openapi.json").read_text(encoding="utf-8"))
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if "x-scope" not in operation:
                continue
            needed = Scope[operation["x-scope"].upper()]
            concrete = path.replace("{id}", "f00").replace("{name}", "captions.es.srt").replace("{action}", "pause")
            for scope in Scope:
                status = served.ask(
                    concrete, method=method.upper(), scope=scope, body=b"{" if method in ("post", "patch") else None
                )
                assert (status.status == 403) is (scope < needed), (method, path, scope, status)


def test_session_is_started_shown_stopped_and_deleted(served: ServedApi, tmp_path: Path) -> None:
    talk = film(tmp_path)
    created = served.ask("/api/v1/sessions", method="POST", body={"location": talk, "to": ["es"], "from": ["en"]})
    assert created.status == 201
    path = created.headers["Location"]

    assert [entry["id"] for entry in served.ask("/api/v1/sessions").json()["sessions"]] == [created.json()["id"]]
    assert served.ask(path, method="DELETE").status == 400
    assert served.ask(f"{path}/stop", method="POST").status == 202
    entry = served.api.board.find(created.json()["id"])
    assert entry is not None
    assert entry.thread is not None
    entry.thread.join(10)
    assert served.ask(path).json()["state"] == "cancelled"
    assert served.ask(path, method="DELETE").status == 204
    assert served.ask(path).status == 404
    [request] = served.runner.requests
    assert (request.location, request.targets, request.sources) == (talk, ("es",), ("en",))
    assert request.output.formats == ()


def test_control_token_starts_addresses_but_reads_no_file_of_this_machine(served: ServedApi) -> None:
    def start(location: str) -> int:
        return served.ask("/api/v1/sessions", method="POST", body={"location": location}, scope=Scope.CONTROL).status

    assert start("/etc/passwd") == 403
    assert start("file:///etc/passwd") == 403
    assert start("https://93.184.215.14/talk.mp4") == 201


@pytest.mark.parametrize(
    ("location", "is_live", "by_control", "by_admin"),
    [
        ("http://127.0.0.1:9/metrics", False, 403, 201),
        ("http://[::1]:9/", False, 403, 201),
        ("http://169.254.169.254/latest/meta-data", False, 403, 201),
        ("rtsp://192.168.1.9/camera", True, 403, 201),
        ("udp://:5000", True, 403, 201),
        ("mic:", True, 403, 201),
        ("mic:", False, 400, 400),
        ("rtmp://93.184.215.14/live/x", False, 400, 400),
        ("rtmp://93.184.215.14/live/x", True, 403, 201),
        ("gopher://93.184.215.14/x", True, 403, 403),
        ("http://", False, 404, 404),
        ("talk.mp4", True, 403, 404),
    ],
)
def test_servers_of_the_local_network_and_the_microphone_are_the_owners(
    served: ServedApi, location: str, is_live: bool, by_control: int, by_admin: int
) -> None:
    def start(scope: Scope) -> int:
        body = {"location": location, "live": is_live}
        return served.ask("/api/v1/sessions", method="POST", body=body, scope=scope).status

    assert (start(Scope.CONTROL), start(Scope.ADMIN)) == (by_control, by_admin)


@pytest.mark.parametrize("is_live", [False, True])
@pytest.mark.parametrize(
    ("location", "status", "code"),
    [
        ("gone.mp4", 404, "source.not-found"),
        ("films", 422, "source.unsupported"),
        ("empty.mp4", 422, "source.unsupported"),
        pytest.param("pipe", 403, "source.forbidden", marks=NEEDS_PIPES),
        ("file:///etc/hostname", 403, "source.forbidden"),
        ("concat://a|b", 403, "source.forbidden"),
        ("https://[::1/film.mp4", 404, "source.not-found"),
    ],
)
def test_a_source_that_cannot_be_opened_begins_no_session(
    served: ServedApi, tmp_path: Path, location: str, status: int, code: str, is_live: bool
) -> None:
    (tmp_path / "films").mkdir()
    film(tmp_path, "empty.mp4", b"")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
    asked = location if "://" in location else str(tmp_path / location)

    refused = served.ask("/api/v1/sessions", method="POST", body={"location": asked, "live": is_live})

    error = refused.json()["error"]
    assert (refused.status, error["code"]) == (status, code)
    assert error["message"]
    assert error["hint"]
    assert str(refused.status) in described_answers("/api/v1/sessions", "post")
    assert (served.api.board.list(), served.runner.requests, served.runner.live) == ([], [], [])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_that_may_not_be_read_begins_no_session(served: ServedApi, tmp_path: Path) -> None:
    Path(closed := film(tmp_path)).chmod(0)

    refused = served.ask("/api/v1/sessions", method="POST", body={"location": closed})

    assert (refused.status, refused.json()["error"]["code"]) == (403, "source.forbidden")


def test_who_may_open_no_files_learns_nothing_of_them(served: ServedApi, tmp_path: Path) -> None:
    answers = [
        served.ask("/api/v1/sessions", method="POST", body={"location": location}, scope=Scope.CONTROL)
        for location in (film(tmp_path), str(tmp_path / "gone.mp4"))
    ]

    assert [answer.status for answer in answers] == [403, 403]
    assert answers[0].body == answers[1].body


def test_live_session_keeps_its_latest_minutes_until_it_is_deleted(served: ServedApi) -> None:
    body = {"location": "https://93.184.215.14/live.m3u8", "live": True, "from": ["en"], "to": ["es"], "delay": 4}
    created = served.ask("/api/v1/sessions", method="POST", body=body)
    assert created.json()["live"] is True
    entry = served.api.board.find(created.json()["id"])
    assert entry is not None
    assert entry.thread is not None
    served.ask(f"{created.headers['Location']}/stop", method="POST")
    entry.thread.join(10)
    [request] = served.runner.live
    assert (request.job.targets, request.delay, request.job.output.formats) == (("es",), 4, ())
    assert request.ring is not None
    assert request.ring.is_dir()

    assert served.ask(created.headers["Location"], method="DELETE").status == 204
    assert not request.ring.exists()


def test_cast_of_nothing_and_to_nowhere_is_refused(served: ServedApi) -> None:
    session, _ = served.session()
    assert served.ask("/api/v1/cast").json() == {"status": None, "error": None, "telemetry": None}
    assert served.ask("/api/v1/cast", method="PATCH", body={"paused": True}).status == 400
    assert served.ask("/api/v1/cast", method="POST", body={"session": "f00f00", "device": "TV"}).status == 404
    assert served.ask("/api/v1/cast", method="POST", body={"session": session, "device": "TV"}).status == 404
    assert served.ask("/api/v1/cast", method="DELETE").status == 204


def test_a_voice_is_a_live_one_or_that_of_a_finished_dub(served: ServedApi) -> None:
    session, _ = served.session()
    served.devices.known["TV"] = CastDevice("chromecast:1", "TV", DeviceKind.CHROMECAST, "127.0.0.1", 9)
    refused = served.ask("/api/v1/cast", method="POST", body={"session": session, "device": "TV", "voice": True})

    assert refused.status == 400
    assert "there is no finished dub of it" in refused.body.decode()


def test_captions_are_exported_and_fetched_in_part(served: ServedApi) -> None:
    session, _ = served.session(cues=5)
    path = f"/api/v1/sessions/{session}/exports"

    assert served.ask(path, method="POST", body={"language": "fr"}).status == 404
    written = served.ask(path, method="POST", body={"language": "es", "format": "vtt"})
    assert written.status == 201
    assert written.json()["complete"] is False
    whole = served.ask(written.headers["Location"])
    part = served.ask(written.headers["Location"], headers={"Range": "bytes=0-5"})
    past = served.ask(written.headers["Location"], headers={"Range": "bytes=999999-"})

    assert whole.body.startswith(b"WEBVTT")
    assert (part.status, part.body) == (206, b"WEBVTT")
    assert past.status == 416
    assert served.ask(path).json() == {"exports": [{"name": "captions.es.vtt", "bytes": len(whole.body)}]}


def test_captions_are_listed_by_language(served: ServedApi) -> None:
    session, _ = served.session(cues=2)

    captions = served.ask(f"/api/v1/sessions/{session}/captions?language=es").json()["captions"]

    assert captions == {
        "es": [
            {"index": 0, "start": 0.0, "end": 1.2, "lines": ["es 0"]},
            {"index": 1, "start": 1.5, "end": 2.7, "lines": ["es 1"]},
        ]
    }


def test_as_many_sessions_run_as_allowed(served: ServedApi, tmp_path: Path) -> None:
    body = {"location": film(tmp_path)}
    statuses = [served.ask("/api/v1/sessions", method="POST", body=body).status for _ in range(5)]

    assert statuses == [201, 201, 201, 201, 409]


def test_token_is_issued_used_and_revoked(served: ServedApi) -> None:
    issued = served.ask("/api/v1/tokens", method="POST", body={"scope": "view", "label": "wall", "days": 1})
    assert issued.status == 201
    headers = {"Authorization": f"Bearer {issued.json()['token']}"}

    assert served.ask("/api/v1/sessions", scope=None, headers=headers).status == 200
    listed = served.ask("/api/v1/tokens").json()["tokens"]
    assert [token["label"] for token in listed] == ["wall"]
    assert "token" not in listed[0]
    assert served.ask(f"/api/v1/tokens/{issued.json()['id']}", method="DELETE").status == 204
    assert served.ask("/api/v1/sessions", scope=None, headers=headers).status == 401


def test_models_and_devices_are_listed(served: ServedApi) -> None:
    assert any(model["id"] for model in served.ask("/api/v1/models").json()["models"])
    devices = served.ask("/api/v1/devices").json()
    assert devices["compute"][0]["device"]
    assert devices["cast"] == []


def test_metrics_name_nothing_and_keep_their_number_of_series(served: ServedApi) -> None:
    def series() -> list[str]:
        text = served.ask("/metrics", scope=None).body.decode()
        return [line.rpartition(" ")[0] for line in text.splitlines() if not line.startswith("#")]

    before = series()
    for _ in range(20):
        _, events = served.session(cues=3)
        events.publish(StateChanged(SessionState.FINISHED))

    assert series() == before
    assert "a talk" not in served.ask("/metrics", scope=None).body.decode()
    assert 'streamlation_sessions{state="finished"} 20.0' in served.ask("/metrics", scope=None).body.decode()


def test_jobs_are_listed_shown_and_paused(served: ServedApi) -> None:
    store = served.api.jobs.control.store
    job = store.add("/films/a film.mp4", "key", "{}", [ES])
    path = f"/api/v1/jobs/{job.id}"

    assert [each["title"] for each in served.ask("/api/v1/jobs").json()["jobs"]] == ["a film.mp4"]
    assert served.ask(f"{path}/pause", method="POST").status == 202
    shown = served.ask(path).json()
    assert shown["state"] == "paused"
    assert shown["languages"][0]["language"] == "es"
    assert [event["kind"] for event in shown["events"]][-1] == "paused"
    assert served.ask(f"{path}/pause", method="POST").status == 400
    assert served.ask("/api/v1/jobs/f00f00").status == 404


def test_health_tells_how_many_run(served: ServedApi) -> None:
    served.session()

    assert served.ask("/health", scope=None).json()["running"] == 1


def test_api_that_looked_for_devices_ends_in_peace() -> None:
    paths = app_paths()
    paths.ensure()
    with Database(paths.database) as database, build_casting(paths, database, EventBus()) as casting:
        with build_api(paths, database, QuietRunner(), casting) as api:
            url = api.listen("127.0.0.1", 0)
            casting.look()
        with pytest.raises(OSError, match="refused"):
            urllib.request.urlopen(f"{url}/health", timeout=5)
        assert casting.server.open_connections() == 0
