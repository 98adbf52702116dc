"""Use of the window by a script: open, seek, pages, transcript search, export, close, again and again.

Usage: python -m benchmarks.gui.hour [--rounds 200] [--minutes 60]

On Xvfb with a null sink as the sound device, with the real engines in the engine process; what is left of each round's
share of the time, the film is watched. Told are: the stalls of the window's thread over 50 ms by the clock and what it
did in them, from the moment on that the window is ready (with its own processor time and the time that it waited for a
core, for on a busy machine others take the rest; what is left it waited for the interpreter or a lock), and those of
the smallest PySide6 window beside it; memory, threads and file handles after warming up and at the end, how long
stopping took, and every message of Qt.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import os
import random
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median

from pydantic import BaseModel, ConfigDict, Field, ValidationError  # noqa: F401 - see gui/main.py
from PySide6.QtCore import QEventLoop, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from benchmarks.gui.bystander import Bystander
from benchmarks.gui.stage import resident, stage
from tests.gui.stalls import LIMIT, Stall, Stalls
from tests.support.clips import cut
from tests.support.commands import SAMPLE

_PAGES = ("library", "sessions", "models", "preferences", "diagnostics", "about", "home", "player")
_ACTIONS = ("captions", "captions", "faster", "normal_speed", "larger", "smaller", "bilingual", "mute", "mute")
_WARM_UP = 10
_PATIENCE = 900.0
_LONGEST_WAIT = 0.5
"""Seconds that count between two looks: the run may be held for minutes while others measure."""


class Script:
    """One window and what is done with it."""

    def __init__(self, folder: Path) -> None:
        from streamlation_desktop.gui.application import make_application
        from streamlation_desktop.gui.main import Window
        from streamlation_desktop.settings.paths import app_paths

        # before there is a window: what it has to do meanwhile would pile up
        self.films = [cut(SAMPLE, folder / f"film {n}.mp4", 15.0 + n) for n in range(3)]
        self.app = make_application()
        self.folder, self.chance = folder, random.Random(4)
        self.window = Window(self.app, app_paths())
        self.window.memory.setValue("first-run/done", True)
        self.window.show()
        self._heart = QTimer(interval=20)  # `until` looks again at every event
        self._heart.start()
        self.until(lambda: self.window.desk.is_ready, "the window is ready")
        self.stalls = Stalls()
        self.stops: list[float] = []

    def until(self, condition: Callable[[], object], what: str) -> None:
        waited, latest = 0.0, time.monotonic()
        while not condition():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            now = time.monotonic()
            waited, latest = waited + min(now - latest, _LONGEST_WAIT), now
            if waited > _PATIENCE:
                raise TimeoutError(what)

    def pause(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def memory(self) -> float:
        """MiB in use; what the measurement itself takes is no stall."""
        self.pause(0.05)
        known = len(self.stalls.found)
        held = _memory()
        self.pause(0.05)
        del self.stalls.found[known:]
        return held

    def round(self, number: int, until: float = 0.0) -> None:
        """Everything once; then the film is watched until that moment."""
        conductor, window = self.window.conductor, self.window.window
        film = self.films[number % len(self.films)]
        conductor.open(str(film))
        self.until(lambda: window.current == "player", "the player page")
        page = window.page("player")
        self.until(lambda: page.player.player.info is not None, "the film is open")
        for _ in range(3):
            self._seek(page)
        self.until(lambda: page.model.rowCount() >= 2 and page.feed.record_id, "its transcript")
        for action in _ACTIONS:
            page.player.run(action)
            self.app.processEvents()  # one key after the other
        page.begin_search()
        page.panel.search.setText("going")
        self.pause(0.1)
        page.panel.search.clear()
        for name in _PAGES:
            window.show_page(name)
            self.pause(0.05)
        self._export(page, film)
        self.until(lambda: time.monotonic() > until, "the end of the round")
        started = time.perf_counter()
        page.player.stop()
        self.stops.append(time.perf_counter() - started)
        self.pause(0.05)

    def _seek(self, page: object) -> None:
        arrived: list[float] = []
        page.player.seeked.connect(arrived.append)  # type: ignore[attr-defined]
        page.player.seek(self.chance.uniform(0.0, 6.5))  # type: ignore[attr-defined]
        self.until(lambda: arrived, "the seek")
        page.player.seeked.disconnect(arrived.append)  # type: ignore[attr-defined]

    def _export(self, page: object, film: Path) -> None:
        """Through the dialog, as a user does."""
        window = self.window.window

        def accept() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(20, accept)
                return
            dialog.overwrite.setChecked(True)  # type: ignore[attr-defined]
            dialog.accept()  # type: ignore[attr-defined]

        QTimer.singleShot(20, accept)
        window.messages.hide()
        self.window.conductor.export(page.feed.record_id, str(film))  # type: ignore[attr-defined]
        self.until(lambda: window.messages.isVisible(), "the export is told")


def _handles() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def _memory() -> float:
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return resident(os.getpid())


def _tell(found: list[Stall], first: int, beside: list[float]) -> None:
    """The first stalls were in the rounds before those that count."""
    ours = [each for each in found if each.wall - each.delay > LIMIT]
    busy = [each for each in found if each.busy > LIMIT]
    print(f"stalls over 50 ms by the clock: {len(found)}, {len(found) - first} of them after the first rounds;")
    print(f"without the wait for a core: {len(ours)}; by its own processor time: {len(busy)}")
    print(f"of the smallest window beside it: {len(beside)}, {max(beside, default=0.0):.0f} ms at most")
    for order, each in sorted(enumerate(found), key=lambda pair: -pair[1].wall)[:12]:
        parts = f"busy {each.busy * 1000:.0f}, without a core {each.delay * 1000:.0f}"
        when = "in the first rounds" if order < first else "after them"
        print(f"  {each.wall * 1000:.0f} ms ({parts}) {when}: {each.where or 'Qt'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=60.0)
    given = parser.parse_args()
    said: Counter[str] = Counter()

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            said[message] += 1

    qInstallMessageHandler(hear)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name, stage(Path(name) / "stage") as place:
        os.environ.update(place.environment)
        bystander = Bystander(place.environment)
        script, started = Script(Path(name)), time.monotonic()
        for number in range(_WARM_UP):
            script.round(number)
        first, begun = len(script.stalls.found), time.monotonic()
        memory, threads, handles = [script.memory()], {each.name for each in threading.enumerate()}, _handles()
        for number in range(1, given.rounds + 1):
            script.round(number, begun + number * given.minutes * 60 / given.rounds)
            if number % 20 == 0:
                memory.append(script.memory())
                told = f"{_handles()} handles, {len(script.stalls.found)} stalls"
                print(f"{number} rounds, {memory[-1]:.0f} MiB, {told}", flush=True)
        stalls = script.stalls
        stalls.stop()
        left = {each.name for each in threading.enumerate()} - threads
        print(f"{given.rounds} rounds in {(time.monotonic() - begun) / 60:.1f} min after {_WARM_UP} to warm up,")
        print(f"{(begun - started) / 60:.1f} min long, with {first} of the stalls")
        print(f"memory {memory[0]:.0f} -> {_memory():.0f} MiB, handles {handles} -> {_handles()}, new threads {left}")
        closing = sorted(script.stops)
        print(f"stop: median {median(closing) * 1000:.0f} ms, most {closing[-1] * 1000:.0f} ms")
        _tell(stalls.found, first, bystander.end())
        print("Qt said:", dict(said) or "nothing", flush=True)
        script.window.window.close()
        script.window.close()
    os._exit(0)  # the stage is taken down; Qt's objects are not, in Python's order


if __name__ == "__main__":
    main()
