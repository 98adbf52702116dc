"""The smallest PySide6 window, watched as ours is: what the machine does to anybody.

Usage: python -m benchmarks.gui.bystander

Until its input ends; then it prints its stalls as JSON, in milliseconds.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from tests.gui.stalls import Stalls

_EVERY = 40
"""Milliseconds between two changes of its text: it paints as often as a film."""


class Bystander:
    """One beside a measurement, from now on."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        command = [sys.executable, "-m", "benchmarks.gui.bystander"]
        self._process = subprocess.Popen(
            command, env=dict(environment), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def end(self) -> list[float]:
        """Milliseconds of its stalls."""
        told, _ = self._process.communicate(timeout=20)
        return [float(each) for each in json.loads(told)]


def main() -> None:
    app = QApplication([])
    window = QLabel("0")
    window.resize(200, 80)
    window.show()
    stalls = Stalls()
    timer = QTimer(interval=_EVERY)
    timer.timeout.connect(lambda: window.setText(str(int(window.text()) + 1)))
    timer.start()
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    end.activated.connect(app.quit)
    app.exec()
    stalls.stop()
    print(json.dumps([round(each.wall * 1000, 1) for each in stalls.found]))


if __name__ == "__main__":
    main()
