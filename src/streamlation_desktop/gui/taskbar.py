"""Progress on the application's button in the task bar, for desktops that take it from the session bus.

KDE Plasma, Ubuntu's dock, Dash to Dock and others listen to the signal that Unity's launcher introduced.
"""

from __future__ import annotations

import sys
from functools import cache

_INTERFACE = "com.canonical.Unity.LauncherEntry"
_APPLICATION = "application://org.streamlation.Desktop.desktop"


class TaskbarProgress:
    """Tells whole percents, and only when they change."""

    def __init__(self) -> None:
        self._told: int | None = None

    def show(self, fraction: float | None) -> None:
        """0..1; None takes the bar away."""
        percent = None if fraction is None else round(100 * fraction)
        if percent != self._told and sys.platform not in ("win32", "darwin"):
            self._told = percent
            _tell(percent)


@cache
def _path() -> str:
    import hashlib

    return f"/com/canonical/unity/launcherentry/{int(hashlib.sha256(_APPLICATION.encode()).hexdigest()[:8], 16)}"


def _tell(percent: int | None) -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        signal = QDBusMessage.createSignal(_path(), _INTERFACE, "Update")
        shown = {"progress-visible": percent is not None, "progress": (percent or 0) / 100}
        signal.setArguments([_APPLICATION, shown])
        bus.send(signal)
