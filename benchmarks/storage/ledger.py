"""What storage costs: ``python -m benchmarks.storage.ledger``."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from streamlation_desktop.core.cache import CacheKey
from streamlation_desktop.engines.base import TranslatedText
from streamlation_desktop.storage.cache import TranslationCache
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.ledger import ChunkLedger
from streamlation_desktop.storage.search import search
from tests.support.ledger import EN, ES, captions, chunk, job

_SENTENCE = "We walked along the river until the road ended at a small house number {}. "
_CHUNKS_PER_HOUR = 360


def milliseconds(work: Callable[[], object], times: int) -> float:
    """Median time of one call."""
    return statistics.median(_timed(work) for _ in range(times))


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def fill(folder: Path, database: Database, hours: int) -> float:
    """Store `hours` of speech at 170 words a minute, with one translation; milliseconds per chunk."""
    times = []
    with ChunkLedger(database).begin(job(folder), targets=[ES]) as session:
        for ordinal in range(hours * _CHUNKS_PER_HOUR):
            spoken = chunk(ordinal, (_SENTENCE * 2).format(ordinal, ordinal + 1)[:150])
            done = captions(spoken, "Caminamos junto al río hasta que la carretera terminó en una casa pequeña.")
            started = time.perf_counter()
            session.commit_chunk(spoken)
            session.commit_captions(ordinal, ES, done.translations, done.cues)
            times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print one line per measurement."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "history.db"
        with Database(path) as database:
            commit = fill(folder, database, hours=5)
            floor = milliseconds(lambda: database.write(lambda db: db.conn.execute("PRAGMA user_version=4")), 50)
            print(f"chunk with captions, two commits: {commit:.1f} ms; one smallest durable commit: {floor:.1f} ms")
            print(f"search: {milliseconds(lambda: search(database, 'river house'), 20):.1f} ms of 5 h")
            print(f"resume: {milliseconds(lambda: _resume(folder, database), 5):.0f} ms to read 5 h back")
            cache, keys = TranslationCache(database), [_key(number) for number in range(20_000)]
            put = milliseconds(lambda: cache.put_many({key: TranslatedText(key.text) for key in keys}), 1)
            print(
                f"cache: {put:.0f} ms to put 20000; {milliseconds(lambda: cache.get_many(keys[:64]), 50):.1f} ms for 64"
            )
        size = path.stat().st_size
        print(f"size: {size / 5e6:.2f} MB an hour and language, with 20000 cached sentences")
        print(f"start: {milliseconds(lambda: Database(path).close(), 5):.0f} ms for {size / 1e6:.1f} MB")
        with closing(sqlite3.connect(path)) as connection:
            check = milliseconds(lambda: connection.execute("PRAGMA quick_check").fetchall(), 5)
            print(f"quick_check: {check:.0f} ms, {size / 1e3 / check:.0f} MB/s")


def _resume(folder: Path, database: Database) -> None:
    with ChunkLedger(database).begin(job(folder)):
        pass


def _key(number: int) -> CacheKey:
    return CacheKey("opus-mt", "en-es@9a", EN, ES, "balanced", _SENTENCE.format(number))


if __name__ == "__main__":
    main()
