from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from pydantic_core import PydanticSerializationError

from streamlation_desktop.core.errors import AlreadyRunning
from streamlation_desktop.core.events import ErrorInfo, SessionState
from streamlation_desktop.core.types import Translation
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.ledger import ChunkLedger, LedgerSession
from tests.support.ledger import ES, Request, captions, chunk, job


def commit(session: LedgerSession, ordinal: int) -> None:
    done = captions(chunk(ordinal))
    session.commit_chunk(chunk(ordinal))
    session.commit_captions(ordinal, ES, done.translations, done.cues)


def test_interrupted_job_gets_back_exactly_what_it_committed(ledger: ChunkLedger, tmp_path: Path) -> None:
    with ledger.begin(job(tmp_path), targets=[ES]) as first:
        assert not first.resumed
        commit(first, 0)
        commit(first, 1)

    with ledger.begin(job(tmp_path), targets=[ES]) as second:
        assert second.resumed
        assert second.session_id == first.session_id
        assert second.committed.chunks == (chunk(0), chunk(1))
        assert second.committed.captions == (captions(chunk(0)), captions(chunk(1)))


def test_values_come_back_exactly_with_odd_text_and_floats(ledger: ChunkLedger, tmp_path: Path) -> None:
    text = "A\u0301 \u202e\x00 \"q\" 'q' \\ 😀 \u2028 線"
    spoken = chunk(0, text)
    done = captions(spoken, text)
    [translation] = done.translations
    extreme = replace(translation, score=float("-inf"))
    with ledger.begin(job(tmp_path)) as session:
        session.commit_chunk(spoken)
        session.commit_captions(0, ES, [extreme], done.cues)

    with ledger.begin(job(tmp_path)) as session:
        assert session.committed.chunks == (spoken,)
        assert session.committed.captions == (replace(done, translations=(extreme,)),)


def test_lone_surrogate_in_a_text_is_stored_as_a_question_mark(ledger: ChunkLedger, tmp_path: Path) -> None:
    with ledger.begin(job(tmp_path)) as session:
        session.commit_chunk(chunk(0, "broken \ud800 text"))

    with ledger.begin(job(tmp_path)) as session:
        assert session.committed.chunks[0].transcripts[0].text == "broken ? text"


def test_second_commit_of_the_same_chunk_changes_nothing(ledger: ChunkLedger, tmp_path: Path) -> None:
    with ledger.begin(job(tmp_path)) as session:
        commit(session, 0)
        session.commit_chunk(chunk(0, "Something else."))
        session.commit_captions(0, ES, [], [])

    with ledger.begin(job(tmp_path)) as session:
        assert session.committed.chunks == (chunk(0),)
        assert session.committed.captions == (captions(chunk(0)),)


def test_chunk_without_speech_counts_as_done(ledger: ChunkLedger, tmp_path: Path) -> None:
    silent = replace(chunk(0), transcripts=(), windows=0)
    with ledger.begin(job(tmp_path)) as session:
        session.commit_chunk(silent)
        session.commit_captions(0, ES, [], [])

    with ledger.begin(job(tmp_path)) as session:
        [found] = session.committed.captions
        assert session.committed.chunks == (silent,)
        assert found.cues == ()


def test_finished_job_is_a_new_session_the_next_time(ledger: ChunkLedger, tmp_path: Path) -> None:
    with ledger.begin(job(tmp_path)) as first:
        commit(first, 0)
        first.finish(SessionState.FINISHED)

    with ledger.begin(job(tmp_path)) as second:
        assert second.session_id != first.session_id
        assert not second.resumed


@pytest.mark.parametrize("state", [SessionState.CANCELLED, SessionState.FAILED])
def test_job_that_did_not_end_well_is_taken_up_again(ledger: ChunkLedger, tmp_path: Path, state: SessionState) -> None:
    with ledger.begin(job(tmp_path)) as first:
        commit(first, 0)
        first.finish(state, error=ErrorInfo("storage.full", "the disk is full"))

    with ledger.begin(job(tmp_path)) as second:
        assert second.session_id == first.session_id
        assert len(second.committed.chunks) == 1


def test_same_job_cannot_run_twice_at_once(ledger: ChunkLedger, tmp_path: Path) -> None:
    with ledger.begin(job(tmp_path)) as session:
        with pytest.raises(AlreadyRunning, match=r"already running.*talk\.wav"):
            ledger.begin(job(tmp_path))
        session.finish(SessionState.FINISHED)
        with ledger.begin(job(tmp_path)):
            pass


def test_session_may_end_on_another_thread(ledger: ChunkLedger, tmp_path: Path) -> None:
    session = ledger.begin(job(tmp_path))
    ending = threading.Thread(target=session.finish, args=(SessionState.CANCELLED,))
    ending.start()
    ending.join(60)

    with ledger.begin(job(tmp_path)) as again:
        assert again.session_id == session.session_id


def test_other_requests_and_other_files_are_other_jobs(ledger: ChunkLedger, tmp_path: Path) -> None:
    with (
        ledger.begin(job(tmp_path)) as one,
        ledger.begin(job(tmp_path, request=Request(beam_size=5))) as two,
        ledger.begin(job(tmp_path, name="other.wav")) as three,
    ):
        assert len({one.session_id, two.session_id, three.session_id}) == 3


def test_file_that_changed_starts_anew(ledger: ChunkLedger, tmp_path: Path) -> None:
    key = job(tmp_path)
    with ledger.begin(key) as session:
        commit(session, 0)
    Path(key.location).write_bytes(b"another recording")

    with ledger.begin(job(tmp_path)) as session:
        assert not session.resumed


def test_chunks_from_the_first_unreadable_one_on_are_done_again(
    ledger: ChunkLedger, database: Database, tmp_path: Path
) -> None:
    with ledger.begin(job(tmp_path)) as session:
        for ordinal in range(4):
            commit(session, ordinal)
    database.write(lambda db: db.execute("UPDATE transcripts SET data = '{\"text\": 3}' WHERE chunk = 2").rowcount)

    with ledger.begin(job(tmp_path)) as session:
        assert session.committed.chunks == (chunk(0), chunk(1))
        commit(session, 2)
        commit(session, 3)
    with ledger.begin(job(tmp_path)) as session:
        assert session.committed.chunks == tuple(chunk(ordinal) for ordinal in range(4))


def test_failed_commit_leaves_nothing_behind(ledger: ChunkLedger, tmp_path: Path) -> None:
    unstorable = cast("Translation", object())
    done = captions(chunk(0))
    with ledger.begin(job(tmp_path)) as session:
        session.commit_chunk(chunk(0))
        with pytest.raises(PydanticSerializationError):
            session.commit_captions(0, ES, [*done.translations, unstorable], done.cues)
        session.commit_captions(0, ES, done.translations, done.cues)

    with ledger.begin(job(tmp_path)) as session:
        assert session.committed.captions == (done,)
