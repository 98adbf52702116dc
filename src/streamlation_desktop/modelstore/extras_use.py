"""Lets this process use the optional parts that are installed: before anything asks whether they are there."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from streamlation_desktop.settings.paths import CUDA_LIBRARIES_VARIABLE, app_paths
from streamlation_desktop.settings.safe_mode import is_safe_mode

if TYPE_CHECKING:
    from streamlation_desktop.modelstore.extras import ExtraStore

log = logging.getLogger(__name__)


def use_extras(store: ExtraStore | None = None) -> str:
    """Add the folders of the parts to the search path, last, so that nothing of ours is overridden.

    Returns:
        Which part is damaged, thus not used, and how to mend it; empty when all is well.
    """
    if store is None:
        paths = app_paths()
        if not (paths.data / "extras").is_dir() or is_safe_mode(os.environ):
            return ""
        from streamlation_desktop.modelstore.extras import ExtraStore as Store

        store = Store(paths)
    from streamlation_desktop.modelstore.extras import State, repair_hint

    told = []
    for extra in store.extras:
        state = store.state(extra)
        if state is State.INSTALLED:
            _use(extra.id, store.site(extra))
        elif state is State.DAMAGED:
            told.append(f"the optional part {extra.id} is damaged and not used. {repair_hint(extra)}")
    for line in told:
        log.warning("%s", line)
    return " ".join(told)


def _use(name: str, site: Path) -> None:
    sys.dont_write_bytecode = True  # what lies there is compared with its record
    if str(site) not in sys.path:
        sys.path.append(str(site))
    if name == "cuda":
        os.environ[CUDA_LIBRARIES_VARIABLE] = str(site)
