"""An open database for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.ledger import ChunkLedger


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "history.db") as opened:
        yield opened


@pytest.fixture
def ledger(database: Database) -> ChunkLedger:
    return ChunkLedger(database)
