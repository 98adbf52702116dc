"""How a player sounds: speed, volume, track, what is mixed in."""

from __future__ import annotations

import threading

from streamlation_desktop.playback.audio_path import Mix
from streamlation_desktop.playback.player_view import PlayerView
from streamlation_desktop.playback.sound_output import SoundOutput

MIN_SPEED, MAX_SPEED = 0.5, 3.0


class PlayerSound(PlayerView):
    """Set from any thread, before something is open or while it plays."""

    def __init__(self, sound: SoundOutput) -> None:
        super().__init__(sound)
        self._lock = threading.RLock()
        self._mix: Mix | None = None

    def set_speed(self, speed: float) -> None:
        """Between 0.5 and 3, pitch kept."""
        with self._lock:
            self._speed = min(max(speed, MIN_SPEED), MAX_SPEED)
            if self._session is not None:
                self._session.set_speed(self._speed)

    def set_volume(self, volume: float) -> None:
        """0 to 1.5, linear; also ends mute."""
        with self._lock:
            self._volume = min(max(volume, 0.0), 1.5)
            self._muted = False
            self._apply_volume()

    def set_muted(self, muted: bool) -> None:
        """Mute, or give the volume back."""
        with self._lock:
            self._muted = muted
            self._apply_volume()

    def set_audio_track(self, track: int) -> None:
        """Change to that audio track (from 0); the position stays."""
        with self._lock:
            if self._session is not None:
                self._session.demuxing.choose_audio(track)
                self._session.seek(self.position, exact=True)

    def set_mixer(self, mix: Mix | None) -> None:
        """Let `mix` (the dub) change the sound from now on."""
        with self._lock:
            self._mix = mix
            if self._session is not None:
                self._session.audio.mix = mix

    def _apply_volume(self) -> None:
        self._sound.set_volume(0.0 if self._muted else self._volume)
