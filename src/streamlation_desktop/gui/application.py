"""Makes Qt's application object."""

from __future__ import annotations

from PySide6.QtCore import QLoggingCategory
from PySide6.QtWidgets import QApplication

from streamlation_desktop import __version__

_UNSAID = "qt.text.font.db=false"
"""Which fonts lack which scripts: a line in the terminal for each pair, and nothing that a user could do with it."""


def make_application() -> QApplication:
    """One that looks the same on every system.

    The style is asked for as an argument: `QApplication.setStyle` makes Python classes of everything a style can do,
    which takes as long as half of the first paint.
    """
    QLoggingCategory.setFilterRules(_UNSAID)
    app = QApplication(["streamlation", "-style", "fusion"])
    app.setApplicationName("streamlation")
    app.setApplicationDisplayName("Streamlation")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("org.streamlation.Desktop")
    return app
