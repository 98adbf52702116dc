"""Which page has which name, and what its signals do."""

from __future__ import annotations

import importlib
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from streamlation_desktop.gui.interpreter import settle

if TYPE_CHECKING:
    from streamlation_desktop.gui.conductor import Conductor

log = logging.getLogger(__name__)

_Steps = Iterator[QWidget | None]


def make_page(name: str, conductor: Conductor) -> Iterator[QWidget | None]:
    """Build a page in short steps and connect it; its modules are imported only now."""
    return _MAKERS[name](conductor)


def preload_pages() -> None:
    """Import what the pages need on a thread, so that the first of each does not hold up the window."""
    threading.Thread(target=_preload, name="gui-preload", daemon=True).start()


def prepare_page(name: str, conductor: Conductor, then: Callable[[], object]) -> None:
    """Call `then` when the modules of a page are there, which is at once once they were preloaded."""
    _calm.clear()

    def make() -> None:
        then()
        QTimer.singleShot(_REST, _calm.set)

    if name in _imported:
        make()
    else:
        conductor.desk.tasks.run("page", conductor.window, lambda: _import(name), lambda _: make())


def _preload() -> None:
    try:
        for name in _MAKERS:
            if name not in _imported:
                _calm.wait(_LONGEST_REST)
                _import(name)
    except Exception:  # the root of a thread: who opens the page hears of it
        log.exception("a page cannot be imported")
    settle()


def _import(name: str) -> None:
    with _turn:
        for module in (f"pages.{name}", *_BESIDE.get(name, ())):
            importlib.import_module(f"streamlation_desktop.gui.{module}")
    _imported.add(name)


def _home(conductor: Conductor) -> _Steps:
    from streamlation_desktop.gui.pages.home import HomePage

    page = HomePage(conductor.desk)
    page.wanted.connect(conductor.open)
    page.dropped.connect(conductor.open_all)
    page.live_wanted.connect(conductor.watch_live)
    yield page


def _player(conductor: Conductor) -> _Steps:
    from streamlation_desktop.gui.pages.player import PlayerPage

    page = PlayerPage(conductor.desk)
    yield None
    yield from page.steps()
    screens = conductor.screens
    page.failed.connect(conductor.tell_error)
    page.playback_failed.connect(conductor.tell)
    page.export_wanted.connect(conductor.export)
    page.wanted.connect(conductor.ask_for_file)
    page.filled.connect(conductor.window.fill)
    page.keys_wanted.connect(conductor.show_keys)
    page.look_wanted.connect(lambda: _show_settings(conductor, "captions"))
    page.cast_wanted.connect(screens.cast)
    page.cast_strip.toggle_wanted.connect(screens.caster.toggle)
    page.cast_strip.stop_wanted.connect(screens.caster.stop)
    page.cast_strip.volume_wanted.connect(screens.caster.set_volume)
    page.cast_strip.timing.chosen.connect(screens.caster.set_timing)
    page.panel.jumped.connect(screens.caster.seek)
    screens.caster.status_changed.connect(page.cast_strip.show_status)
    screens.caster.measured.connect(page.cast_strip.show_telemetry)
    screens.caster.timing_known.connect(page.cast_strip.timing.show_timing)
    yield page


def _show_settings(conductor: Conductor, section: str) -> None:
    """The preferences of one part."""
    from streamlation_desktop.gui.setting_texts import section_title

    window = conductor.window
    window.show_page("preferences")
    window.with_page("preferences", lambda: window.page("preferences").search.setText(section_title(section)))


def _library(conductor: Conductor) -> _Steps:
    from streamlation_desktop.gui.pages.library import LibraryPage

    page = LibraryPage(conductor.desk)
    page.open_wanted.connect(conductor.open_record)
    page.export_wanted.connect(conductor.export)
    page.failed.connect(conductor.tell_error)
    page.told.connect(conductor.tell)
    yield page


def _sessions(conductor: Conductor) -> _Steps:
    from streamlation_desktop.gui.pages.sessions import SessionsPage

    page = SessionsPage(conductor.desk)
    page.open_wanted.connect(conductor.open)
    page.model_wanted.connect(conductor.get_model_for)
    yield page


def _jobs(conductor: Conductor) -> _Steps:
    from streamlation_desktop.gui.pages.jobs import JobsPage

    page = JobsPage(conductor.desk, conductor.jobs)
    page.dub_wanted.connect(lambda: conductor.dub())
    page.failed.connect(conductor.tell_error)
    yield page


def _models(conductor: Conductor) -> _Steps:
    from streamlation_desktop.gui.pages.models import ModelsPage

    page = ModelsPage(conductor.desk, conductor.downloads)
    page.failed.connect(conductor.tell_error)
    yield page


def _preferences(conductor: Conductor) -> _Steps:
    from streamlation_desktop.gui.pages.preferences import PreferencesPage

    page = PreferencesPage(conductor.desk)
    page.keys_wanted.connect(conductor.change_keys)
    yield page


def _diagnostics(conductor: Conductor) -> _Steps:
    from streamlation_desktop.gui.pages.diagnostics import DiagnosticsPage

    page = DiagnosticsPage(conductor.desk)
    yield None
    page.add_log()
    yield page


def _about(conductor: Conductor) -> _Steps:
    from streamlation_desktop.gui.pages.about import AboutPage

    yield AboutPage()


_MAKERS = {
    "player": _player,
    "home": _home,
    "library": _library,
    "sessions": _sessions,
    "jobs": _jobs,
    "models": _models,
    "preferences": _preferences,
    "diagnostics": _diagnostics,
    "about": _about,
}
_BESIDE = {
    "player": ("screens", *(("player.sleep_bus", "player.mpris_interfaces") if sys.platform == "linux" else ())),
    "library": ("exporter", "dialogs.export"),
    "jobs": ("state.job_desk",),
}
"""What a page brings along."""
_imported: set[str] = set()
"""Pages whose modules are there."""
_calm = threading.Event()
"""Nobody waits for a page: else what is not wanted yet is imported later."""
_calm.set()
_REST = 300
"""Milliseconds after the making of a page began."""
_LONGEST_REST = 5.0
_turn = threading.Lock()
"""PySide makes a class when it is first imported, and two threads that do so at once end the program."""
