"""What every page shares: services, settings, sessions, background work."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.gui.state.session_center import SessionCenter
from streamlation_desktop.gui.tasks import Tasks
from streamlation_desktop.settings.paths import AppPaths

if TYPE_CHECKING:
    from streamlation_desktop.core.events import Warned
    from streamlation_desktop.modelstore.store import ModelStore
    from streamlation_desktop.session.captions import RecordedCaptions
    from streamlation_desktop.session.services import Services
    from streamlation_desktop.settings.schema import Settings
    from streamlation_desktop.storage.history import History
    from streamlation_desktop.storage.library import Library
    from streamlation_desktop.storage.lines import Lines


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is on disk: opened once, after the window is on screen."""

    services: Services
    models: ModelStore
    history: History
    library: Library
    lines: Lines
    captions: RecordedCaptions


class Desk(QObject):
    """Opens what the window needs without holding it up; pages ask with `when_ready`."""

    ready = Signal()
    broken = Signal(object)
    """A `StreamlationError`: the database or the catalogue cannot be used."""
    warned = Signal(str, str)
    """Message and hint of something that the user should know."""
    settings_changed = Signal()
    models_changed = Signal()

    def __init__(self, paths: AppPaths, tasks: Tasks, sessions: SessionCenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paths = paths
        self.tasks = tasks
        self.sessions = sessions
        self._shelf: Shelf | None = None
        self._settings: Settings | None = None
        self._fault: StreamlationError | None = None
        self._waiting: list[tuple[QObject, Callable[[], Any]]] = []

    @property
    def shelf(self) -> Shelf:
        """What is on disk; only after `ready`."""
        assert self._shelf is not None, "asked before it was ready"
        return self._shelf

    @property
    def settings(self) -> Settings:
        """As they are now; only after `ready`."""
        assert self._settings is not None, "asked before it was ready"
        return self._settings

    @property
    def is_ready(self) -> bool:
        """True once everything is open."""
        return self._shelf is not None

    def open(self) -> None:
        """Open everything in the background."""
        self.tasks.run("disk", self, lambda: _open(self.paths), self._opened, self._not_opened)

    def when_ready(self, owner: QObject, work: Callable[[], Any]) -> None:
        """Call `work` now, or as soon as everything is open; where it cannot be opened, that is said again."""
        if self.is_ready:
            work()
        elif self._fault is not None:
            self.broken.emit(self._fault)
        else:
            self._waiting.append((owner, work))

    def change_settings(self, section: str, values: dict[str, Any]) -> None:
        """Set fields of one section and save; in safe mode, whose settings are not the user's, only set them.

        Raises:
            ValueError: a value makes no sense; nothing was changed.
        """
        from streamlation_desktop.settings.safe_mode import is_safe_mode
        from streamlation_desktop.settings.schema import Settings
        from streamlation_desktop.settings.store import save_settings

        data = self.settings.model_dump()
        data[section] = {**data[section], **values}
        changed = Settings.model_validate(data)
        self._settings = changed
        if not is_safe_mode(os.environ):
            path = self.paths.settings_file
            self.tasks.run("disk", self, lambda: save_settings(changed, path), None, self._not_saved)
        self.settings_changed.emit()

    def close(self) -> None:
        """Stop sessions and close the database; what is done is kept."""
        self.sessions.close()
        self.tasks.close()
        if self._shelf is not None:
            self._shelf.services.database.close()

    def _opened(self, found: tuple[Shelf, Settings, list[Warned]]) -> None:
        self._shelf, self._settings, warnings = found
        for owner, work in self._waiting:
            if isValid(owner):
                work()
        self._waiting.clear()
        self.ready.emit()
        for warning in warnings:
            self.warned.emit(warning.message, warning.hint)

    def _not_opened(self, error: StreamlationError) -> None:
        self._fault = error
        self.broken.emit(error)

    def _not_saved(self, error: StreamlationError) -> None:
        from streamlation_desktop.gui.messages import explain

        told = explain(error.code, str(error))
        self.warned.emit(told.title, f"{told.text}\n{told.hint}")


def _open(paths: AppPaths) -> tuple[Shelf, Settings, list[Warned]]:
    from streamlation_desktop.app import build_services
    from streamlation_desktop.modelstore.store import ModelStore
    from streamlation_desktop.session.captions import RecordedCaptions
    from streamlation_desktop.settings.safe_settings import NOTICE
    from streamlation_desktop.settings.store import load_settings
    from streamlation_desktop.storage.history import History
    from streamlation_desktop.storage.library import Library
    from streamlation_desktop.storage.lines import Lines

    _know_beforehand()
    loaded = load_settings(paths.settings_file, os.environ)
    services = build_services(paths, loaded.settings.history, loaded.settings.dubbing)
    database = services.database
    shelf = Shelf(
        services, ModelStore(paths), History(database), Library(database), Lines(database), RecordedCaptions(database)
    )
    told = [warning for warning in loaded.warnings if warning is not NOTICE]  # the window says it in its own words
    return shelf, loaded.settings, [*told, *database.warnings]


def _know_beforehand() -> None:
    """What the window's thread asks for first costs imports, which would hold it up."""
    import streamlation_desktop.media.names  # noqa: F401
    from streamlation_desktop.core.language import common_languages

    common_languages()
