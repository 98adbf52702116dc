"""Devices that were played on, and tokens of the local API."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import sqlite_utils

from streamlation_desktop.core.casting import CastTiming, DeliveryLevel
from streamlation_desktop.core.events import CastTelemetry
from streamlation_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A row: the digest of a token and what it allows."""

    id: str
    digest: bytes
    scope: str
    label: str
    created: float
    expires: float | None


@dataclass(frozen=True, slots=True)
class DevicePlay:
    """How a device played once."""

    device: str
    began: float
    """Seconds since the epoch."""
    seconds: float
    """From its beginning to its end."""
    telemetry: CastTelemetry


@dataclass(frozen=True, slots=True)
class AccessTokens:
    """Tokens that outlive the process."""

    database: Database

    def load(self) -> Sequence[AccessToken]:
        """Those that have not expired."""
        with self.database.read() as db:
            rows = db.conn.execute(
                "SELECT id, digest, scope, label, created, expires FROM access_tokens"
                " WHERE expires IS NULL OR expires > ? ORDER BY created",
                (time.time(),),
            ).fetchall()
        return [AccessToken(*row) for row in rows]

    def add(self, record: AccessToken) -> None:
        """Keep one."""
        row = (record.id, record.digest, record.scope, record.label, record.created, record.expires)

        def work(db: sqlite_utils.Database) -> None:
            db.conn.execute("INSERT INTO access_tokens VALUES (?, ?, ?, ?, ?, ?)", row)

        self.database.write(work)

    def remove(self, token_id: str) -> bool:
        """Forget one; False when there was none."""

        def work(db: sqlite_utils.Database) -> int:
            return db.conn.execute("DELETE FROM access_tokens WHERE id = ?", (token_id,)).rowcount

        return bool(self.database.write(work))


_KEPT_PLAYS = 20
"""For each device."""


@dataclass(frozen=True, slots=True)
class DeviceMemory:
    """What each device was found to take, and how it played."""

    database: Database

    def level(self, device_id: str) -> DeliveryLevel:
        """Where to begin with a device."""
        with self.database.read() as db:
            row = db.conn.execute("SELECT level FROM cast_devices WHERE id = ?", (device_id,)).fetchone()
        return DeliveryLevel(row[0]) if row else DeliveryLevel.COPY

    def learn(self, device_id: str, name: str, level: DeliveryLevel, reason: str = "") -> None:
        """Begin there next time."""
        row = (device_id, name, level.value, reason, time.time())

        def work(db: sqlite_utils.Database) -> None:
            db.conn.execute("INSERT OR REPLACE INTO cast_devices VALUES (?, ?, ?, ?, ?)", row)

        self.database.write(work)

    def timing(self, device_id: str) -> CastTiming:
        """How far behind live streams it is to be."""
        with self.database.read() as db:
            row = db.conn.execute("SELECT delay, buffer FROM cast_timings WHERE device = ?", (device_id,)).fetchone()
        return CastTiming(*row) if row else CastTiming()

    def set_timing(self, device_id: str, timing: CastTiming) -> None:
        """Keep that."""
        row = (device_id, timing.delay, timing.buffer)

        def work(db: sqlite_utils.Database) -> None:
            if timing == CastTiming():
                db.conn.execute("DELETE FROM cast_timings WHERE device = ?", (device_id,))
            else:
                db.conn.execute("INSERT OR REPLACE INTO cast_timings VALUES (?, ?, ?)", row)

        self.database.write(work)

    def note_play(self, device_id: str, name: str, began: float, telemetry: CastTelemetry) -> None:
        """Keep how it played; `began` is in seconds since the epoch."""
        told = (telemetry.buffering_seconds, telemetry.stalls, telemetry.requests, telemetry.drift, telemetry.late)
        row = (device_id, name, began, max(0.0, time.time() - began), *told)

        def work(db: sqlite_utils.Database) -> None:
            db.conn.execute("INSERT OR REPLACE INTO cast_plays VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            db.conn.execute(
                "DELETE FROM cast_plays WHERE device = ? AND began NOT IN"
                " (SELECT began FROM cast_plays WHERE device = ? ORDER BY began DESC LIMIT ?)",
                (device_id, device_id, _KEPT_PLAYS),
            )

        self.database.write(work)

    def plays(self, device_id: str) -> list[DevicePlay]:
        """The latest ones, newest first."""
        with self.database.read() as db:
            rows = db.conn.execute(
                "SELECT name, began, seconds, buffering, stalls, requests, drift, late FROM cast_plays"
                " WHERE device = ? ORDER BY began DESC",
                (device_id,),
            ).fetchall()
        return [DevicePlay(name, began, seconds, CastTelemetry(*told)) for name, began, seconds, *told in rows]
