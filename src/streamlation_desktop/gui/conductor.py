"""What happens between the pages: opening, errors, exports, the end of a session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QWidget

from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.gui.main_window import TURN, MainWindow
from streamlation_desktop.gui.messages import Message, Remedy, explain
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.downloads import Downloads
from streamlation_desktop.gui.state.live_desk import LiveDesk
from streamlation_desktop.gui.state.opening import Opener, OpenMedia, request_for
from streamlation_desktop.gui.state.phase import Phase

if TYPE_CHECKING:
    from streamlation_desktop.gui.screens import Screens
    from streamlation_desktop.gui.state.job_desk import JobDesk
    from streamlation_desktop.gui.state.session_view import SessionView
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
        make_page: Callable[[str, Conductor], QWidget],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.downloads = Downloads(desk, self)
        self.window = MainWindow(lambda name: make_page(name, self), memory)
        self.opener = Opener(desk, self)
        self.live = LiveDesk(desk, self)
        self.live.opened.connect(self._show_media)
        self.live.failed.connect(self.tell_error)
        self.opener.asking.connect(lambda location: self.tell(self.tr("Opening the link…"), location))
        self.opener.live_found.connect(self.live.go_on)
        self.opener.opened.connect(self._show_media)
        self.opener.failed.connect(self.tell_error)
        self.opener.queued.connect(self._tell_queued)
        self.window.dropped.connect(self.open_all)
        self.window.closing.connect(self._before_closing)
        desk.broken.connect(self.tell_error)
        desk.warned.connect(self.tell)
        desk.tasks.crashed.connect(self.tell_defect)
        desk.sessions.changed.connect(self._show_progress)
        desk.sessions.ended.connect(self._on_ended)
        self.downloads.installed.connect(self._on_installed)

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
        jobs.ended.connect(self._on_job_ended)
        return jobs

    def open(self, location: str) -> None:
        """Open a file, folder or address."""
        self.opener.open(location)

    def open_all(self, locations: list[str]) -> None:
        """Open the first; the others are translated in turn. Links of web pages are asked about."""
        from streamlation_desktop.media.names import is_invitation

        links = [location for location in locations if is_invitation(location)]
        files = [location for location in locations if location not in links]
        if files:
            self.open(files[0])
        for location in files[1:]:
            self.desk.when_ready(self, partial(self._queue, location))
        for link in links[:1]:  # a page that asks for more has not only its reader in mind
            self._ask_about(link)

    def _ask_about(self, link: str) -> None:
        from streamlation_desktop.gui.dialogs.invitation import InvitationBox
        from streamlation_desktop.media.invitation import read_invitation

        try:
            invitation = read_invitation(link)
        except StreamlationError as error:
            self.tell_error(error)
            return
        box = InvitationBox(invitation, self.window)
        box.agreed.connect(self.open)
        box.open()

    def watch_live(self) -> None:
        """Ask what to listen to live, and begin."""
        from streamlation_desktop.gui.dialogs.watch_live import WatchLiveDialog

        dialog = WatchLiveDialog(self.desk, parent=self.window)
        dialog.accepted.connect(lambda: self.live.watch(dialog.choice()))
        dialog.open()

    def dub(self, location: str = "") -> None:
        """Ask what to dub, and put it in the queue."""
        self.desk.when_ready(self, partial(self._ask_dub, location))

    def open_or_ask(self, location: str) -> None:
        """Open a location; ask for a file when it is empty."""
        if location:
            self.open(location)
        else:
            self.window.page("home").choose_file()

    def open_record(self, location: str, seconds: float, record_id: str) -> None:
        """Open the media of a session of the history, at a moment."""
        self.opener.open(location, seconds if seconds >= 0 else None, record_id)

    def translate_again(self) -> None:
        """Translate what is open once more, with the models and languages of now."""
        page = self.window.made("player")
        if page is not None and page.media is not None:
            request = request_for(page.media.location, self.desk.settings)
            page.attach(self.desk.sessions.start(request, page.media.title, urgent=True))

    def export(self, record_id: str, location: str) -> None:
        """Ask what to export, and write it."""
        history = self.desk.shelf.history
        self.desk.tasks.run(
            "disk",
            self,
            lambda: history.show(record_id).cue_languages,
            lambda languages: self._ask_export(record_id, location, languages),
            self.tell_error,
        )

    def show_keys(self) -> None:
        """Show which keys do what, in the window and in the player."""
        from streamlation_desktop.gui.dialogs.keys import KeysDialog

        page = self.window.made("player")
        KeysDialog(self.window, page.player.key_sheet() if page is not None else []).open()

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
        self.window.messages.tell(title, text)

    def tell_error(self, error: StreamlationError) -> None:
        """Say what went wrong, and offer what helps."""
        self._tell_message(explain(error.code, str(error)), None)

    def tell_defect(self, line: str) -> None:
        """Something went wrong that is a defect of ours."""
        self._tell_message(explain("defect", line), None)

    def _ask_dub(self, location: str) -> None:
        from streamlation_desktop.gui.dialogs.dub import DubDialog

        dialog = DubDialog(self.desk.settings, location, self.window)
        dialog.accepted.connect(lambda: self.jobs.submit(dialog.request(), self._show_job))
        dialog.open()

    def _show_job(self, job: JobRecord) -> None:
        self.window.show_page("jobs")
        self.window.page("jobs").expect(job.id)

    def _on_job_ended(self, job: JobRecord) -> None:
        from streamlation_desktop.core.jobs import JobState
        from streamlation_desktop.gui.widgets.job_words import job_title

        done = job.state is JobState.FINISHED
        self.finished.emit(self.tr("Dub finished") if done else self.tr("Dub failed"), job_title(job))

    def _tell_queued(self, count: int) -> None:
        self.tell(self.tr("%n more file(s) are in line", "", count), self.tr("The sessions page shows them."))

    def _tell_message(self, message: Message, session: SessionView | None) -> None:
        can = message.remedy is not Remedy.NONE and (message.remedy is not Remedy.RETRY or session is not None)
        text = f"{message.text}\n{message.hint}" if message.text else message.hint
        self.window.messages.tell(
            message.title, text, message.button if can else "", partial(self._remedy, message, session)
        )

    def _remedy(self, message: Message, session: SessionView | None) -> None:
        if message.remedy is Remedy.RETRY and session is not None:
            self.desk.sessions.resume(session.key)
        elif message.remedy is Remedy.OPEN:
            self.open_or_ask("")
        elif message.remedy is Remedy.DIAGNOSTICS:
            self.window.show_page("diagnostics")
        elif message.remedy in (Remedy.MODELS, Remedy.LANGUAGE):
            self.get_model_for(session.key if session else 0)

    def _tell_failure(self, message: Message, session: SessionView) -> None:
        """The end of what is watched is told in a dialog, that of other sessions in the strip."""
        from streamlation_desktop.gui.dialogs.failure import FailureDialog

        page = self.window.made("player")
        watched = page is not None and page.media is not None and page.media.session == session.key
        if not watched:
            self._tell_message(message, session)
            return
        dialog = FailureDialog(message, session.title, self.window)
        dialog.accepted.connect(lambda: self._remedy(message, session))
        dialog.open()

    def _queue(self, location: str) -> None:
        request = request_for(location, self.desk.settings)
        self.desk.sessions.start(request, Path(location).name or location)

    def keep_place(self) -> None:
        """Note where the open media is."""
        page = self.window.made("player")
        if page is not None:
            page.keep_position()

    def _show_media(self, media: OpenMedia) -> None:
        self.window.messages.hide()
        if self.window.made("player") is None:  # making the page and opening the film would hold the window up together
            self.window.page("player")
            QTimer.singleShot(TURN, self, partial(self._put_up, media))
        else:
            self._put_up(media)

    def _put_up(self, media: OpenMedia) -> None:
        self.window.show_page("player")
        self.window.page("player").show_media(media)
        self.shown.emit()

    def _show_progress(self, _key: int) -> None:
        running = self.desk.sessions.running
        self.window.sidebar.set_busy("sessions", len(running))
        fraction = self.desk.sessions.fraction
        percent = f"{100 * fraction:.0f} % – " if fraction is not None else ""
        self.window.setWindowTitle(f"{percent}Streamlation")

    def _on_ended(self, key: int) -> None:
        session = self.desk.sessions.sessions[key]
        if session.phase is Phase.FAILED and session.error is not None:
            message = explain(session.error.code, session.error.message)
            self._tell_failure(message, session)
            self.finished.emit(message.title, session.title)
        elif session.phase is Phase.DONE:
            self.finished.emit(self.tr("Translation done"), session.title)

    def _on_installed(self, _model: str) -> None:
        """Sessions that failed for want of a model go on with it."""
        for key, session in self.desk.sessions.sessions.items():
            if session.phase is Phase.FAILED and session.error and session.error.code.startswith(("engine", "model")):
                self.desk.sessions.resume(key)

    def _ask_export(self, record_id: str, location: str, languages: tuple[str, ...]) -> None:
        from streamlation_desktop.gui.dialogs.export import ExportDialog
        from streamlation_desktop.session.naming import output_stem

        if not languages:
            self.tell(self.tr("There are no captions to export yet"))
            return
        source = Path(location)
        folder = source.parent if source.is_file() else Path.home()
        dialog = ExportDialog(record_id, languages, folder, output_stem(location), self.window)  # type: ignore[arg-type]
        if dialog.exec():
            request, captions = dialog.request(), self.desk.shelf.captions
            self.desk.tasks.run("disk", self, lambda: captions.export(request), self._tell_written, self.tell_error)

    def _tell_written(self, paths: tuple[Path, ...]) -> None:
        self.tell(self.tr("%n file(s) written", "", len(paths)), "\n".join(str(path) for path in paths[:4]))

    def _before_closing(self) -> None:
        page = self.window.made("player")
        if page is not None:
            page.release()
        if "screens" in self.__dict__:
            self.screens.close()
        if "jobs" in self.__dict__:
            self.jobs.close()
        self.live.close()
