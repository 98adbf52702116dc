"""Opens media: finds what the history has of it, and starts the work that is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.live_view import LiveView

if TYPE_CHECKING:
    from streamlation_desktop.core.errors import StreamlationError
    from streamlation_desktop.session.request import JobRequest
    from streamlation_desktop.settings.schema import Settings
    from streamlation_desktop.storage.records import SessionRecord

_EXTENSIONS = """
3gp aac ac3 aif aiff amr asf avi caf f4v flac flv m2ts m4a m4b m4v mka mkv mov mp2 mp3 mp4 mpeg mpg mts mxf oga ogg ogm
ogv opus ra rm rmvb spx ts tta vob wav weba webm wma wmv wv
"""
MEDIA = frozenset(_EXTENSIONS.split())
"""Extensions that are taken when a folder is opened; a file that is named is opened whatever it is called."""
_FOLDER_LIMIT = 1_000
END = 3.0
"""Seconds before the end that count as seen."""


@dataclass(frozen=True, slots=True)
class OpenMedia:
    """Media that is open in the player."""

    location: str
    title: str
    fingerprint: str
    record: SessionRecord | None = None
    """The session of the history whose captions are shown."""
    position: float = 0.0
    """Where to begin."""
    session: int | None = None
    """Key of the session at work on it."""
    live: LiveView | None = None
    """Of a live stream."""
    is_gone: bool = False
    """Only what was said is kept: the stream is over, or it was a microphone."""


class Opener(QObject):
    """Opens one thing at a time; the last wins."""

    opened = Signal(object)
    """An `OpenMedia`."""
    asking = Signal(str)
    """An address is asked what it is, which may take some seconds."""
    live_found = Signal(str, str)
    """An address that turned out to be a live stream; the session of the history that is meant to go on, or nothing."""
    read = Signal(object)
    """An `OpenMedia`: what is open, in the languages of now."""
    queued = Signal(int)
    """How many files of a folder were put in line."""
    failed = Signal(object)
    """A `StreamlationError`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._turn = 0
        self._others: list[str] = []
        self.asked = ""
        """Location that was asked for last."""

    def open(self, location: str, at: float | None = None, record_id: str = "") -> None:
        """Open a file, folder or address; jump to `at`, show the session `record_id`, where given."""
        self._turn += 1
        turn, self.asked = self._turn, location
        self._desk.when_ready(self, lambda: self._look(location, at, record_id, turn))

    def read_anew(self, media: OpenMedia) -> None:
        """Other languages are wanted: show what the history has of this file in them, or have it made."""
        self._turn += 1
        turn, desk = self._turn, self._desk
        targets = desk.settings.translation.targets

        def found(known: OpenMedia) -> None:
            if turn == self._turn:
                self._stop_others(known.location, targets)
                self.read.emit(replace(known, session=self._session_of(known)))

        desk.tasks.run("disk", self, lambda: _known(desk, media.location, targets, None, ""), found, self.failed.emit)

    def _stop_others(self, location: str, targets: tuple[LanguageCode, ...]) -> None:
        """Work on the languages of before would hold up that on those of now; what is done is kept."""
        for one in self._desk.sessions.running:
            if one.job.location == location and one.job.targets != targets:
                self._desk.sessions.cancel(one.key)

    def _look(self, location: str, at: float | None, record_id: str, turn: int) -> None:
        from streamlation_desktop.media.names import is_capture

        if is_capture(location):
            self._show_kept(record_id, turn)
        elif _may_be_live(location):
            self._ask_source(location, at, record_id, turn)
        else:
            self._find(location, at, record_id, turn)

    def _ask_source(self, location: str, at: float | None, record_id: str, turn: int) -> None:
        """Whether an address is a live stream is known when it is open. What was said there can be read in any case."""
        from streamlation_desktop.media.names import plain_address

        def found(is_live: bool) -> None:
            if turn != self._turn:
                return
            if is_live:
                self.live_found.emit(location, record_id)
            else:
                self._find(location, at, record_id, turn)

        def gone(error: StreamlationError) -> None:
            self._show_kept(record_id, turn)
            self.failed.emit(error)

        self.asking.emit(plain_address(location))
        self._desk.tasks.run("network", self, lambda: _is_live(location), found, gone)

    def _show_kept(self, record_id: str, turn: int) -> None:
        """The transcript alone."""
        history = self._desk.shelf.history

        def work() -> OpenMedia:
            record = history.find(record_id)
            return OpenMedia(record.location, record.title, record.fingerprint, record, is_gone=True)

        def found(media: OpenMedia) -> None:
            if turn == self._turn:
                self.opened.emit(media)

        if record_id:
            self._desk.tasks.run("disk", self, work, found)

    def _find(self, location: str, at: float | None, record_id: str, turn: int) -> None:
        desk = self._desk
        targets = desk.settings.translation.targets

        def work() -> tuple[OpenMedia, list[str]]:
            files = _files_of(location)
            return _known(desk, files[0], targets, at, record_id), files[1:]

        def found(result: tuple[OpenMedia, list[str]]) -> None:
            if turn == self._turn:
                self._begin(*result)

        desk.tasks.run("disk", self, work, found, self.failed.emit)

    def _begin(self, media: OpenMedia, others: list[str]) -> None:
        self._others = others
        self.opened.emit(replace(media, session=self._running(media)))

    def work_on(self, media: OpenMedia) -> int | None:
        """What was opened is on screen, and nothing delays that now: the session at work on it, if one is wanted.

        The other files of a folder come after it.
        """
        desk, others, self._others = self._desk, self._others, []
        session = self._session_of(media)
        for other in others:
            desk.sessions.start(request_for(other, desk.settings), Path(other).name)
        if others:
            self.queued.emit(len(others))
        return session

    def _running(self, media: OpenMedia) -> int | None:
        sessions, targets = self._desk.sessions.running, self._desk.settings.translation.targets
        fitting = (one for one in sessions if one.job.location == media.location and one.job.targets == targets)
        return next((one.key for one in fitting), None)

    def _session_of(self, media: OpenMedia) -> int | None:
        """The one at work on it, which begins where one is wanted."""
        from streamlation_desktop.core.events import SessionState

        desk, running = self._desk, self._running(media)
        finished = media.record is not None and media.record.state is SessionState.FINISHED
        if running is None and not finished and desk.settings.interface.translate_on_open:
            running = desk.sessions.start(request_for(media.location, desk.settings), media.title, urgent=True)
        return running


def _may_be_live(location: str) -> bool:
    from streamlation_desktop.media.names import is_url

    return is_url(location) and not location.lower().startswith("file:")


def _is_live(location: str) -> bool:
    from streamlation_desktop.core.cancel import CancelToken
    from streamlation_desktop.media.options import SourceOptions
    from streamlation_desktop.media.source import open_source

    source = open_source(location, CancelToken(), SourceOptions())
    try:
        return source.info.is_live
    finally:
        source.close()


def request_for(location: str, settings: Settings, targets: tuple[LanguageCode, ...] | None = None) -> JobRequest:
    """The request that the settings make of a location; captions go to the history, not to files."""
    from streamlation_desktop.session.request import JobRequest, OutputRequest

    hearing, translation = settings.recognition, settings.translation
    return JobRequest(
        location=location,
        sources=hearing.languages,
        targets=translation.targets if targets is None else targets,
        recognizer=hearing.model,
        translator=translation.model,
        device=settings.compute.device,
        compute_type=settings.compute.compute_type,
        beam_size=hearing.beam_size,
        preset=translation.preset,
        vad=hearing.vad,
        vocabulary=hearing.vocabulary,
        glossary=translation.glossary,
        output=OutputRequest(formats=()),
    )


def _files_of(location: str) -> list[str]:
    from streamlation_desktop.core.errors import SourceNotFound
    from streamlation_desktop.media.names import is_url

    folder = Path(location)
    if is_url(location) or not folder.is_dir():
        return [location]
    files = sorted(path for path in folder.rglob("*") if path.suffix[1:].lower() in MEDIA and path.is_file())
    if not files:
        raise SourceNotFound(f"no audio or video in {folder}", hint="Choose another folder.")
    return [str(path) for path in files[:_FOLDER_LIMIT]]


def _known(desk: Desk, location: str, targets: tuple[LanguageCode, ...], at: float | None, record_id: str) -> OpenMedia:
    """What the history has of it, whatever it is called now."""
    from streamlation_desktop.storage.identity import source_of
    from streamlation_desktop.storage.records import HistoryFilter

    shown, fingerprint = source_of(location)
    records = desk.shelf.history.list(HistoryFilter(fingerprint=fingerprint))
    fitting = [record for record in records if record.id == record_id or (not record_id and record.targets == targets)]
    record = fitting[0] if fitting else None
    title = record.title if record and record.title else Path(shown).name or shown
    position = _left_at(desk, fingerprint, record) if at is None else at
    return OpenMedia(location, title, fingerprint, record, position)


def _left_at(desk: Desk, fingerprint: str, record: SessionRecord | None) -> float:
    """Where it was left, unless that was at its very end, or nobody wants to know."""
    if not desk.settings.player.remember_position:
        return 0.0
    position, length = desk.shelf.library.position(fingerprint), record.duration if record else None
    return 0.0 if length is not None and position > length - END else position
