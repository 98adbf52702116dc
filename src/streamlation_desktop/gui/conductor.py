"""What happens between the pages: opening, questions, progress, the end of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.gui.main_window import MainWindow
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.downloads import Downloads
from streamlation_desktop.gui.state.opening import Opener, OpenMedia, request_for
from streamlation_desktop.gui.state.phase import Phase
from streamlation_desktop.gui.teller import Teller
from streamlation_desktop.gui.widgets.times import figures

if TYPE_CHECKING:
    from streamlation_desktop.core.language import LanguageCode
    from streamlation_desktop.gui.arrivals import Arrivals
    from streamlation_desktop.gui.exporter import Exporter
    from streamlation_desktop.gui.screens import Screens
    from streamlation_desktop.gui.state.job_desk import JobDesk
    from streamlation_desktop.gui.state.live_desk import LiveDesk
    from streamlation_desktop.storage.job_records import JobRecord


class Conductor(QObject):
    """Owns the window and answers to its pages."""

    shown = Signal()
    """Media was opened, and is in the player now."""
    restart_wanted = Signal(bool)
    """The window is to close and come again, in safe mode or out of it."""
    finished = Signal(str, str)
    """Title and text of something that ended while nobody looked."""

    def __init__(
        self,
        desk: Desk,
        memory: QSettings,
        make_page: Callable[[str, Conductor], Iterator[QWidget | None]],
        prepare_page: Callable[[str, Conductor, Callable[[], object]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.downloads = Downloads(desk, self)
        self.window = MainWindow(
            lambda name: make_page(name, self), memory, lambda name, then: prepare_page(name, self, then)
        )
        self.teller = Teller(desk, self.window, self)
        self._memory = memory
        self.opener = Opener(desk, self)
        self._targets: tuple[LanguageCode, ...] = ()
        self._connect()

    def _connect(self) -> None:
        desk = self.desk
        self.teller.open_wanted.connect(self.ask_for_file)
        self.teller.model_wanted.connect(self.get_model_for)
        self.teller.finished.connect(self.finished)
        self.opener.asking.connect(lambda location: self.tell(self.tr("Opening the link…"), location))
        self.opener.live_found.connect(lambda location, record: self.live.go_on(location, record))
        self.opener.opened.connect(self._show_media)
        self.opener.read.connect(lambda media: self.window.page("player").read(media))
        self.opener.failed.connect(self.tell_error)
        self.opener.queued.connect(self._tell_queued)
        self.window.dropped.connect(self.open_all)
        self.window.closing.connect(self._before_closing)
        desk.sessions.changed.connect(self._show_progress)
        desk.when_ready(self, self._note_targets)
        desk.settings_changed.connect(self._follow_targets)
        self.downloads.installed.connect(self._on_installed)

    @cached_property
    def live(self) -> LiveDesk:
        """Live streams; made when the first is wanted."""
        from streamlation_desktop.gui.state.live_desk import LiveDesk

        live = LiveDesk(self.desk, self)
        live.opened.connect(self._show_media)
        live.failed.connect(self.tell_error)
        return live

    @cached_property
    def arrivals(self) -> Arrivals:
        """Takes what is dropped or handed over; made when something is."""
        from streamlation_desktop.gui.arrivals import Arrivals

        arrivals = Arrivals(self.desk, self.window, self)
        arrivals.wanted.connect(self.open)
        arrivals.told.connect(self.tell)
        arrivals.failed.connect(self.tell_error)
        self.shown.connect(arrivals.shown)
        return arrivals

    @cached_property
    def exporter(self) -> Exporter:
        """Writes captions to files; made when the first are wanted."""
        from streamlation_desktop.gui.exporter import Exporter

        exporter = Exporter(self.desk, self.window, self._memory, self)
        exporter.told.connect(self.tell)
        exporter.failed.connect(self.tell_error)
        return exporter

    @cached_property
    def screens(self) -> Screens:
        """Televisions, phones and programs; made when the player page is."""
        from streamlation_desktop.gui.screens import Screens

        screens = Screens(self.desk, self.window, self)
        screens.remarked.connect(self.tell)
        screens.failed.connect(self.tell_error)
        self.shown.connect(screens.stop_sharing)
        return screens

    @cached_property
    def jobs(self) -> JobDesk:
        """The queue of dubs; made when somebody looks at it."""
        from streamlation_desktop.gui.state.job_desk import JobDesk

        jobs = JobDesk(self.desk, self)
        jobs.failed.connect(self.tell_error)
        jobs.changed.connect(lambda: self.window.sidebar.set_busy("jobs", jobs.at_work))
        jobs.ended.connect(self.teller.tell_job)
        return jobs

    def open(self, location: str) -> None:
        """Open a file, folder or address."""
        self.opener.open(location)

    def open_all(self, locations: list[str]) -> None:
        """Open the first; the others are translated in turn. Subtitles go to the film that is open."""
        self.arrivals.take(locations)

    def watch_live(self) -> None:
        """Ask what to listen to live, and begin."""
        from streamlation_desktop.gui.dialogs.watch_live import WatchLiveDialog

        dialog = WatchLiveDialog(self.desk, parent=self.window)
        dialog.accepted.connect(lambda: self.live.watch(dialog.choice()))
        dialog.open()

    def dub(self, location: str = "") -> None:
        """Ask what to dub, and put it in the queue."""
        self.desk.when_ready(self, partial(self._ask_dub, location))

    def ask_for_file(self) -> None:
        """Let the user choose what to open."""
        self.window.page("home").choose_file()

    def open_record(self, location: str, seconds: float, record_id: str) -> None:
        """Open the media of a session of the history, at a moment."""
        self.opener.open(location, seconds if seconds >= 0 else None, record_id)

    def translate_again(self) -> None:
        """Translate what is open once more, with the models and languages of now."""
        page = self.window.made("player")
        if page is not None and page.media is not None:
            request = request_for(page.media.location, self.desk.settings)
            session = self.desk.sessions.start(request, page.media.title, urgent=True)
            if request.targets[:1] == (page.model.target,):
                page.attach(session)
            else:  # it was opened as it was translated once, into another language
                page.read(replace(page.media, record=None, session=session))

    def export(self, record_id: str, location: str) -> None:
        """Ask what to export, and write it."""
        self.exporter.export(record_id, location)

    def show_keys(self) -> None:
        """Show which keys do what, in the window and in the player."""
        from streamlation_desktop.gui.dialogs.keys import KeysDialog

        page = self.window.made("player")
        dialog = KeysDialog(self.window, page.player.key_sheet() if page is not None else [])
        dialog.change_wanted.connect(self.change_keys)
        dialog.open()

    def change_keys(self) -> None:
        """Let the user change the keys of the player."""
        from streamlation_desktop.gui.dialogs.edit_keys import EditKeysDialog

        shortcuts = [action for action in self.window.actions() if not action.shortcut().isEmpty()]
        taken = {action.shortcut().toString(): action.text().replace("&", "") for action in shortcuts}
        dialog = EditKeysDialog(self.desk.settings.player.keys, taken, self.window)
        dialog.accepted.connect(lambda: self.desk.change_settings("player", {"keys": dialog.changes.changed}))
        dialog.open()

    def get_model_for(self, key: int) -> None:
        """Show the models that a session lacks."""
        session = self.desk.sessions.sessions.get(key)
        self.window.show_page("models")
        if session is not None:
            target = next(iter(session.job.targets), None)
            self.window.page("models").want(session.language, target)

    def tell(self, title: str, text: str = "") -> None:
        """Say something without a way on."""
        self.teller.tell(title, text)

    def tell_error(self, error: StreamlationError) -> None:
        """Say what went wrong, and offer what helps."""
        self.teller.tell_error(error)

    def _ask_dub(self, location: str) -> None:
        from streamlation_desktop.gui.dialogs.dub import DubDialog

        dialog = DubDialog(self.desk.settings, location, self.window)
        dialog.accepted.connect(lambda: self.jobs.submit(dialog.request(), self._show_job))
        dialog.open()

    def _show_job(self, job: JobRecord) -> None:
        self.window.show_page("jobs")
        self.window.page("jobs").expect(job.id)

    def _tell_queued(self, count: int) -> None:
        self.tell(self.tr("%Ln more file(s) are in line", "", count), self.tr("The sessions page shows them."))

    def keep_place(self) -> None:
        """Note where the open media is."""
        page = self.window.made("player")
        if page is not None:
            page.keep_position()

    def _show_media(self, media: OpenMedia) -> None:
        self.teller.clear()
        self.window.with_page("player", partial(self._put_up, media))

    def _note_targets(self) -> None:
        self._targets = self.desk.settings.translation.targets

    def _follow_targets(self) -> None:
        """Another language is wanted: what is open is read in it."""
        before, page = self._targets, self.window.made("player")
        self._note_targets()
        media = page.media if page is not None else None
        if media is not None and media.live is None and not media.is_gone and before != self._targets:
            self.teller.tell_unreadable(self._targets)
            self.opener.read_anew(media)

    def _put_up(self, media: OpenMedia) -> None:
        self.window.show_page("player")
        self.window.later(partial(self._begin, media))  # it wants every core: the page is painted first

    def _begin(self, media: OpenMedia) -> None:
        self.window.page("player").show_media(media)
        self.teller.tell_unreadable(self._targets)
        self.shown.emit()
        if media.session is None and media.live is None and not media.is_gone:
            self.window.later(partial(self._set_to_work, media))

    def _set_to_work(self, media: OpenMedia) -> None:
        session, page = self.opener.work_on(media), self.window.page("player")
        if session is not None and page.media is media:
            page.attach(session)

    def _show_progress(self, _key: int) -> None:
        running = self.desk.sessions.running
        self.window.sidebar.set_busy("sessions", len(running))
        fraction = self.desk.sessions.fraction
        percent = figures(f"{100 * fraction:.0f} % – ") if fraction is not None else ""
        self.window.setWindowTitle(f"{percent}Streamlation")

    def _on_installed(self, _model: str) -> None:
        """Sessions that failed for want of a model go on with it."""
        for key, session in self.desk.sessions.sessions.items():
            if session.phase is Phase.FAILED and session.error and session.error.code.startswith(("engine", "model")):
                self.desk.sessions.resume(key)

    def _before_closing(self) -> None:
        page = self.window.made("player")
        if page is not None:
            page.release()
        models = self.window.made("models")
        if models is not None:
            models.extras.close()
        if "exporter" in self.__dict__:
            self.exporter.close()
        if "screens" in self.__dict__:
            self.screens.close()
        if "jobs" in self.__dict__:
            self.jobs.close()
        if "live" in self.__dict__:
            self.live.close()
