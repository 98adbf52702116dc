"""Carries out the player's actions by name, wherever they come from: key, button or menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from streamlation_desktop.gui.player.captions_control import CaptionsControl
from streamlation_desktop.gui.player.chapters import Chapters, chapter_at, chapter_beside, chapter_name
from streamlation_desktop.gui.player.track_label import track_label
from streamlation_desktop.gui.widgets.times import clock, figures
from streamlation_desktop.playback.player import Player
from streamlation_desktop.playback.player_sound import MAX_SPEED, MIN_SPEED

SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_VOLUME_STEP = 0.05
_DELAY_STEP = 0.1
_NEAR, _LITTLE, _FAR = 5.0, 1.0, 60.0


class PlayerHost(Protocol):
    """What the widget does itself."""

    def notify(self, text: str) -> None:
        """Show a short message on the picture."""

    def seek(self, seconds: float) -> None:
        """Go there exactly."""

    def refresh(self) -> None:
        """Show the player's settings on the controls."""


class PlayerCommands:
    """The actions that need no window."""

    def __init__(self, player: Player, captions: CaptionsControl, host: PlayerHost) -> None:
        self._player = player
        self._captions = captions
        self._host = host
        self._loop_start: float | None = None
        self._loop: tuple[float, float] | None = None
        self._table: dict[str, Callable[[], None]] = {
            "toggle": player.toggle,
            "pause": player.pause,
            "back": lambda: self._jump(-_NEAR),
            "forward": lambda: self._jump(_NEAR),
            "back_little": lambda: self._jump(-_LITTLE),
            "forward_little": lambda: self._jump(_LITTLE),
            "back_far": lambda: self._jump(-_FAR),
            "forward_far": lambda: self._jump(_FAR),
            "start": lambda: host.seek(0.0),
            "end": self._to_end,
            "step": lambda: player.step(1),
            "step_back": lambda: player.step(-1),
            "chapter_next": lambda: self._to_chapter(1),
            "chapter_back": lambda: self._to_chapter(-1),
            "caption_back": lambda: self._to_caption(-1),
            "caption_next": lambda: self._to_caption(1),
            "slower": lambda: self._change_speed(-1),
            "faster": lambda: self._change_speed(1),
            "normal_speed": lambda: self.set_speed(1.0),
            "loop": self._mark_loop,
            "quieter": lambda: self._change_volume(-_VOLUME_STEP),
            "louder": lambda: self._change_volume(_VOLUME_STEP),
            "mute": self._toggle_mute,
            "next_audio": self._next_audio,
            "captions": captions.toggle,
            "next_captions": captions.choose_next,
            "bilingual": captions.toggle_bilingual,
            "caption_earlier": lambda: captions.shift(-_DELAY_STEP),
            "caption_later": lambda: captions.shift(_DELAY_STEP),
            "smaller": lambda: captions.scale(1 / 1.1),
            "larger": lambda: captions.scale(1.1),
        }

    @property
    def loop(self) -> tuple[float, ...]:
        """The ends of the loop that are set."""
        return self._loop or ((self._loop_start,) if self._loop_start is not None else ())

    def run(self, name: str) -> bool:
        """Do the action; False when it is not one of these."""
        action = self._table.get(name)
        if action is not None:
            action()
            self._host.refresh()
        return action is not None

    def reset(self) -> None:
        """Other media."""
        self._loop_start = self._loop = None
        self.audio_track = None

    audio_track: int | None = None
    """The track chosen; None for the one that plays by itself."""

    @property
    def current_audio(self) -> int:
        """Ordinal of the track that is heard."""
        if self.audio_track is not None:
            return self.audio_track
        tracks = self._player.info.audio if self._player.info else ()
        return next((track.index for track in tracks if track.is_default), 0)

    @property
    def chapters(self) -> Chapters:
        """Of what is played; empty where it has none."""
        return self._player.info.chapters if self._player.info else ()

    @property
    def current_chapter(self) -> int:
        """Ordinal of the one that plays; -1 before the first."""
        return chapter_at(self.chapters, self._player.position)

    def go_to_chapter(self, ordinal: int) -> None:
        """To its start, and say which one it is."""
        self._host.seek(self.chapters[ordinal].start)
        self._host.notify(chapter_name(self.chapters, ordinal))

    def set_speed(self, speed: float) -> None:
        """Pitch kept."""
        self._player.set_speed(min(max(speed, MIN_SPEED), MAX_SPEED))
        self._host.notify(figures(f"{self._player.speed:g}×"))
        self._host.refresh()

    def set_volume(self, volume: float) -> None:
        """Linear."""
        self._player.set_volume(volume)
        self._host.refresh()

    def choose_audio(self, track: int) -> None:
        """By ordinal."""
        self.audio_track = track
        self._player.set_audio_track(track)
        self._host.refresh()

    def _jump(self, seconds: float) -> None:
        self._host.seek(self._player.position + seconds)

    def _to_end(self) -> None:
        if self._player.live_window is not None:
            self._player.go_live()
        elif self._player.duration:
            self._host.seek(self._player.duration)

    def _to_chapter(self, step: int) -> None:
        if not self.chapters:
            self._host.notify(QCoreApplication.translate("PlayerCommands", "It has no chapters"))
            return
        ordinal = chapter_beside(self.chapters, self._player.position, step)
        if ordinal is not None:
            self.go_to_chapter(ordinal)

    def _to_caption(self, step: int) -> None:
        start = self._captions.neighbour(self._player.position, step)
        if start is not None:
            self._host.seek(start)

    def _change_speed(self, step: int) -> None:
        faster = [speed for speed in SPEEDS if (speed > self._player.speed if step > 0 else speed < self._player.speed)]
        if faster:
            self.set_speed(faster[0] if step > 0 else faster[-1])

    def _change_volume(self, step: float) -> None:
        self._player.set_volume(round(self._player.volume + step, 2))
        self._host.notify(figures(f"{round(self._player.volume * 100)} %"))

    def _toggle_mute(self) -> None:
        self._player.set_muted(not self._player.is_muted)
        translate = QCoreApplication.translate
        muted, heard = translate("PlayerCommands", "Sound off"), translate("PlayerCommands", "Sound on")
        self._host.notify(muted if self._player.is_muted else heard)

    def _next_audio(self) -> None:
        tracks = self._player.info.audio if self._player.info else ()
        if len(tracks) > 1:
            track = tracks[(self.current_audio + 1) % len(tracks)]
            self.choose_audio(track.index)
            self._host.notify(track_label(track))

    def _mark_loop(self) -> None:
        """First press: the start; second: the end; third: no loop."""
        if self._loop is not None:
            self._loop = None
            text = QCoreApplication.translate("PlayerCommands", "Loop off")
        elif self._loop_start is None:
            self._loop_start = self._player.position
            text = QCoreApplication.translate("PlayerCommands", "Loop from {0}").format(clock(self._loop_start))
        else:
            self._loop = (self._loop_start, max(self._player.position, self._loop_start + 0.2))
            self._loop_start = None
            text = QCoreApplication.translate("PlayerCommands", "Loop: {0} – {1}").format(*map(clock, self._loop))
        self._player.set_loop(self._loop)
        self._host.notify(text)
