"""Builds the window and paints it where nobody sees it: part of the self-test."""

from __future__ import annotations

import os
import tempfile

from streamlation_desktop.settings.paths import HOME_VARIABLE, app_paths

_LEAST_COLOURS = 8


def paint_window() -> str:
    """Show the home page on the offscreen platform and look at the picture; returns what it found.

    Raises:
        RuntimeError: the picture is empty.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="streamlation-", ignore_cleanup_errors=True) as folder:
        os.environ[HOME_VARIABLE] = folder
        return _painted()


def _painted() -> str:
    from streamlation_desktop.gui.application import make_application
    from streamlation_desktop.gui.main import Window

    app = make_application()
    window = Window(app, app_paths())
    window.window.show_page("home")
    window.window.show()
    app.processEvents()
    picture = window.window.grab().toImage()
    step = max(1, picture.width() // 200)
    seen = {picture.pixel(x, y) for x in range(0, picture.width(), step) for y in range(0, picture.height(), step)}
    window.close()
    if len(seen) < _LEAST_COLOURS:
        raise RuntimeError(f"the window is empty: {len(seen)} colours")
    return f"{picture.width()} × {picture.height()} pixels, {len(seen)} colours"
