"""The translation cache: the same sentence is translated once."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import astuple

import sqlite_utils

from streamlation_desktop.core.cache import CacheKey
from streamlation_desktop.engines.base import TranslatedText
from streamlation_desktop.storage.codec import storable
from streamlation_desktop.storage.database import Database

DEFAULT_ENTRIES = 500_000

_PER_QUERY = 500
"""Below the lowest limit on parameters of any SQLite (999)."""

_SECONDS_PER_DAY = 86_400


class TranslationCache:
    """Translations by everything they depend on, the least recently used dropped first."""

    def __init__(self, database: Database, *, entries: int = DEFAULT_ENTRIES) -> None:
        self._database = database
        self._entries = entries

    def get_many(self, keys: Sequence[CacheKey]) -> dict[CacheKey, TranslatedText]:
        """The translations that are known.

        Raises:
            StorageError: the disk or the database refuses.
        """
        wanted = {_digest(key): key for key in keys}
        found: dict[CacheKey, TranslatedText] = {}
        stale: list[bytes] = []
        digests = list(wanted)
        fresh = int(time.time()) - _SECONDS_PER_DAY
        with self._database.read() as db:
            for start in range(0, len(digests), _PER_QUERY):
                part = digests[start : start + _PER_QUERY]
                marks = ",".join("?" * len(part))
                query = f"SELECT key, text, score, used FROM translation_cache WHERE key IN ({marks})"
                for digest, text, score, used in db.conn.execute(query, part):
                    found[wanted[digest]] = TranslatedText(text, score)
                    if used < fresh:
                        stale.append(digest)
        if stale:
            self._database.submit(lambda db: _mark_used(db, stale))  # a hint only: nobody waits for it
        return found

    def put_many(self, translations: Mapping[CacheKey, TranslatedText]) -> None:
        """Remember `translations`.

        Raises:
            StorageError: the disk or the database refuses.
        """
        now = int(time.time())
        rows = [
            (_digest(key), storable(value.text), value.score, key.engine, key.model, now)
            for key, value in translations.items()
        ]
        self._database.write(lambda db: self._put(db, rows))

    def _put(self, db: sqlite_utils.Database, rows: Sequence[tuple[bytes, str, float | None, str, str, int]]) -> None:
        db.conn.executemany("INSERT OR REPLACE INTO translation_cache VALUES (?, ?, ?, ?, ?, ?)", rows)
        [count] = db.conn.execute("SELECT count(*) FROM translation_cache").fetchone()
        if count > self._entries:
            surplus = count - self._entries + self._entries // 10  # some room, so that not every call purges
            db.conn.execute(
                "DELETE FROM translation_cache WHERE key IN (SELECT key FROM translation_cache ORDER BY used LIMIT ?)",
                (surplus,),
            )


def _mark_used(db: sqlite_utils.Database, digests: Sequence[bytes]) -> None:
    now = int(time.time())
    db.conn.executemany("UPDATE translation_cache SET used = ? WHERE key = ?", [(now, digest) for digest in digests])


def _digest(key: CacheKey) -> bytes:
    return hashlib.sha256(json.dumps(astuple(key)).encode()).digest()
