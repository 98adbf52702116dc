from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from streamlation_desktop.gui.player.sleep_guard import SleepGuard
from tests.gui.player.conftest import CountingInhibitor

PROGRAM = """
from PySide6.QtCore import QCoreApplication, QTimer
from streamlation_desktop.gui.player.sleep_bus import BusInhibitor
app = QCoreApplication([])
inhibitor = BusInhibitor("Streamlation", "Playing a film")
inhibitor.inhibit()
QTimer.singleShot(200, inhibitor.release)
QTimer.singleShot(400, app.quit)
app.exec()
"""
SCRIPT = 'dbus-monitor --session > "$1" & watcher=$!; sleep 1; "$2" -c "$3"; sleep 0.3; kill $watcher'


def test_asking_twice_is_asking_once() -> None:
    inhibitor = CountingInhibitor()
    guard = SleepGuard(inhibitor)
    for wanted in (False, True, True, False, False):
        guard.keep_awake(wanted)
    assert inhibitor.calls == ["inhibit", "release"]


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="there is no session bus to be had here")
def test_the_session_bus_is_asked_and_the_connection_given_up(tmp_path: Path) -> None:
    log = tmp_path / "bus.log"
    command = ["dbus-run-session", "--", "sh", "-c", SCRIPT, "sh", str(log), sys.executable, PROGRAM]
    subprocess.run(command, check=True, timeout=60, stderr=subprocess.DEVNULL)
    said = log.read_text()
    assert re.search(r'member=Inhibit\s+string "Streamlation"\s+string "Playing a film"', said)
    asker = re.search(r"sender=(:\S+) .*member=Inhibit", said)
    assert asker is not None
    assert re.search(rf'string "{asker[1]}"\s+string "{asker[1]}"\s+string ""', said)
