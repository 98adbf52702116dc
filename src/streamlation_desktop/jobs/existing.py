"""Files that are there already: whoever made them, nothing of somebody else's is overwritten."""

from __future__ import annotations

from pathlib import Path

from streamlation_desktop.core.errors import OutputExists
from streamlation_desktop.jobs.workspace import sha256_of_file
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.job_assets import JobAssets


def require_free(path: Path, database: Database, job_id: str) -> None:
    """Make sure that a job may write `path`; what it wrote itself, and nobody has changed, is its own.

    Args:
        path: to be written.
        database: knows what jobs wrote.
        job_id: of the job; empty for one that has not begun.

    Raises:
        OutputExists: another file is there.
    """
    if not path.exists():
        return
    own = {asset.path: asset.sha256 for asset in JobAssets(database).of(job_id)}
    if str(path) not in own or own[str(path)] != sha256_of_file(path):
        raise OutputExists(f"{path} exists", hint="Overwrite it with --overwrite, or choose another -o FOLDER.")
