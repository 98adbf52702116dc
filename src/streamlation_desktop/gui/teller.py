"""Says what happened: in the strip at the top what can be mended, in a dialog the end of what is watched."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.errors import LanguageNotSupported, StreamlationError
from streamlation_desktop.core.language import LanguageCode, language_name
from streamlation_desktop.gui.error_details import lacks_translator
from streamlation_desktop.gui.main_window import MainWindow
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.phase import Phase

if TYPE_CHECKING:
    from streamlation_desktop.core.events import Envelope
    from streamlation_desktop.gui.dialogs.failure import FailureDialog
    from streamlation_desktop.gui.messages import Message
    from streamlation_desktop.gui.state.session_view import SessionView
    from streamlation_desktop.storage.job_records import JobRecord


class Teller(QObject):
    """Messages, and what their buttons do."""

    finished = Signal(str, str)
    """Title and text of something that ended while nobody looked."""
    open_wanted = Signal()
    """Something else is to be opened."""
    model_wanted = Signal(int)
    """Key of a session that lacks a model; 0 where there is no session."""

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self._dialog: FailureDialog | None = None
        self._unreadable: set[LanguageCode] = set()
        desk.broken.connect(self.tell_error)
        desk.warned.connect(self.tell)
        desk.tasks.crashed.connect(self.tell_defect)
        desk.sessions.ended.connect(self._on_ended)
        desk.sessions.happened.connect(self._on_happened)

    def clear(self) -> None:
        """Something else is watched: what was told is over."""
        self._window.messages.hide()
        if self._dialog is not None:
            self._dialog.close()

    def tell(self, title: str, text: str = "") -> None:
        """Say something without a way on."""
        self._window.messages.tell(title, text)

    def tell_error(self, error: StreamlationError) -> None:
        """Say what went wrong, and offer what helps."""
        self._tell_message(_explained(error.code, str(error)), None)

    def tell_unreadable(self, languages: Iterable[LanguageCode]) -> None:
        """Captions in these languages will be shown; of one that has no font here it is said once."""
        from streamlation_desktop.gui.letters import has_letters

        for language in languages:
            if language not in self._unreadable and not has_letters(language):
                self._unreadable.add(language)
                title = self.tr("No font on this system has the letters of {0}").format(language_name(language))
                hint = self.tr("Its captions could not be read. Install one that has them, for example Noto Sans.")
                self.tell(title, hint)

    def tell_defect(self, line: str) -> None:
        """Something went wrong that is a defect of ours."""
        self._tell_message(_explained("defect", line), None)

    def tell_job(self, job: JobRecord) -> None:
        """A dub has ended."""
        from streamlation_desktop.core.jobs import JobState
        from streamlation_desktop.gui.widgets.job_words import job_title

        done = job.state is JobState.FINISHED
        self.finished.emit(self.tr("Dub finished") if done else self.tr("Dub failed"), job_title(job))

    def _tell_message(self, message: Message, session: SessionView | None) -> None:
        from streamlation_desktop.gui.messages import Remedy

        can = message.remedy is not Remedy.NONE and (message.remedy is not Remedy.RETRY or session is not None)
        text = f"{message.text}\n{message.hint}" if message.text else message.hint
        self._window.messages.tell(
            message.title, text, message.button if can else "", partial(self._remedy, message, session)
        )

    def _remedy(self, message: Message, session: SessionView | None) -> None:
        from streamlation_desktop.gui.messages import Remedy

        if message.remedy is Remedy.RETRY and session is not None:
            self._desk.sessions.resume(session.key)
        elif message.remedy is Remedy.OPEN:
            self.open_wanted.emit()
        elif message.remedy is Remedy.DIAGNOSTICS:
            self._window.show_page("diagnostics")
        elif message.remedy in (Remedy.MODELS, Remedy.LANGUAGE):
            self.model_wanted.emit(session.key if session else 0)

    def _on_happened(self, key: int, envelopes: list[Envelope]) -> None:
        """Without a translator the session goes on, for what is said is worth something, too."""
        from streamlation_desktop.core.events import Warned

        for envelope in envelopes:
            match envelope.event:
                case Warned(message) if lacks_translator(message):
                    self._tell_message(
                        _explained(LanguageNotSupported.code, message), self._desk.sessions.sessions[key]
                    )

    def _on_ended(self, key: int) -> None:
        session = self._desk.sessions.sessions[key]
        if session.phase is Phase.FAILED and session.error is not None:
            message = _explained(session.error.code, session.error.message)
            self._tell_failure(message, session)
            self.finished.emit(message.title, session.title)
        elif session.phase is Phase.DONE:
            self.finished.emit(self.tr("Translation done"), session.title)

    def _tell_failure(self, message: Message, session: SessionView) -> None:
        """The end of what is watched is told in a dialog, that of other sessions in the strip.

        What cannot be played either says so in place of the picture: the strip has the way on. So it has where it
        said the same while the work went on; and nothing stands before a film that is silent.
        """
        from streamlation_desktop.gui.dialogs.failure import FailureDialog

        page = self._window.made("player")
        watched = page is not None and page.media is not None and page.media.session == session.key
        is_silent = session.error is not None and session.error.code == "source.no-audio"
        strip = self._window.messages
        is_told = strip.isVisible() and strip.title.text() == message.title
        if not watched or page.player.has_failed or is_silent or is_told:
            self._tell_message(message, session)
            return
        dialog = self._dialog = FailureDialog(message, session.title, self._window)
        dialog.accepted.connect(lambda: self._remedy(message, session))
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None


def _explained(code: str, text: str) -> Message:
    """The table of errors comes with the first of them."""
    from streamlation_desktop.gui.messages import explain

    return explain(code, text)
