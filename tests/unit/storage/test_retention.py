from __future__ import annotations

from functools import partial
from pathlib import Path

import sqlite_utils

from streamlation_desktop.core.cache import CacheKey
from streamlation_desktop.core.events import SessionState
from streamlation_desktop.engines.base import TranslatedText
from streamlation_desktop.storage.cache import TranslationCache
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.history import History
from streamlation_desktop.storage.ledger import ChunkLedger
from streamlation_desktop.storage.retention import expire, plan_purge, purge, usage
from streamlation_desktop.storage.search import search
from tests.support.ledger import EN, ES, captions, chunk, job

SECRET = "xylophonecanary"


def run(ledger: ChunkLedger, folder: Path, name: str, word: str) -> None:
    with ledger.begin(job(folder, name=name)) as session:
        for ordinal in range(30):
            spoken = chunk(ordinal, f"We keep the {word} {ordinal} here.")
            done = captions(spoken, f"Guardamos {word} {ordinal} aquí.")
            session.commit_chunk(spoken)
            session.commit_captions(ordinal, ES, done.translations, done.cues)
        session.finish(SessionState.FINISHED)


def bytes_on_disk(database: Database) -> bytes:
    return b"".join(path.read_bytes() for path in database.path.parent.glob(f"{database.path.name}*"))


def test_purged_text_is_gone_from_the_disk(database: Database, ledger: ChunkLedger, tmp_path: Path) -> None:
    run(ledger, tmp_path, "secret.wav", SECRET)
    run(ledger, tmp_path, "other.wav", "bread")
    [doomed] = [record for record in History(database).list() if record.title == "secret.wav"]
    assert SECRET.encode() in bytes_on_disk(database)

    plan = plan_purge(database, [doomed])
    kept = purge(database, plan)

    assert plan.cues == 30
    assert kept == ()
    assert SECRET.encode() not in bytes_on_disk(database)
    assert search(database, SECRET) == ()
    assert len(search(database, "bread")) == 50
    assert [record.title for record in History(database).list()] == ["other.wav"]


def test_what_a_purged_session_cached_is_gone_too(database: Database, ledger: ChunkLedger, tmp_path: Path) -> None:
    keys = {word: CacheKey("opus", "m", EN, ES, "", word) for word in (SECRET, "bread", "again")}
    cache = TranslationCache(database)
    cache.put_many({keys["bread"]: TranslatedText("pan"), keys["again"]: TranslatedText("otra vez")})
    age(database, days=3)
    run(ledger, tmp_path, "secret.wav", SECRET)
    cache.put_many({keys[SECRET]: TranslatedText(SECRET)})
    age(database, days=2)
    cache.get_many([keys["again"]])

    plan = plan_purge(database, History(database).list())
    purge(database, plan)

    assert plan.cached == 1
    assert cache.get_many(list(keys.values())).keys() == {keys["bread"], keys["again"]}
    assert SECRET.encode() not in bytes_on_disk(database)


def age(database: Database, days: int) -> None:
    """Let everything so far be `days` older."""
    for table, columns in (("sessions", ("created", "updated")), ("translation_cache", ("used",))):
        for column in columns:
            database.write(partial(_execute, f"UPDATE {table} SET {column} = {column} - {days * 86_400}"))


def _execute(query: str, db: sqlite_utils.Database) -> None:
    db.execute(query)


def test_purge_gives_room_back(database: Database, ledger: ChunkLedger, tmp_path: Path) -> None:
    for name in ("a.wav", "b.wav", "c.wav"):
        run(ledger, tmp_path, name, "bread")
    before = usage(database)

    purge(database, plan_purge(database, History(database).list()))

    after = usage(database)
    assert (before.sessions, after.sessions) == (3, 0)
    assert after.database < before.database / 2


def test_sessions_expire_by_age(database: Database, ledger: ChunkLedger, tmp_path: Path) -> None:
    run(ledger, tmp_path, "old.wav", "bread")
    database.write(lambda db: db.execute("UPDATE sessions SET updated = updated - 3 * 86400").rowcount)
    run(ledger, tmp_path, "new.wav", "bread")

    expire(database, keep_days=4)
    assert len(History(database).list()) == 2
    expire(database, keep_days=2)
    assert [record.title for record in History(database).list()] == ["new.wav"]


def test_running_session_is_not_purged(database: Database, ledger: ChunkLedger, tmp_path: Path) -> None:
    with ledger.begin(job(tmp_path)) as session:
        session.commit_chunk(chunk(0))
        kept = purge(database, plan_purge(database, History(database).list()))
        session.commit_chunk(chunk(1))

    assert [record.id for record in kept] == [session.session_id]
    assert History(database).find(session.session_id).done == 20.0


def test_purging_everything_takes_cache_backups_and_damaged_copies(database: Database, tmp_path: Path) -> None:
    key = CacheKey("opus", "m", EN, ES, "", SECRET)
    TranslationCache(database).put_many({key: TranslatedText(SECRET)})
    backup, damaged = tmp_path / "history.db.v3.bak", tmp_path / "history.damaged-20260101-000000-1.db"
    backup.write_bytes(b"1234")
    damaged.write_bytes(b"12")
    assert usage(database).other_files == 6

    purge(database, plan_purge(database, [], everything=True))

    assert not backup.exists()
    assert not damaged.exists()
    assert usage(database).cached_translations == 0
    assert SECRET.encode() not in bytes_on_disk(database)
