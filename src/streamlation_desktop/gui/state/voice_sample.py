"""Says a few words in a voice, so that one can be chosen by ear."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Sentence, TimeSpan, Translation
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.playback.player import Player

if TYPE_CHECKING:
    from streamlation_desktop.media.av_streams.pictures import Picture
    from streamlation_desktop.storage.voice_map import MappedVoice

_PROJECT = "heard to choose a voice"
"""In the map of voices, of which it has one entry for each language."""
_ROOM = 12.0
"""Seconds: enough that nothing is said faster."""


class _Nowhere:
    """A `VideoSink`: a voice has no pictures."""

    def viewport(self) -> tuple[int, int]:
        return (0, 0)

    def present(self, picture: Picture) -> None:
        del picture


class VoiceSample(QObject):
    """Spoken in the engine process, and played here."""

    said = Signal(Path)
    """The sound that is being played."""
    failed = Signal(object)
    """A `StreamlationError`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._player: Player | None = None
        self._folder: Path | None = None

    def say(self, text: str, language: LanguageCode, voice: MappedVoice | None) -> None:
        """Let `voice` say `text`; None is the one that is found by itself."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="streamlation-voice-"))
        folder = self._folder
        self._desk.tasks.run(
            "engine", self, lambda: _spoken(self._desk, folder, text, language, voice), self._play, self.failed.emit
        )

    def close(self) -> None:
        """Be silent, and leave nothing behind."""
        if self._player is not None:
            self._player.close()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _play(self, sound: Path) -> None:
        if self._player is None:
            self._player = Player(_Nowhere(), lambda _: None)
        self._player.open(str(sound))
        self.said.emit(sound)


def _spoken(desk: Desk, folder: Path, text: str, language: LanguageCode, voice: MappedVoice | None) -> Path:
    from streamlation_desktop.core.errors import InferenceFailed
    from streamlation_desktop.session.remote import RemoteRunner
    from streamlation_desktop.session.speak_request import SpeakRequest
    from streamlation_desktop.storage.voice_map import VoiceMap

    runner, chosen = desk.sessions.runner(), VoiceMap(desk.shelf.services.database)
    assert isinstance(runner, RemoteRunner)
    if voice is None:
        chosen.forget(_PROJECT, "", language)
    else:
        chosen.choose(_PROJECT, "", language, voice)
    sentence = Sentence(0, TimeSpan(0.0, _ROOM), language, text)
    line = Translation(sentence, language, text, Origin("window", ""))
    clips = runner.speak(SpeakRequest((line,), language, _PROJECT, folder))
    if not clips:
        raise InferenceFailed("the voice said nothing", hint="Choose another voice.")
    return clips[0].path
