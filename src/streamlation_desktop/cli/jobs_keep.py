"""``streamlation jobs keep``: how long the finished files of dubs stay."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from streamlation_desktop.core.errors import UsageError

if TYPE_CHECKING:
    from streamlation_desktop.settings.paths import AppPaths
    from streamlation_desktop.storage.database import Database

FOREVER = "all"
_HOURS = {"h": 1, "d": 24}


def keep(paths: AppPaths, database: Database, text: str | None) -> None:
    """Show how long files stay; or set it, and remove at once what has been there for longer.

    Raises:
        UsageError: not a time.
        StorageError: the disk or the database refuses.
    """
    from streamlation_desktop.jobs.retention import expire_assets
    from streamlation_desktop.settings.store import load_settings, save_settings

    settings = load_settings(paths.settings_file, {}).settings
    if text is not None:
        hours = None if text == FOREVER else _hours(text)
        dubbing = settings.dubbing.model_copy(update={"keep_hours": hours})
        settings = settings.model_copy(update={"dubbing": dubbing})
        save_settings(settings, paths.settings_file)
        for path in expire_assets(database, hours) if hours is not None else ():
            print(f"removed {path}")
    _tell(database, settings.dubbing.keep_hours)


def _tell(database: Database, hours: float | None) -> None:
    from streamlation_desktop.storage.job_assets import JobAssets

    if hours is None:
        print("finished files stay until they are deleted")
        return
    print(f"finished files go {hours:g} h after they were written, unless they were changed since")
    for asset in JobAssets(database).written_before(math.inf):
        left = (asset.written - time.time()) / 3600 + hours
        print(f"in {max(left, 0.0):.1f} h  {asset.path}")


def _hours(text: str) -> float:
    number, unit = text[:-1], text[-1:]
    try:
        hours = float(number) * _HOURS[unit]
    except (ValueError, KeyError):
        hours = 0.0
    if not 0 < hours <= 876_000:
        raise UsageError(f"not a time to keep files: {text}", hint=f"For example 48h, 7d, or {FOREVER}.")
    return hours
