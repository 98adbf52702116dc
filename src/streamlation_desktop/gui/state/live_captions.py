"""Brings the words of a live session into the player, and its lag into the player's delay."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.events import CaptionUpdated, Envelope, LiveStats
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.time_shift import automatic_delay
from streamlation_desktop.gui.player.widget import PlayerWidget
from streamlation_desktop.gui.state.live_view import LiveView
from streamlation_desktop.subtitles.live_captions import LiveCues, newest_words

_FIRST_DELAY = 8.0
"""Seconds, before anything is known of the lag."""


class LiveCaptions(QObject):
    """Of the session that is watched."""

    delay_changed = Signal(float)
    """Seconds that the player is behind the stream now."""

    def __init__(self, player: PlayerWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._view = LiveView(None)
        self._target: LanguageCode | None = None
        self._cues: dict[LanguageCode, LiveCues] = {}
        self.delay = 0.0
        """In force now."""

    def begin(self, view: LiveView, title: str, target: LanguageCode | None) -> None:
        """Another session."""
        self._view, self._target, self._cues = view, target, {}
        self.delay = automatic_delay(None, _FIRST_DELAY) if view.delay is None else view.delay
        if view.ring is None:
            self._player.listen(self.tr("Listening…"))
        else:
            self._player.open_live(view.ring, title, delay=self.delay)
            self.delay_changed.emit(self.delay)
        self._player.show_languages(target)

    def set_delay(self, delay: float | None) -> None:
        """The user wants another one; see `LiveChoice.delay`."""
        was_early = self._view.is_early
        self._view = replace(self._view, delay=delay)
        self._move(automatic_delay(None, _FIRST_DELAY) if delay is None else delay)
        if self._view.ring is not None:
            self._player.player.go_live()
        if was_early != self._view.is_early:
            self._player.captions.set_tail("")
            for language in self._cues:
                self._player.set_cues(language, ())

    def take(self, envelopes: list[Envelope]) -> None:
        """What the session told."""
        newest: dict[LanguageCode, CaptionState] = {}
        for envelope in envelopes:
            match envelope.event:
                case CaptionUpdated(state):
                    self._add(state)
                    newest[state.language] = state
                case LiveStats(lag_p95=lag) if self._view.delay is None and self._view.ring is not None:
                    self._move(automatic_delay(lag, self.delay))
        if self._view.is_early:
            for state in newest.values():
                if state.language == self._target or self._target is None:
                    self._player.show_now(*newest_words(state))

    def _add(self, state: CaptionState) -> None:
        if self._target is None:
            self._target = state.language  # a transcript alone: the language is known now
            self._player.show_languages(state.language)
        if not self._view.is_early:
            for cue in self._cues.setdefault(state.language, LiveCues()).add(state):
                self._player.add_cue(cue)

    def _move(self, delay: float) -> None:
        if delay != self.delay:
            self.delay = delay
            self._player.player.set_live_delay(delay)
            self.delay_changed.emit(delay)
