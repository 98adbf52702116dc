"""Casting through the local API, to the Chromecast stand-in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import pytest

from streamlation_desktop.cli.main import run
from streamlation_desktop.core.events import CueCommitted, StateChanged
from streamlation_desktop.core.events import SessionState as State
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.job_assets import JobAssets
from streamlation_desktop.storage.jobs import JobStore
from tests.support.api_server import ServedApi, cue, served_api
from tests.support.commands import SAMPLE
from tests.support.fake_chromecast import fake_chromecast
from tests.support.waiting import until

pytestmark = pytest.mark.slow


def test_session_is_cast_controlled_and_stopped_over_the_api(tmp_path: Path) -> None:
    with fake_chromecast(tmp_path) as tv, served_api() as served:
        served.devices.known["Living room"] = tv.device
        body = {"location": str(SAMPLE), "from": ["en"], "to": ["es"]}
        session = served.ask("/api/v1/sessions", method="POST", body=body).json()["id"]
        entry = served.api.board.find(session)
        assert entry is not None
        assert entry.events is not None
        for index in range(30):
            entry.events.publish(CueCommitted(cue(index)))
        entry.events.publish(StateChanged(State.FINISHED))

        started = served.ask(
            "/api/v1/cast", method="POST", body={"session": session, "device": "Living room", "position": 6}
        )
        assert started.status == 202
        assert started.json()["device"]["name"] == "Living room"
        playing = wait_for(served, lambda status: status["state"] == "playing" and status["position"] > 6)
        assert (playing["device"], playing["level"], playing["language"]) == ("Living room", "copy", "es")
        tv.wait_for(lambda probe: any(text.startswith("es ") for text in probe["seen"]))
        change = {"paused": True, "position": 30, "volume": 0.25, "muted": True}
        assert served.ask("/api/v1/cast", method="PATCH", body=change).status == 202
        tv.wait_for(lambda probe: probe["paused"] and probe["time"] == pytest.approx(30, abs=0.3))
        tv.wait_for(lambda probe: probe["volume"]["level"] == 0.25 and probe["volume"]["muted"])
        assert served.ask("/api/v1/cast", method="DELETE").status == 204
        wait_for(served, lambda status: status["state"] == "stopped")
        dubbed = {"session": session, "device": "Living room", "voice": True}
        refused = served.ask("/api/v1/cast", method="POST", body=dubbed)
        assert (refused.status, refused.json()["error"]["message"]) == (400, "there is no finished dub of it")
        finish_dub(tmp_path)
        assert served.ask("/api/v1/cast", method="POST", body=dubbed).status == 202
        wait_for(served, lambda status: status["level"] == "stream")  # the file as it is has not its sound
        assert served.ask("/api/v1/cast", method="DELETE").status == 204
        wait_for(served, lambda status: status["state"] == "stopped")
        assert len(served.api.server.shares) == 0


def finish_dub(folder: Path) -> None:
    """As `streamlation dub` leaves it, with its sound made here."""
    assert run(["dub", str(SAMPLE), "--to", "es", "-o", str(folder), "--queue"]) == 0
    mix = folder / "sample.es.mix.m4a"
    with av.open(str(SAMPLE)) as source, av.open(str(mix), "w", format="mp4") as output:
        track = output.add_stream_from_template(source.streams.audio[0])
        for packet in source.demux(source.streams.audio[0]):
            if packet.dts is not None:
                packet.stream = track
                output.mux(packet)
    with Database(app_paths().database) as database:
        [job] = JobStore(database).list()
        JobAssets(database).add(job.id, str(mix), LanguageCode("es"), "0" * 64)


def wait_for(served: ServedApi, condition: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    def look() -> dict[str, Any] | None:
        status = served.ask("/api/v1/cast").json()["status"]
        return status if status and condition(status) else None

    return until(look)
