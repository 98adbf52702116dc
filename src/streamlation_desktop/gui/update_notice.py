"""Says that there is a newer version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, QUrl
from PySide6.QtGui import QDesktopServices

from streamlation_desktop.gui.state.update_watch import UpdateWatch, download_of

if TYPE_CHECKING:
    from streamlation_desktop.gui.conductor import Conductor
    from streamlation_desktop.updates.manifest import Release


def watch_updates(conductor: Conductor, memory: QSettings) -> UpdateWatch:
    """Ask once a day, where the user wants it, and tell in the strip; nothing is fetched by itself."""
    watch = UpdateWatch(conductor.desk, memory, conductor)
    watch.found.connect(lambda release: _tell(conductor, release))
    watch.failed.connect(conductor.tell_error)
    return watch


def _tell(conductor: Conductor, release: Release) -> None:
    address = download_of(release)
    conductor.window.messages.tell(
        QCoreApplication.translate("UpdateNotice", "Streamlation {0} is available").format(release.version),
        release.notes,
        QCoreApplication.translate("UpdateNotice", "Download…") if address else "",
        lambda: QDesktopServices.openUrl(QUrl(address)),
    )
