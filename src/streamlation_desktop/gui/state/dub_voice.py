"""Speaks the translation over what is played: a few lines ahead of the player, in the engine process."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Samples, Sentence, SpeechClip, TimeSpan, Translation
from streamlation_desktop.core.wav import read_wav
from streamlation_desktop.gui.item_models.transcript import TranscriptModel
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.playback.mixer import DubMixer
from streamlation_desktop.playback.player import Player

if TYPE_CHECKING:
    from streamlation_desktop.session.remote import RemoteRunner
    from streamlation_desktop.session.speak_request import SpeakRequest
    from streamlation_desktop.storage.lines import TranscriptLine

_RATE = 48_000
"""Hz, of the player."""
_AHEAD = 90.0
"""Seconds of media before their time that lines are spoken."""
_AT_ONCE = 3
_LATE = 1.0
"""Seconds by which a line may have begun and is still worth saying."""
_KEPT = 600.0
"""Seconds of a live stream that can be heard again with the voice."""
_SHOWN = Origin("window", "")


@dataclass(frozen=True, slots=True)
class _Sound:
    clip: SpeechClip
    samples: Samples
    rate: int


class DubVoice(QObject):
    """Off until it is switched on; then it follows the player wherever it goes."""

    failed = Signal(object)
    """A `StreamlationError`: it is off again."""

    def __init__(self, desk: Desk, model: TranscriptModel, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._player = player
        self.mixer = DubMixer(_RATE)
        self.is_on = False
        self._folder: Path | None = None
        self._texts: dict[int, str] = {}
        """What was said, or is about to be, by line."""
        self._spans: dict[int, TimeSpan] = {}
        self.project = ""
        """Whose voices speak."""
        self._is_asking = False
        self._turn = 0

    def switch(self, *, on: bool) -> None:
        """Hear the translation, or the original alone."""
        if on and not self.is_on:
            self._player.set_mixer(self.mixer)
        self.is_on = self.mixer.enabled = on
        self.follow(self._player.position)

    def begin(self, location: str) -> None:
        """Other media: each speaker has the voice that the dub of this file gave them (`streamlation jobs voice`)."""
        from streamlation_desktop.session.speak_request import project_of

        self.project = project_of(location)
        self._forget()

    def say_anew(self) -> None:
        """Other voices were chosen."""
        self._forget()
        self.follow(self._player.position)

    def follow(self, position: float) -> None:
        """Say what comes next, unless something is being said already."""
        target = self._model.target
        self.mixer.forget_before(position - _KEPT)
        if not self.is_on or self._is_asking or target is None or not self._desk.is_ready:
            return
        first, last = self._model.row_at(position - _LATE), self._model.row_at(position + _AHEAD)
        near = self._model.lines[max(first, 0) : last + 1]
        lines = [line for line in near if self._is_due(line, target, position)][:_AT_ONCE]
        if lines:
            self._ask(lines, target)

    def close(self) -> None:
        """Remove the sound files."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _forget(self) -> None:
        self._turn += 1
        self._is_asking = False
        self._texts, self._spans = {}, {}
        self.mixer.clear()

    def _is_due(self, line: TranscriptLine, target: LanguageCode, position: float) -> bool:
        text = line.translations.get(target, "")
        is_final = line.id >= 0
        return is_final and line.span.start >= position - _LATE and bool(text) and self._texts.get(line.id) != text

    def _ask(self, lines: list[TranscriptLine], target: LanguageCode) -> None:
        from streamlation_desktop.session.remote import RemoteRunner
        from streamlation_desktop.session.speak_request import SpeakRequest

        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="streamlation-dub-"))
        for line in lines:
            self._texts[line.id] = line.translations[target]
        before = [span for span in self._spans.values() if span.start < lines[0].span.start]
        request = SpeakRequest(
            tuple(_translation(line, target) for line in lines),
            target,
            self.project,
            self._folder,
            max(before, default=None, key=lambda span: span.start),
        )
        turn, self._is_asking = self._turn, True
        sessions = self._desk.sessions

        def work() -> list[_Sound]:
            runner = sessions.runner()
            assert isinstance(runner, RemoteRunner)
            return _sounds(runner, request)

        self._desk.tasks.run(
            "engine", self, work, lambda sounds: self._add(sounds, turn), lambda error: self._give_up(error, turn)
        )

    def _add(self, sounds: list[_Sound], turn: int) -> None:
        if turn != self._turn:
            return
        self._is_asking = False
        for sound in sounds:
            if sound.clip.line in self._spans:  # its text was corrected
                self.mixer.remove(self._spans[sound.clip.line].start)
            self._spans[sound.clip.line] = sound.clip.span
            self.mixer.add(sound.clip.span.start, sound.samples, sound.rate)
        self.follow(self._player.position)

    def _give_up(self, error: StreamlationError, turn: int) -> None:
        if turn == self._turn:
            self._is_asking = False
            self.switch(on=False)
            self._texts = {}
            self.failed.emit(error)


def _translation(line: TranscriptLine, target: LanguageCode) -> Translation:
    said = Sentence(line.id, line.span, line.language, line.text, speaker=line.speaker)
    return Translation(said, target, line.translations[target], _SHOWN)


def _sounds(runner: RemoteRunner, request: SpeakRequest) -> list[_Sound]:
    return [_Sound(clip, *read_wav(clip.path)) for clip in runner.speak(request)]
