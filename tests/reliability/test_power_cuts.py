"""The power goes while a job writes; the long form is ``dev.py reliability power``."""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

import pytest

from streamlation_desktop.storage.database import Database
from tests.support.power_clips import cut_clips, record_clips
from tests.support.power_cuts import Disk, Operation, cut_power, record_job

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="preloads a library"),
    pytest.mark.skipif(not shutil.which("gcc"), reason="no C compiler"),
]


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> list[Operation]:
    return record_job(tmp_path_factory.mktemp("recorded"), chunks=12)


@pytest.mark.slow
def test_what_was_acknowledged_is_on_the_disk_whenever_the_power_goes(
    recording: list[Operation], tmp_path: Path
) -> None:
    report = cut_power(recording, tmp_path, 60, random.Random(5))

    assert report.kills == 60
    assert report.problems == []
    assert (report.lost, report.doubled, report.unsound) == (0, 0, 0)


def test_a_disk_that_is_not_told_to_flush_loses_acknowledged_work_so_the_test_can_fail(
    recording: list[Operation], tmp_path: Path
) -> None:
    lazy = [operation for operation in recording if operation.kind != "F" or not operation.name.endswith("-wal")]

    assert cut_power(lazy, tmp_path, 25, random.Random(5)).lost > 0


@pytest.mark.parametrize("left", [512, 4616])
def test_a_cut_while_the_database_is_being_made_does_not_lock_the_user_out(
    recording: list[Operation], tmp_path: Path, left: int
) -> None:
    disk, path = Disk(), tmp_path / "history.db"
    for operation in recording:
        disk.apply(operation)
        content = disk.durable.get("history.db-journal", b"")
        if "history.db" in disk.durable and len(content) >= left:
            break
    for name, held in disk.durable.items():
        (tmp_path / name).write_bytes(held)

    with Database(path) as database:
        assert database.warnings == ()


def test_a_clip_that_a_cut_left_otherwise_than_it_was_said_is_not_there(tmp_path: Path) -> None:
    report = cut_clips(record_clips(tmp_path, 12), tmp_path, 60, random.Random(5))

    assert report.wrong == 0
    assert min(report.whole, report.gone) > 50, "some of each"
