"""What a disk may hold after the power was cut, replayed from a recording of a job's writes.

What was flushed is there. Of what was not, any part may be: nothing, all, the beginning, or any sectors of any writes.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from streamlation_desktop.core.events import Warned
from streamlation_desktop.storage.database import Database
from tests.support.crashes import CrashReport, check_ledger

SECTOR = 512
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that the process did to a file."""

    kind: str
    name: str
    offset: int
    data: bytes


@dataclass(slots=True)
class Disk:
    """Files as they certainly are, and what may have reached them."""

    durable: dict[str, bytearray] = field(default_factory=dict)
    pending: dict[str, list[Operation]] = field(default_factory=dict)

    def apply(self, operation: Operation) -> None:
        """Follow the process."""
        match operation.kind:
            case "W" | "T":
                self.pending.setdefault(operation.name, []).append(operation)
            case "F":
                for waiting in self.pending.pop(operation.name, []):
                    _perform(self.durable.setdefault(operation.name, bytearray()), waiting)
            case "U":
                self.durable.pop(operation.name, None)
                self.pending.pop(operation.name, None)

    def after_a_cut(self, rng: random.Random) -> dict[str, bytearray]:
        """Files as they may be found when the power is back."""
        files = {name: bytearray(content) for name, content in self.durable.items()}
        for name, waiting in self.pending.items():
            content = files.setdefault(name, bytearray())
            match rng.choice(("none", "all", "beginning", "sectors")):
                case "all":
                    survivors = waiting
                case "beginning":
                    survivors = waiting[: rng.randint(0, len(waiting))]
                case "sectors":
                    survivors = [torn for operation in waiting for torn in _torn(operation, rng)]
                case _:
                    survivors = []
            for operation in survivors:
                _perform(content, operation)
        return files


def _perform(content: bytearray, operation: Operation) -> None:
    if operation.kind == "T":
        del content[operation.offset :]
        content.extend(bytes(operation.offset - len(content)))
        return
    end = operation.offset + len(operation.data)
    content.extend(bytes(max(0, end - len(content))))
    content[operation.offset : end] = operation.data


def _torn(operation: Operation, rng: random.Random) -> Iterator[Operation]:
    """The sectors of a write that arrived."""
    if operation.kind == "T" and rng.random() < 0.5:
        yield operation
    for at in range(0, len(operation.data), SECTOR):
        if rng.random() < 0.6:
            yield Operation("W", operation.name, operation.offset + at, operation.data[at : at + SECTOR])


def build_recorder(folder: Path) -> Path:
    """Compile ``recorder.c``."""
    library = folder / "recorder.so"
    source = Path(__file__).with_name("recorder.c")
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library, source, "-ldl"], check=True)
    return library


def record_job(folder: Path, chunks: int) -> list[Operation]:
    """Run a job of the ledger under the recorder; returns what it did to the database's files, in order."""
    source, database = folder / "talk.wav", folder / "history.db"
    source.write_bytes(b"RIFF" * 1000)
    return recorded(["tests.support.power_job", str(database), str(source), str(chunks)], database, folder)


def recorded(module: Sequence[str], watched: Path, folder: Path) -> list[Operation]:
    """Run a Python module with arguments; returns what it did to files whose paths begin like `watched`."""
    log = folder / "log"
    log.unlink(missing_ok=True)  # it is added to
    environment = {
        **os.environ,
        "LD_PRELOAD": str(build_recorder(folder)),
        "REC_LOG": str(log),
        "REC_MATCH": str(watched),
        "PYTHONPATH": os.pathsep.join([str(_ROOT), os.environ.get("PYTHONPATH", "")]),
    }
    command = [sys.executable, "-m", *module]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True, cwd=_ROOT)
    return list(_read(log.read_bytes()))


def _read(log: bytes) -> Iterator[Operation]:
    at = 0
    while at < len(log):
        end = log.index(b"\n", at)
        kind, name, offset, length = log[at:end].decode().split(" ")
        at = end + 1 + int(length)
        yield Operation(kind, name, int(offset), log[end + 1 : at])


def cut_power(operations: list[Operation], folder: Path, cuts: int, rng: random.Random) -> CrashReport:
    """Cut after `cuts` different operations and look at what is left, as the application would."""
    report, disk, acknowledged, done = CrashReport(), Disk(), set[int](), 0
    for cut in sorted(rng.sample(range(1, len(operations) + 1), min(cuts, len(operations)))):
        for operation in operations[done:cut]:
            disk.apply(operation)
            if operation.kind == "A":
                acknowledged |= {int(word) for word in operation.data.split()}
        done = cut
        place = folder / "after"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        for name, content in disk.after_a_cut(rng).items():
            (place / name).write_bytes(content)
        _look(place / "history.db", acknowledged, report)
        report.kills += 1
    return report


def _look(path: Path, acknowledged: set[int], report: CrashReport) -> None:
    with Database(path) as database:
        if database.warnings:
            report.problems.append(_told(database.warnings))
    check_ledger(path, acknowledged, report)


def _told(warnings: tuple[Warned, ...]) -> str:
    return "; ".join(warning.message for warning in warnings)
