"""Asks which voices speak in what is being played, and lets them speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from streamlation_desktop.gui.dialogs.voice import EVERYBODY, Cast, VoiceDialog
from streamlation_desktop.gui.item_models.transcript import TranscriptModel
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.dub_voice import DubVoice
from streamlation_desktop.storage.voice_map import VoiceMap

if TYPE_CHECKING:
    from streamlation_desktop.core.language import LanguageCode


def ask_for_voices(desk: Desk, model: TranscriptModel, voice: DubVoice, parent: QWidget) -> None:
    """Remembered for what is played; dubs of the same file have these voices, too."""
    language = model.target
    if language is None or not desk.is_ready:
        return
    dialog = VoiceDialog(desk, _cast(model, voice.project, language), parent)

    def keep() -> None:
        known, project = VoiceMap(desk.shelf.services.database), voice.project
        for speaker, chosen in dialog.choices.items():
            if chosen is None:
                known.forget(project, speaker, language)
            else:
                known.choose(project, speaker, language, chosen)

    dialog.accepted.connect(lambda: desk.tasks.run("disk", voice, keep, lambda _: voice.say_anew(), voice.failed.emit))
    dialog.open()


def _cast(model: TranscriptModel, project: str, language: LanguageCode) -> Cast:
    names: dict[str, str] = {}
    samples: dict[str, str] = {}
    for line in model.lines:
        text = line.translations.get(language, "")
        if line.speaker:
            names.setdefault(line.speaker, model.names.get(line.speaker, line.speaker))
        for speaker in (line.speaker, EVERYBODY):
            if text:
                samples.setdefault(speaker, text)
    return Cast(language, project, names, samples)
