"""A jump far ahead in a talk that the window translates: how soon captions are there, and nothing is done twice.

Usage: python -m benchmarks.gui.jump [--minutes 5] [--to 0.8]

Offscreen, with the embedded engines in the engine process. The talk is the sample's speech, again and again.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from pydantic import BaseModel, ConfigDict, Field, ValidationError  # noqa: F401 - see gui/main.py
from PySide6.QtCore import QEventLoop

from benchmarks.gui.busy import write_talk
from streamlation_desktop.core.events import Envelope, Transcribed
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.application import make_application
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.state.phase import Phase
from streamlation_desktop.settings.paths import app_paths

_SAMPLE_SECONDS = 33.0
_PATIENCE = 900.0
_ES = LanguageCode("es")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--to", type=float, default=0.8)
    given = parser.parse_args()
    app = make_application()
    heard: list[float] = []

    def until(condition: Callable[[], object], what: str) -> float:
        started = time.monotonic()
        while not condition():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
            if time.monotonic() - started > _PATIENCE:
                raise TimeoutError(what)
        return time.monotonic() - started

    def note(_key: int, envelopes: list[Envelope]) -> None:
        heard.extend(each.event.transcript.span.start for each in envelopes if isinstance(each.event, Transcribed))

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        os.environ["STREAMLATION_HOME"] = f"{name}/home"
        talk = write_talk(Path(name) / "talk.wav", round(given.minutes * 60 / _SAMPLE_SECONDS))
        window = Window(app, app_paths())
        window.memory.setValue("first-run/done", True)
        window.show()
        until(lambda: window.desk.is_ready, "the window")
        window.desk.change_settings("translation", {"targets": (_ES,)})
        window.desk.sessions.happened.connect(note)
        window.conductor.open(str(talk))
        until(lambda: window.window.current == "player", "the player")
        page = window.window.page("player")
        until(lambda: page.media is not None, "the talk")
        player = page.player
        track = player.shelf.made(_ES).track
        first = until(lambda: track.cues, "the first caption")
        print(f"first caption after {first:.1f} s", flush=True)
        place = (player.duration or 0.0) * given.to
        player.seek(place)
        before = len(heard)
        there = until(lambda: any(abs(cue.span.start - place) < 30 for cue in track.cues), "captions at the place")
        done = next(iter(window.desk.sessions.sessions.values())).done
        print(f"after the jump to {place:.0f} s captions there after {there:.1f} s")
        print(f"windows heard for it: {len(heard) - before}; in order the captions were at {done:.0f} s")
        session = next(iter(window.desk.sessions.sessions.values()))
        until(lambda: session.phase is Phase.DONE, "the end")
        print(f"at the end {len(heard)} windows, {len(set(heard))} different; {len(track.cues)} captions", flush=True)
        window.window.close()
        window.close()
        os._exit(0)


if __name__ == "__main__":
    main()
