"""From the start of the interpreter to the first paint: the window against the smallest window that PySide6 can make.

    python3 dev.py bench gui/startup.py [RUNS]

The two are started by turns, each in a process and (the window) a home of its own. A ratio of medians is reported.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SMALLEST = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
widget.show()
widget.grab()
"""
OURS = """
from PySide6.QtWidgets import QApplication
from streamlation_desktop.gui.main import Window
from streamlation_desktop.settings.paths import app_paths
app = QApplication([])
window = Window(app, app_paths())
window.window.show_page("home")
window.window.show()
window.window.grab()
"""
_LEAVE = "import os, sys\nsys.stdout.flush()\nos._exit(0)\n"


def seconds(code: str, home: Path) -> float:
    """Wall time of a process that paints once and leaves."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "STREAMLATION_HOME": str(home)}
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code + _LEAVE], check=True, env=environment, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    """Measure by turns."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    ours, smallest = [], []
    with tempfile.TemporaryDirectory() as folder:
        for run in range(runs + 1):
            pair = (seconds(SMALLEST, Path(folder)), seconds(OURS, Path(folder) / str(run)))
            if run:  # the first fills the disk's cache
                smallest.append(pair[0])
                ours.append(pair[1])
    print(
        f"smallest window {statistics.median(smallest):.3f} s, ours {statistics.median(ours):.3f} s (medians of {runs})"
    )
    print(f"ratio {statistics.median(ours) / statistics.median(smallest):.2f}")


if __name__ == "__main__":
    main()
