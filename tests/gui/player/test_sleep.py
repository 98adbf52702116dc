from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from streamlation_desktop.gui.player.sleep_bus import BusInhibitor
from streamlation_desktop.gui.player.sleep_guard import SleepGuard
from tests.gui.player.conftest import CountingInhibitor

PROGRAM = """
from streamlation_desktop.gui.player.sleep_bus import BusInhibitor
inhibitor = BusInhibitor("Streamlation", "Playing a film")
inhibitor.inhibit()
asked = inhibitor._inhibition
inhibitor.release()
asked.has_ended.wait(20)
"""
SCRIPT = """
dbus-monitor --session > "$1" & watcher=$!
until grep -q NameAcquired "$1"; do sleep 0.02; done
"$2" -c "$3"
until grep -q Inhibit "$1"; do sleep 0.02; done
until tail -n 1 "$1" | grep -q 'string ""'; do sleep 0.02; done
kill $watcher
"""


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


def test_without_a_bus_the_screen_may_go_dark(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    inhibitor = BusInhibitor("Streamlation", "Playing a film")
    inhibitor.inhibit()
    asked = inhibitor._inhibition
    assert asked is not None
    assert asked.has_ended.wait(20)
    inhibitor.release()
