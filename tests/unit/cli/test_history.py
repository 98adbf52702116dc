from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from streamlation_desktop.cli.main import run
from streamlation_desktop.core.events import EventBus, SessionState, SourceOpened
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.ledger import ChunkLedger
from streamlation_desktop.storage.recorder import SessionRecorder
from streamlation_desktop.subtitles.formats.registry import parse_subtitles
from tests.support.ledger import ES, captions, chunk, job

HOSTILE = "[bold]talk[/bold] \x1b]0;owned\x07\u202e"


@pytest.fixture
def session_id(tmp_path: Path) -> str:
    with (
        Database(app_paths().database) as database,
        ChunkLedger(database).begin(job(tmp_path), targets=[ES]) as session,
    ):
        bus, recorder = EventBus(), SessionRecorder(database)
        bus.subscribe(recorder.handle)
        bus.publish(SourceOpened(SourceInfo("talk.wav", "wav", 90.0, is_live=False, title=HOSTILE)))
        recorder.attach(session.session_id)
        for ordinal in range(3):
            done = captions(chunk(ordinal))
            session.commit_chunk(chunk(ordinal))
            session.commit_captions(ordinal, ES, done.translations, done.cues)
        session.finish(SessionState.CANCELLED)
        recorder.close()
    return session.session_id


def test_list_shows_sessions_and_room(session_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", "list"]) == 0

    shown = capsys.readouterr().out
    assert session_id[:8] in shown
    assert "cancelled" in shown
    assert "0:30/1:30" in shown
    assert "1 sessions" in shown


def test_titles_can_neither_style_nor_steer_the_terminal(session_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["list"], ["show", session_id], ["search", "river"], ["purge", "--all", "--yes"]):
        assert run(["history", *arguments]) == 0
        output = capsys.readouterr()
        shown = output.out + output.err
        assert "[bold]talk[/bold]" in shown
        assert "\x1b]" not in shown
        assert "\u202e" not in shown


def test_list_as_json_lines(session_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", "list", "--json", "--state", "cancelled", "talk"]) == 0

    record = json.loads(capsys.readouterr().out)
    assert record["id"] == session_id
    assert record["done"] == 30.0
    assert record["title"] == HOSTILE
    assert run(["history", "list", "--json", "--state", "finished"]) == 0
    assert capsys.readouterr().out == ""


def test_show_tells_request_and_events(session_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", "show", session_id[:5]]) == 0
    shown = capsys.readouterr().out
    assert '"beam_size":1' in shown
    assert "SourceOpened" in shown

    assert run(["history", "show", session_id, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["cue_languages"] == ["es"]


def test_search_finds_both_languages_with_the_time(session_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", "search", "acaba", "rio"]) == 0
    assert f"{session_id[:8]} 0:20 es" in capsys.readouterr().out

    assert run(["history", "search", "--json", "--limit", "1", "where", "river"]) == 0
    hit = json.loads(capsys.readouterr().out)
    assert hit["language"] == "en"
    assert hit["span"]["start"] == pytest.approx(0.1, abs=20)


@pytest.mark.parametrize("extension", ["srt", "vtt", "json"])
def test_export_writes_captions_that_read_back(session_id: str, tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"out.{extension}"

    assert run(["history", "export", session_id, "-o", str(path)]) == 0

    cues = parse_subtitles(path.read_bytes(), ES).cues
    assert [cue.text for cue in cues] == ["¿Dónde acaba el río?"] * 3
    assert cues[2].span.start == pytest.approx(20.1, abs=0.001)


def test_export_does_not_overwrite_unless_asked(
    session_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.srt"
    path.write_text("mine", encoding="utf-8")

    assert run(["history", "export", session_id, "-o", str(path)]) == 5
    assert path.read_text(encoding="utf-8") == "mine"
    assert "--overwrite" in capsys.readouterr().err
    assert run(["history", "export", session_id, "-o", str(path), "--overwrite"]) == 0


def test_export_goes_to_standard_output(session_id: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["history", "export", session_id, "-f", "vtt"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"WEBVTT")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["show", "zzz"], "history list"),
        (["export", "zzz"], "history list"),
        (["purge"], "--older-than"),
        (["purge", "--all", "--older-than", "3"], "--older-than"),
        (["purge", "--older-than", "nan"], "--older-than"),
        (["list", "--limit", "0"], "--limit"),
        (["list", "--language", "klingonese!"], "code like"),
        (["frobnicate"], "history"),
        ([], "history"),
    ],
)
def test_mistakes_are_told_with_a_hint(
    session_id: str, arguments: list[str], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["history", *arguments]) == 2
    error = capsys.readouterr().err
    assert error.startswith("error: ")
    assert hint in error


def test_export_names_the_languages_there_are(session_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", "export", session_id, "--language", "French"]) == 2
    assert "captions in: es" in capsys.readouterr().err


@pytest.mark.parametrize(("answer", "left"), [("y\n", 0), ("n\n", 1), ("", 1)])
def test_purge_asks_first(
    session_id: str, answer: str, left: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))

    assert run(["history", "purge", session_id[:6]]) == 0

    assert "1 sessions with 3 cues" in capsys.readouterr().err
    assert run(["history", "list", "--json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == left


def test_purge_by_age(session_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", "purge", "--older-than", "1", "--yes"]) == 0
    assert "nothing to remove" in capsys.readouterr().err
    assert run(["history", "purge", "--older-than", "0", "--yes"]) == 0
    assert "removed 1 sessions" in capsys.readouterr().err


def test_damaged_database_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    app_paths().ensure()
    app_paths().database.write_bytes(b"garbage" * 100)

    assert run(["history", "list"]) == 0
    assert "warning: the history database was damaged" in capsys.readouterr().err
    assert run(["history", "list"]) == 0
    assert capsys.readouterr().err == ""
