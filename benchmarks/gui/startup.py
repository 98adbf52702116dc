"""From the start of the interpreter to the first paint: the window against the smallest window that PySide6 can make.

    python3 dev.py bench gui/startup.py [RUNS]

The two are started by turns, each in a process and (the window) a home of its own, both with their byte code on disk as
an installation has it. The window is the whole program as a user starts it: arguments, the look for another window,
logging, the main window with its home page; it is painted before the program's event loop begins. A ratio of medians is
reported.
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
import os
os._exit(0)
"""
OURS = """
from PySide6.QtWidgets import QApplication

def paint():
    [window] = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    window.grab()
    import os
    os._exit(0)

QApplication.exec = staticmethod(paint)
import sys
from streamlation_desktop.__main__ import main
sys.argv = ["streamlation", "gui"]
main()
"""


def seconds(code: str, folder: Path, home: str) -> float:
    """Wall time of a process that paints once and leaves."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "STREAMLATION_HOME": str(folder / home),
        "PYTHONPYCACHEPREFIX": str(folder / "byte-code"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    """Measure by turns."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    ours, smallest = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for run in range(runs + 1):
            pair = (seconds(SMALLEST, folder, "smallest"), seconds(OURS, folder, str(run)))
            if run:  # the first fills the disk's cache and writes the byte code
                smallest.append(pair[0])
                ours.append(pair[1])
    print(
        f"smallest window {statistics.median(smallest):.3f} s, ours {statistics.median(ours):.3f} s (medians of {runs})"
    )
    print(f"ratio {statistics.median(ours) / statistics.median(smallest):.2f}")


if __name__ == "__main__":
    main()
