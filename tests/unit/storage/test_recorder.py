from __future__ import annotations

import os
from pathlib import Path

import pytest

from streamlation_desktop.core.events import (
    CueCommitted,
    EventBus,
    LanguageDetected,
    OutputWritten,
    Progressed,
    SessionState,
    SessionSummary,
    SourceOpened,
    StateChanged,
    Summarized,
    Warned,
)
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.history import History
from streamlation_desktop.storage.ledger import ChunkLedger
from streamlation_desktop.storage.recorder import SessionRecorder
from streamlation_desktop.storage.retention import plan_purge, purge
from tests.support.ledger import EN, ES, RECOGNIZER, captions, chunk, job

SOURCE = SourceInfo("talk.wav", "wav", 61.5, is_live=False, title="A talk")
SUMMARY = SessionSummary(61.5, 3.0, EN, {ES: 1}, (RECOGNIZER,), (Path("talk.es.srt"),))


def test_session_remembers_what_happened_from_the_start(
    database: Database, ledger: ChunkLedger, tmp_path: Path
) -> None:
    bus, recorder = EventBus("bus"), SessionRecorder(database)
    bus.subscribe(recorder.handle)
    bus.publish(StateChanged(SessionState.RUNNING))
    bus.publish(SourceOpened(SOURCE))
    with ledger.begin(job(tmp_path), targets=[ES]) as session:
        recorder.attach(session.session_id)
        bus.publish(LanguageDetected(EN, 0.9, TimeSpan(0, 10)))
        bus.publish(Warned("a model was replaced"))
        bus.publish(OutputWritten(tmp_path / "talk.es.srt", "srt", ES))
        bus.publish(OutputWritten(tmp_path / "talk.es.srt", "srt", ES))
        recorder.close()

    details = History(database).show(session.session_id)

    assert details.record.title == "A talk"
    assert details.record.duration == 61.5
    assert details.record.source_language == "en"
    kinds = [event.kind for event in details.events]
    assert kinds == ["StateChanged", "SourceOpened", "LanguageDetected", "Warned", "OutputWritten", "OutputWritten"]
    assert [(output.path, output.language) for output in details.outputs] == [(str(tmp_path / "talk.es.srt"), "es")]
    assert details.events[3].data == '{"message":"a model was replaced"}'


def test_language_that_was_given_comes_from_the_summary(
    database: Database, ledger: ChunkLedger, tmp_path: Path
) -> None:
    bus, recorder = EventBus(), SessionRecorder(database)
    bus.subscribe(recorder.handle)
    with ledger.begin(job(tmp_path)) as session:
        recorder.attach(session.session_id)
        bus.publish(Summarized(SUMMARY))
        recorder.close()

    assert History(database).find(session.session_id).source_language == "en"


def test_measurements_and_captions_are_not_recorded_again(
    database: Database, ledger: ChunkLedger, tmp_path: Path
) -> None:
    bus, recorder = EventBus(), SessionRecorder(database)
    bus.subscribe(recorder.handle)
    with ledger.begin(job(tmp_path)) as session:
        recorder.attach(session.session_id)
        for second in range(100):
            bus.publish(Progressed("transcribe", float(second), 100.0))
        bus.publish(CueCommitted(captions(chunk(0)).cues[0]))
        recorder.close()

    assert History(database).show(session.session_id).events == ()


def test_many_events_arrive_in_order(database: Database, ledger: ChunkLedger, tmp_path: Path) -> None:
    bus, recorder = EventBus(), SessionRecorder(database)
    bus.subscribe(recorder.handle)
    with ledger.begin(job(tmp_path)) as session:
        recorder.attach(session.session_id)
        for number in range(500):
            bus.publish(Warned(str(number)))
        recorder.close()

    events = History(database).show(session.session_id).events
    assert [event.data for event in events] == [f'{{"message":"{number}"}}' for number in range(500)]


def test_job_that_never_began_leaves_nothing(database: Database) -> None:
    bus, recorder = EventBus(), SessionRecorder(database)
    bus.subscribe(recorder.handle)
    bus.publish(StateChanged(SessionState.FAILED))
    recorder.close()

    with database.read() as db:
        assert db.conn.execute("SELECT count(*) FROM events").fetchone() == (0,)


def test_session_that_was_purged_meanwhile_is_no_error(database: Database, ledger: ChunkLedger, tmp_path: Path) -> None:
    bus, recorder = EventBus(), SessionRecorder(database)
    bus.subscribe(recorder.handle)
    with ledger.begin(job(tmp_path)) as session:
        recorder.attach(session.session_id)
    purge(database, plan_purge(database, History(database).list()))
    bus.publish(Warned("too late"))

    recorder.close()


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode there")
def test_output_whose_name_is_not_unicode(database: Database, ledger: ChunkLedger, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.es.srt")
    bus, recorder = EventBus(), SessionRecorder(database)
    bus.subscribe(recorder.handle)
    with ledger.begin(job(tmp_path)) as session:
        recorder.attach(session.session_id)
        bus.publish(OutputWritten(path, "srt", ES))
        recorder.close()

    [output] = History(database).show(session.session_id).outputs
    assert output.path == str(path)
