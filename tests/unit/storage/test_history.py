from __future__ import annotations

import os
from pathlib import Path

import pytest

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.events import ErrorInfo, SessionState, SessionSummary
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.history import History
from streamlation_desktop.storage.ledger import ChunkLedger
from streamlation_desktop.storage.records import HistoryFilter, SortBy
from tests.support.ledger import ES, RECOGNIZER, captions, chunk, job

SUMMARY = SessionSummary(
    20.0, 0.1 + 0.2, ES, {ES: 2}, (RECOGNIZER,), (Path("talk.es.srt"), Path("talk.es.vtt")), ("one warning",)
)


@pytest.fixture
def history(database: Database) -> History:
    return History(database)


def run(ledger: ChunkLedger, folder: Path, name: str, state: SessionState | None = SessionState.FINISHED) -> str:
    done = captions(chunk(0))
    with ledger.begin(job(folder, name=name), targets=[ES]) as session:
        session.commit_chunk(chunk(0))
        session.commit_captions(0, ES, done.translations, done.cues)
        if state:
            summary = SUMMARY if state is SessionState.FINISHED else None
            session.finish(state, summary=summary, error=None if summary else ErrorInfo("source.lost", "lost", "hint"))
        return session.session_id


def test_sessions_are_listed_latest_first(history: History, ledger: ChunkLedger, tmp_path: Path) -> None:
    ids = [run(ledger, tmp_path, name) for name in ("b.wav", "a.wav", "c.wav")]

    assert [record.id for record in history.list()] == ids[::-1]
    assert [record.title for record in history.list(HistoryFilter(sort=SortBy.TITLE))] == ["a.wav", "b.wav", "c.wav"]
    assert [record.id for record in history.list(HistoryFilter(limit=1))] == ids[-1:]


def test_filters_narrow_the_list(history: History, ledger: ChunkLedger, tmp_path: Path) -> None:
    run(ledger, tmp_path, "Talk_100%.wav")
    run(ledger, tmp_path, "lecture.wav", SessionState.CANCELLED)

    assert [record.title for record in history.list(HistoryFilter(text="talk_100%"))] == ["Talk_100%.wav"]
    assert [record.title for record in history.list(HistoryFilter(state=SessionState.CANCELLED))] == ["lecture.wav"]
    assert len(history.list(HistoryFilter(language=ES))) == 2
    assert history.list(HistoryFilter(before=1.0)) == ()
    assert history.list(HistoryFilter(text="' OR 1")) == ()


def test_killed_session_is_shown_as_interrupted_and_a_running_one_is_not(
    history: History, ledger: ChunkLedger, tmp_path: Path
) -> None:
    run(ledger, tmp_path, "killed.wav", state=None)
    with ledger.begin(job(tmp_path, name="running.wav")):
        running, killed = history.list()

    assert (killed.title, killed.is_interrupted) == ("killed.wav", True)
    assert (running.title, running.is_interrupted) == ("running.wav", False)
    assert killed.done == 10.0


def test_session_is_found_by_the_beginning_of_its_id(history: History, ledger: ChunkLedger, tmp_path: Path) -> None:
    session_id = run(ledger, tmp_path, "a.wav")

    assert history.find(session_id[:6].upper()).id == session_id
    for prefix in ("", "zz", "%", "_" * 32):
        with pytest.raises(UsageError, match="session begins"):
            history.find(prefix)


def test_details_hold_summary_error_and_languages(history: History, ledger: ChunkLedger, tmp_path: Path) -> None:
    good = history.show(run(ledger, tmp_path, "a.wav"))
    bad = history.show(run(ledger, tmp_path, "b.wav", SessionState.FAILED))

    assert good.summary == SUMMARY
    assert good.error is None
    assert good.cue_languages == ("es",)
    assert good.record.targets == ("es",)
    assert bad.error == ErrorInfo("source.lost", "lost", "hint")
    assert bad.summary is None


def test_cues_come_in_order(history: History, ledger: ChunkLedger, tmp_path: Path) -> None:
    with ledger.begin(job(tmp_path)) as session:
        for ordinal in range(12):
            done = captions(chunk(ordinal))
            session.commit_chunk(chunk(ordinal))
            session.commit_captions(ordinal, ES, done.translations, done.cues)

    assert [cue.index for cue in history.cues(session.session_id, ES)] == list(range(12))


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode there")
def test_file_name_that_is_not_unicode_is_kept(history: History, ledger: ChunkLedger, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.wav")
    run(ledger, tmp_path, name)

    [record] = history.list()

    assert record.location == str(tmp_path / name)
    assert record.title == "caf?.wav"


def test_done_is_what_is_done_up_to_the_first_gap(database: Database, ledger: ChunkLedger, tmp_path: Path) -> None:
    with ledger.begin(job(tmp_path)) as session:
        session.commit_chunk(chunk(5))  # the user jumped there
        assert History(database).list()[0].done == 0.0
        for ordinal in (0, 1):
            session.commit_chunk(chunk(ordinal))
    assert History(database).list()[0].done == chunk(1).end_sample / 16_000
