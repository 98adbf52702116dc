"""Joins the button of the spoken translation with what speaks it."""

from __future__ import annotations

from streamlation_desktop.gui.player.widget import PlayerWidget
from streamlation_desktop.gui.state.dub_voice import DubVoice
from streamlation_desktop.gui.widgets.dub_button import DubButton


def connect_voice(button: DubButton, voice: DubVoice, player: PlayerWidget) -> None:
    """The button switches and sets the voice, the voice follows the player, and one that fails shows as off."""
    mixer = voice.mixer
    button.switched.connect(lambda on: voice.switch(on=on))
    button.original_changed.connect(lambda volume: setattr(mixer, "original_volume", volume))
    button.voice_changed.connect(lambda volume: setattr(mixer, "dub_volume", volume))
    button.offset_changed.connect(lambda seconds: setattr(mixer, "offset", seconds))
    player.positionChanged.connect(voice.follow)
    voice.failed.connect(lambda _: button.show_off())
