"""Where log records go: a small rotating file; nothing on the terminal."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler

from streamlation_desktop.settings.paths import app_paths

LOG_FILE = "streamlation.log"


class _LogFile(RotatingFileHandler):
    """A log that cannot be written is no reason to disturb the user, or to stop."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Drop what a full or failing disk refuses; other errors in a record are defects, and told as usual."""
        if not isinstance(sys.exception(), OSError):
            super().handleError(record)


def configure_logging() -> None:
    """Send our records of INFO and above to the log file; without a writable folder, nowhere."""
    root = logging.getLogger("streamlation_desktop")
    if root.handlers:
        return
    folder = app_paths().logs
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = _LogFile(
            folder / LOG_FILE, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(
        logging.Formatter("%(asctime)s %(process)d %(threadName)s %(levelname)s %(name)s: %(message)s")
    )
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    root.propagate = False
