"""Somebody wants to hear the translation: real voice, real engine process."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.voice import VoiceDialog
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap
from tests.gui.conftest import PATIENCE, MakeWindow


@pytest.mark.slow
def test_the_translation_is_spoken_over_the_ducked_original(
    history: Path, make_window: MakeWindow, clip: Path, qtbot: QtBot
) -> None:
    window = make_window()
    window.desk.change_settings("translation", {"targets": ("es",)})
    window.conductor.open(str(clip))
    qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
    page = window.window.page("player")
    qtbot.waitUntil(lambda: page.model.rowCount() >= 3, timeout=PATIENCE)
    page.player.player.pause()
    page.player.seek(0.0)

    qtbot.mouseClick(page.dub, Qt.MouseButton.LeftButton, pos=QPoint(8, page.dub.height() // 2))
    mixer = page.voice.mixer
    qtbot.waitUntil(lambda: len(mixer.clips) >= len(page.model.lines), timeout=PATIENCE)

    first = mixer.clips[0].span
    assert first.start == pytest.approx(page.model.lines[0].span.start, abs=0.4)
    silence = np.zeros((4_800, 2), np.float32)
    mixer(silence, first.start - 1.0)  # the switch takes a moment
    assert np.abs(mixer(silence, (first.start + first.end) / 2)).max() > 0.01
    loud = np.full((4_800, 2), 0.5, np.float32)
    ducked = mixer(loud, (first.start + first.end) / 2) - mixer(silence, (first.start + first.end) / 2)
    assert np.abs(ducked).max() < 0.2

    before = [len(clip.samples) for clip in mixer.clips]
    voices = next(each for each in page.dub.menu().actions() if each.text() == "Voices of the speakers…")
    voices.trigger()
    dialog = page.findChild(VoiceDialog)
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    qtbot.waitUntil(ok.isEnabled, timeout=PATIENCE)
    assert dialog.voices.currentText() == "Found by itself"
    dialog.voices.setCurrentIndex(dialog.voices.findData("espeak-ng/es-419"))
    qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: len(mixer.clips) == len(before) and [len(clip.samples) for clip in mixer.clips] != before,
        timeout=PATIENCE,
    )
    kept = VoiceMap(window.desk.shelf.services.database).chosen(page.voice.project, LanguageCode("es"))
    assert kept == {"": MappedVoice("espeak-ng", "es-419")}, "for the next time, and for dubs of the file"

    page.dub.setChecked(False)
    mixer(loud, first.start - 1.0)
    assert np.allclose(mixer(loud, (first.start + first.end) / 2), loud)
