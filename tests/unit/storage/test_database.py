from __future__ import annotations

import random
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
import sqlite_utils

from streamlation_desktop.core.errors import DatabaseDamaged, DatabaseNewer, DiskFull, NotWritable, StorageError
from streamlation_desktop.core.events import SessionState
from streamlation_desktop.storage.connection import connect_writer
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.history import History
from streamlation_desktop.storage.ledger import ChunkLedger, LedgerSession
from streamlation_desktop.storage.migrations import SCHEMA_VERSION, migrations, schema_version
from streamlation_desktop.storage.search import search
from tests.support.ledger import ES, captions, chunk, job
from tests.support.mutations import mutated


def fill(path: Path, chunks: int = 5) -> None:
    with Database(path) as database, ChunkLedger(database).begin(job(path.parent)) as session:
        for ordinal in range(chunks):
            done = captions(chunk(ordinal))
            session.commit_chunk(chunk(ordinal))
            session.commit_captions(ordinal, ES, done.translations, done.cues)


def commit_many(session: LedgerSession, chunks: int) -> None:
    for ordinal in range(1, chunks):
        session.commit_chunk(chunk(ordinal, "word " * 500))


def sessions(path: Path) -> int:
    with Database(path) as database:
        return len(History(database).list())


def test_connection_is_as_safe_as_sqlite_can_be(database: Database) -> None:
    def pragmas(db: sqlite_utils.Database) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        return [db.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    full = 2
    assert database.write(pragmas) == ["wal", full, 1, 1, 30_000]


def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(NotWritable), database.read() as db:
        db.conn.execute("DELETE FROM sessions")


def test_failed_write_leaves_nothing_behind(database: Database) -> None:
    def work(db: sqlite_utils.Database) -> None:
        db.conn.execute("INSERT INTO translation_cache VALUES (x'00', 'a', NULL, 'e', 'm', 0)")
        raise LookupError

    with pytest.raises(LookupError):
        database.write(work)
    with database.read() as db:
        assert db.conn.execute("SELECT count(*) FROM translation_cache").fetchone() == (0,)


def test_any_thread_may_read_and_write(database: Database) -> None:
    def work(number: int) -> None:
        database.write(
            lambda db: (
                db.conn.execute(
                    "INSERT INTO translation_cache VALUES (?, 'a', NULL, 'e', 'm', 0)", (bytes([number]),)
                ).rowcount
            )
        )

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    with database.read() as db:
        assert db.conn.execute("SELECT count(*) FROM translation_cache").fetchone() == (8,)


def test_closing_twice_and_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "été #1?%20 [x].db"
    fill(path)
    database = Database(path)
    database.close()
    database.close()

    assert database.warnings == ()
    assert sessions(path) == 1
    assert not path.with_name(f"{path.name}-wal").exists()


@pytest.mark.parametrize("with_log", [False, True])
def test_database_of_a_newer_version_is_refused_and_left_as_it_is(tmp_path: Path, with_log: bool) -> None:
    path = tmp_path / "history.db"
    fill(path)
    with closing(connect_writer(path)) as db:
        db.conn.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
        db.conn.execute("CREATE TABLE invented_later (x)")
        if with_log:  # as after a crash: what is newest is in the log only
            copy = tmp_path / "crashed.db"
            for suffix in ("", "-wal"):
                shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
            path = copy
    before = path.read_bytes()

    for _ in range(2):
        with pytest.raises(DatabaseNewer, match="newer version"):
            Database(path)

    assert path.read_bytes() == before


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_older_database_is_backed_up_and_migrated(tmp_path: Path, version: int) -> None:
    path = tmp_path / "history.db"
    names = [step.name for step in migrations.pending(sqlite_utils.Database(memory=True))]
    with closing(connect_writer(path)) as db:
        migrations.apply(db, stop_before=names[version])
        db.conn.execute(f"PRAGMA user_version={version}")
        db.conn.execute(
            "INSERT INTO sessions VALUES ('a','k','l','f','t',1,2,'finished',NULL,NULL,'[]','{}',NULL,NULL)"
        )

    assert sessions(path) == 1
    fill(path)
    assert sessions(path) == 2
    with closing(sqlite3.connect(tmp_path / f"history.db.v{version}.bak")) as backup:
        assert schema_version(backup) == version
        assert backup.execute("SELECT id FROM sessions").fetchall() == [("a",)]


def test_file_that_is_no_database_is_set_aside_and_told_once(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(b"my shopping list")

    with Database(path) as database:
        [warning] = database.warnings
    with Database(path) as database:
        assert database.warnings == ()

    [kept] = tmp_path.glob("history.damaged-*.db")
    assert kept.read_bytes() == b"my shopping list"
    assert str(kept) in warning.hint


def test_file_of_a_format_that_sqlite_does_not_know_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    fill(path)
    data = bytearray(path.read_bytes())
    data[44:48] = (99).to_bytes(4, "big")  # schema format number
    path.write_bytes(data)

    with Database(path) as database:
        assert len(database.warnings) == 1


def test_folder_in_place_of_the_database(tmp_path: Path) -> None:
    (tmp_path / "history.db").mkdir()

    with pytest.raises(NotWritable, match=r"history\.db"):
        Database(tmp_path / "history.db")


def test_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "data").touch()

    with pytest.raises(NotWritable, match="data"):
        Database(tmp_path / "data" / "history.db")


def test_full_disk_is_told_and_work_goes_on_after(tmp_path: Path) -> None:
    with Database(tmp_path / "history.db") as database, ChunkLedger(database).begin(job(tmp_path)) as session:

        def limit(pages: int) -> None:
            database._executor.submit(
                lambda: database._writer.conn.execute(f"PRAGMA max_page_count={pages}").fetchall()
            ).result()

        session.commit_chunk(chunk(0))
        limit(1)  # SQLite takes the present size for the limit then
        with pytest.raises(DiskFull, match="disk is full") as caught:
            commit_many(session, 100)
        limit(1_000_000)
        stored = History(database).find(session.session_id).done / 10
        for ordinal in range(int(stored), 20):
            session.commit_chunk(chunk(ordinal))
        assert "MB are free" in caught.value.hint
        assert 1 <= stored < 20
        session.finish(SessionState.CANCELLED)

    with Database(tmp_path / "history.db") as database, ChunkLedger(database).begin(job(tmp_path)) as session:
        assert len(session.committed.chunks) == 20


def test_row_that_is_there_twice_is_damage_where_the_file_has_rows_without_their_chunk(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with Database(path) as database, ChunkLedger(database).begin(job(tmp_path)) as session:
        session.commit_chunk(chunk(0))
        with pytest.raises(sqlite3.IntegrityError):  # a defect of ours, in a sound file
            database.write(lambda db: db.conn.execute("INSERT INTO transcripts SELECT * FROM transcripts"))
        with closing(sqlite3.connect(path)) as raw, raw:
            raw.execute("DELETE FROM chunks")  # and leaves its transcript behind
        with pytest.raises(DatabaseDamaged):
            session.commit_chunk(chunk(0))
    with Database(path) as database:
        assert len(database.warnings) == 1


def test_a_page_that_was_lost_is_found_at_the_start(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    fill(path, chunks=40)
    data = bytearray(path.read_bytes())
    page = int.from_bytes(data[16:18])
    lost = data.rindex("¿Dónde acaba el río?".encode()) // page * page
    data[lost : lost + page] = bytes(page)
    path.write_bytes(data)
    with Database(path) as database:
        assert len(database.warnings) == 1


def test_damaged_search_index_is_rebuilt_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    fill(path)
    with closing(connect_writer(path)) as db:
        db.conn.execute("UPDATE passages_index_data SET block = x'ff00ff00ff' WHERE id > 10")
    with Database(path) as database, pytest.raises(StorageError, match="damaged"):
        search(database, "river")

    with Database(path) as database:
        assert len(search(database, "river")) == 5
        assert database.warnings == ()


@pytest.mark.slow
def test_mutated_databases_never_stop_the_application(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    fill(path, chunks=40)
    sound, rng = path.read_bytes(), random.Random(3)
    set_aside = refused = 0
    for _ in range(50):
        path.write_bytes(mutated(sound, rng))
        try:
            with Database(path) as database:
                set_aside += bool(database.warnings)
                search(database, "river")
                with ChunkLedger(database).begin(job(tmp_path)) as session:
                    session.commit_chunk(chunk(len(session.committed.chunks)))
        except StorageError:
            refused += 1  # a newer version by its header, or damage that only the query met
    assert set_aside > 20
    assert refused < 10
    assert len(list(tmp_path.glob("history.damaged-*.db"))) >= set_aside
