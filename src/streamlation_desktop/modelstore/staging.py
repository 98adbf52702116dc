"""Where a model is put together before it appears as installed, in one rename."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from streamlation_desktop.core.errors import ModelError
from streamlation_desktop.modelstore.manifest import Manifest, write_manifest
from streamlation_desktop.modelstore.space import disk_errors

INCOMING = ".incoming"
"""Below the models folder, thus on the same disk; its content is never listed as installed."""


@contextmanager
def staging(models: Path, name: str) -> Iterator[Path]:
    """Yield the model's own folder for unfinished files; what is left in it stays for the next try.

    Raises:
        ModelError: another process is at work on the same model.
        NotWritable: the models folder cannot be written.
    """
    folder = models / INCOMING / name
    with disk_errors(models):
        folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder.with_name(f"{name}.lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout as exc:
        raise ModelError(f"{name} is being installed by another process", hint="Wait until it has finished.") from exc
    try:
        yield folder
    finally:
        lock.release()


def publish(folder: Path, destination: Path, manifest: Manifest) -> None:
    """Make the complete, verified `folder` the installed model, replacing an older one.

    Raises:
        DiskFull: no room for the record.
    """
    with disk_errors(destination.parent):
        write_manifest(folder, manifest)
        destination.parent.mkdir(parents=True, exist_ok=True)
        discard(destination, folder.parents[1])
        folder.rename(destination)


def discard(folder: Path, incoming: Path) -> None:
    """Delete a model's folder; it vanishes from the list first, so that an interruption leaves no torso."""
    if not folder.exists():
        return
    incoming.mkdir(parents=True, exist_ok=True)
    doomed = incoming / f"removed-{uuid.uuid4().hex[:8]}"
    with disk_errors(folder):
        folder.rename(doomed)
        shutil.rmtree(doomed)
