"""Shows what is played: where it is, how it is set, what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from streamlation_desktop.gui.messages import explain
from streamlation_desktop.gui.player.commands import PlayerCommands
from streamlation_desktop.gui.player.player_parts import PlayerParts
from streamlation_desktop.gui.widgets.times import clock
from streamlation_desktop.playback.states import Opened, PlayerState, Problem, Seeked, SoundChanged, StateChanged

_MISSING = 5.0
"""Seconds at the end of a film that must be missing to be missed, or a twentieth of it."""


class PlayerDisplay(PlayerParts):
    """What is seen follows the player; `PlayerWidget` adds what can be asked of it."""

    commands: PlayerCommands

    def notify(self, text: str) -> None:
        """Show a short text on the picture."""
        self._notice.show_text(text)

    @property
    def has_failed(self) -> bool:
        """True while the picture's place says why there is none."""
        return self.player.state is PlayerState.FAILED

    def refresh(self) -> None:
        """Show the player's settings on the controls."""
        self.bar.show_volume(self.player.volume, self.player.is_muted)
        if self.player.volume != self._volume:
            self._volume = self.player.volume
            self.volumeChanged.emit(self._volume)
        self.bar.show_speed(self.player.speed)
        self.bar.show_playing(self.player.state in (PlayerState.PLAYING, PlayerState.BUFFERING))
        self.bar.seek_bar.set_marks(self.commands.loop)
        self._desktop.refresh()

    def _follow_player(self) -> None:
        self._player_events.happened.connect(self._on_player)
        self._timer.timeout.connect(self._look)
        self.surface.painted.connect(self._follow)
        self.captions.changed.connect(self._follow)

    def _on_player(self, happened: object) -> None:
        match happened:
            case Opened(info):
                self.bar.seek_bar.set_duration(None if info.is_live else info.duration)
                self.bar.seek_bar.set_chapters(info.chapters)
                self._title = info.title or Path(self._location).stem
                self.surface.set_message("" if info.video else self._title)
                self._preview.set_film(self._location if info.video and Path(self._location).is_file() else None)
                self.shelf.offer_embedded(self._location, info)
                if not info.is_live and "://" not in self._location:
                    self.shelf.offer_beside(self._location)
                self._desktop.name(self._title, self._location)
                self.opened.emit(info)
            case StateChanged(state):
                self._on_state(state)
            case Seeked(position):
                self._look()
                self._desktop.tell_seeked(position)
                self.seeked.emit(position)
            case Problem(code=code, message=message, fatal=fatal):
                told = explain(code, message)
                if fatal:
                    self.surface.set_message("\n\n".join((told.title, told.text, told.hint)))
                self.errorOccurred.emit(told.title, f"{told.text}\n{told.hint}")
            case SoundChanged(has_device):
                if not has_device:
                    self.notify(QCoreApplication.translate("PlayerWidget", "The sound device is gone"))

    def _on_state(self, state: PlayerState) -> None:
        if state is PlayerState.CLOSED:
            self._timer.stop()
        else:
            self._timer.start()
        self.refresh()
        self._look()
        self.stateChanged.emit(state)
        if state is PlayerState.ENDED:
            self._tell_early_end()
            self.ended.emit()

    def _tell_early_end(self) -> None:
        """A film that was cut off still says how long it was meant to be. The length of mere sound is often a guess."""
        position, duration, info = self.player.position, self.player.duration, self.player.info
        if info is None or not info.video or duration is None or duration - position < max(_MISSING, duration / 20):
            return
        translate = QCoreApplication.translate
        text = translate("PlayerWidget", "It should be {0} long, and stops at {1}. The file may not be complete.")
        self.errorOccurred.emit(
            translate("PlayerWidget", "The film ends early"), text.format(clock(duration), clock(position))
        )

    def _look(self) -> None:
        """Show where it is."""
        position = self.player.position
        self.bar.show_live(self.player.live_window, position, is_at_live=self.player.is_at_live)
        self.bar.show_time(position, self.player.duration)
        self._follow()
        self.positionChanged.emit(position)

    def _follow(self) -> None:
        self.captions.update_to(self.player.position)
