"""Finished files go after the time that the user set; source media never do."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from pathlib import Path

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.jobs.workspace import Workspace, sha256_of_file
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.job_assets import JobAssets
from streamlation_desktop.storage.job_records import AssetRecord
from streamlation_desktop.storage.jobs import JobStore

log = logging.getLogger(__name__)


def expire_assets(database: Database, hours: float) -> list[Path]:
    """Remove files that jobs wrote more than `hours` ago, with the intermediates of those jobs; tell the log.

    A file that somebody changed since is theirs now, and stays.

    Raises:
        StorageError: the database refuses.
    """
    assets, removed = JobAssets(database), []
    for asset in assets.written_before(time.time() - hours * 3600):
        if _remove(asset):
            removed.append(Path(asset.path))
            log.info("expired after %g h: %s", hours, asset.path)
            _note(database, asset, hours)
        assets.forget(asset)
        Workspace.of(database, asset.job).wipe()
    return removed


def _remove(asset: AssetRecord) -> bool:
    path = Path(asset.path)
    with suppress(OSError):
        if sha256_of_file(path) == asset.sha256:
            path.unlink()
            return True
    return False


def _note(database: Database, asset: AssetRecord, hours: float) -> None:
    store = JobStore(database)
    with suppress(UsageError):  # the job itself may be gone
        store.note(
            store.get(asset.job).id, asset.language, Stage.COMPLETE, "expired", f"{asset.path} after {hours:g} h"
        )
