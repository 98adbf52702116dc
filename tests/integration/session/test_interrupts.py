"""Jobs that are stopped, killed or started twice."""

from __future__ import annotations

import json
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from streamlation_desktop.app import build_services
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import EventBus, SessionSummary
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.session.local import LocalRunner
from streamlation_desktop.session.request import JobRequest, OutputRequest
from tests.support.clips import spaced_out
from tests.support.commands import SAMPLE, streamlation
from tests.support.kills import job_command

ES = LanguageCode("es")


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three sentences far apart: a chunk each."""
    return spaced_out(SAMPLE, tmp_path_factory.mktemp("talk") / "talk.wav", sentences=3)


def start(talk: Path, output: Path, *flags: str) -> subprocess.Popen[bytes]:
    command = [*job_command(talk, output, "--to", "es", "--json"), *flags]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def events_until(process: subprocess.Popen[bytes], kind: str) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    for line in process.stdout:
        event: dict[str, Any] = json.loads(line)
        yield event
        if event["type"] == kind:
            return


def test_ctrl_c_keeps_what_is_done_and_the_same_command_goes_on(talk: Path, tmp_path: Path) -> None:
    process = start(talk, tmp_path)
    assert list(events_until(process, "cue-committed"))[-1]["type"] == "cue-committed"
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert process.returncode == 130, error
    assert (tmp_path / "talk.es.partial.srt").read_text(encoding="utf-8").startswith("1")
    assert not (tmp_path / "talk.es.srt").exists()
    again = streamlation("run", talk, "--to", "es", "-o", tmp_path)
    assert again.code == 0, again.err
    assert "were done before" in again.err
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".srt") == ["talk.es.srt"]


def test_the_same_job_twice_at_once_is_refused(talk: Path, tmp_path: Path) -> None:
    first = start(talk, tmp_path / "one")
    list(events_until(first, "engine-chosen"))
    list(events_until(first, "transcribed"))
    first.send_signal(signal.SIGSTOP)  # in the middle, for as long as it takes
    second = streamlation("run", talk, "--to", "es", "-o", tmp_path / "two")
    first.send_signal(signal.SIGCONT)
    first.send_signal(signal.SIGTERM)
    first.communicate(timeout=60)
    assert second.code == 5
    assert "already running" in second.err


def test_several_sessions_share_one_set_of_models(talk: Path, tmp_path: Path) -> None:
    sources = [talk, spaced_out(SAMPLE, tmp_path / "other.wav", sentences=2)]
    summaries: dict[str, SessionSummary] = {}
    with build_services() as services:
        runner = LocalRunner(services)

        def run(source: Path) -> None:
            request = JobRequest(str(source), targets=(ES,), output=OutputRequest(folder=tmp_path / "out"))
            summaries[source.stem] = runner.run(request, EventBus(), CancelToken())

        threads = [threading.Thread(target=run, args=(source,)) for source in sources]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(200)
    assert {name: bool(summary.cues[ES]) for name, summary in summaries.items()} == {"talk": True, "other": True}
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["other.es.srt", "talk.es.srt"]


def test_every_thread_of_a_session_is_in_the_documentation(
    talk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documented = (Path(__file__).parents[3] / "docs" / "threads.md").read_text(encoding="utf-8")
    started: set[str] = set()
    start_thread = threading.Thread.start

    def recorded(thread: threading.Thread) -> None:
        started.add(thread.name)
        start_thread(thread)

    monkeypatch.setattr(threading.Thread, "start", recorded)
    with build_services() as services:
        request = JobRequest(str(talk), targets=(ES,), output=OutputRequest(folder=tmp_path))
        LocalRunner(services).run(request, EventBus(), CancelToken())
    assert {"stage-ingest", "stage-segment", "stage-recognize", "stage-caption"} <= started
    assert [name for name in started if name not in documented] == []
