"""Fills the transcript and the player's captions: from the history at once, from the session as it works."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.events import (
    CaptionsForeseen,
    CueCommitted,
    Envelope,
    SessionRecorded,
    Translated,
    Warned,
)
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue
from streamlation_desktop.gui.error_details import lacks_translator
from streamlation_desktop.gui.item_models.transcript import TranscriptModel
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.foreseen_lines import ForeseenLines
from streamlation_desktop.gui.state.opening import OpenMedia
from streamlation_desktop.gui.state.phase import Phase
from streamlation_desktop.storage.lines import TranscriptLine

T = TypeVar("T")


class TranscriptFeed(QObject):
    """Of the media that is open."""

    recorded = Signal(str)
    """Id in the history of what is shown: it can be corrected and exported from now on."""
    cues_read = Signal(str, list)
    """Language, and all its cues so far."""
    cue_made = Signal(object)
    """One more `Cue`."""
    foreseen = Signal(tuple)
    """Cues of a place to which the user jumped, until the final ones are there; none: they are."""

    target_changed = Signal(object)
    """Language that it is read in from now on; None: nothing translates it, what is said is shown alone."""

    def __init__(self, desk: Desk, model: TranscriptModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._session: int | None = None
        self._turn = 0
        self._missed: LanguageCode | None = None
        self._foreseen = ForeseenLines()
        self.record_id = ""
        desk.sessions.happened.connect(self._take)
        desk.sessions.ended.connect(self._on_ended)

    def begin(self, media: OpenMedia) -> None:
        """Show another media."""
        self._turn += 1
        self._session = media.session
        self.record_id = ""
        self._missed = None
        target = self._target(media)
        self._foreseen.clear()
        self._model.names = {}
        self._model.reset((), target)
        if media.record is not None:
            self._read(media.record.id)

    def attach(self, session: int) -> None:
        """Work on the media that is shown has begun."""
        self._session = session

    def refresh_cues(self, language: str) -> None:
        """A text in `language` was corrected."""
        if self.record_id:
            self._read_cues(self.record_id, LanguageCode(language))

    def name_speaker(self, label: str, name: str) -> None:
        """Show and keep a speaker's name."""
        record, lines = self.record_id, self._desk.shelf.lines
        self._model.names = {**self._model.names, label: name}
        self._model.repaint()
        if record:
            self._desk.tasks.run("disk", self, lambda: lines.name_speaker(record, label, name))

    def _target(self, media: OpenMedia) -> LanguageCode | None:
        targets = media.record.targets if media.record else self._desk.settings.translation.targets
        return targets[0] if targets else None

    def _take(self, key: int, envelopes: list[Envelope]) -> None:
        if key != self._session:
            return
        lines: list[TranscriptLine] = []
        for envelope in envelopes:
            match envelope.event:
                case SessionRecorded(record_id):
                    self._try_again()
                    self._read(record_id)
                case Translated(translation):
                    lines.append(TranscriptLine.of_translation(translation))
                case Warned(message) if lacks_translator(message):
                    self._give_up_target()
                case CaptionsForeseen(cues):
                    self.foreseen.emit(cues)
                    self._foresee(cues)
                case CueCommitted(cue):
                    self.cue_made.emit(cue)
                    if self._model.target is None:
                        lines.append(TranscriptLine.of_cue(cue))
        self._model.add(lines)

    def _on_ended(self, key: int) -> None:
        if key == self._session and self._desk.sessions.sessions[key].phase is Phase.DONE:
            self.foreseen.emit(())
            self._foresee(())

    def _foresee(self, cues: tuple[Cue, ...]) -> None:
        """Lines of a place to which the user jumped; none: the final ones are there."""
        if cues:
            self._foreseen.add(cues)
        else:
            self._foreseen.clear()
        self._model.foresee(self._foreseen.lines(self._model.target))

    def _read(self, record_id: str) -> None:
        """Take in what the history has; what the session adds meanwhile is kept."""
        self.record_id = record_id
        shelf = self._desk.shelf
        self.recorded.emit(record_id)
        self._run(lambda: (shelf.lines.read(record_id), shelf.lines.speakers(record_id)), self._add)
        self._run(lambda: shelf.history.show(record_id).cue_languages, lambda codes: self._read_all(record_id, codes))

    def _add(self, found: tuple[tuple[TranscriptLine, ...], dict[str, str]]) -> None:
        lines, self._model.names = found
        if self._model.lines:
            self._model.add(lines)
        else:
            self._model.reset(lines, self._model.target)

    def _give_up_target(self) -> None:
        if self._model.target is not None:
            self._missed = self._model.target
            self._model.reset(self._model.lines, None)
            self.target_changed.emit(None)

    def _try_again(self) -> None:
        """The session goes on, perhaps with a model that it lacked."""
        if self._missed is not None:
            target, self._missed = self._missed, None
            self._model.reset((), target)
            self.target_changed.emit(target)

    def _read_all(self, record_id: str, languages: tuple[LanguageCode, ...]) -> None:
        for language in languages:
            self._read_cues(record_id, language)

    def _read_cues(self, record_id: str, language: LanguageCode) -> None:
        captions = self._desk.shelf.captions
        self._run(lambda: captions.cues(record_id, language), lambda cues: self._deliver(language, cues))

    def _deliver(self, language: LanguageCode, cues: tuple[Cue, ...]) -> None:
        self.cues_read.emit(str(language), list(cues))

    def _run(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        """In the background, unless other media was opened meanwhile."""
        turn = self._turn
        self._desk.tasks.run("disk", self, work, lambda result: done(result) if turn == self._turn else None)
