"""Hands the captions of what is open from its transcript to the player."""

from __future__ import annotations

from PySide6.QtCore import QObject

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue
from streamlation_desktop.gui.item_models.transcript import TranscriptModel
from streamlation_desktop.gui.player.widget import PlayerWidget
from streamlation_desktop.gui.state.opening import OpenMedia
from streamlation_desktop.gui.state.transcript_feed import TranscriptFeed


class ShownCaptions(QObject):
    """Of files; those of a live session come word by word (`LiveCaptions`)."""

    def __init__(
        self, player: PlayerWidget, feed: TranscriptFeed, model: TranscriptModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._player, self._model = player, model
        self._is_file = False
        self._shows_spoken = False
        feed.cues_read.connect(self._set)
        feed.cue_made.connect(self._add)
        feed.foreseen.connect(self._foresee)
        feed.target_changed.connect(self._read_in)

    def begin(self, media: OpenMedia) -> None:
        """Other media."""
        self._is_file, self._shows_spoken = media.live is None, False

    def cues(self, language: LanguageCode | None) -> tuple[Cue, ...]:
        """All that there are in it."""
        return tuple(self._player.shelf.made(language).track.cues) if language else ()

    def _read_in(self, target: LanguageCode | None) -> None:
        self._shows_spoken = False
        self._player.show_languages(target)

    def _set(self, language: str, cues: list[Cue]) -> None:
        if self._is_file:
            self._player.set_cues(LanguageCode(language), cues)
            self._show_spoken(LanguageCode(language))

    def _add(self, cue: Cue) -> None:
        if self._is_file:
            self._player.add_cue(cue)
            self._show_spoken(cue.language)

    def _foresee(self, cues: tuple[Cue, ...]) -> None:
        if not cues:
            self._player.shelf.forget_foreseen()
        elif self._is_file:
            self._player.shelf.foresee(cues)
            self._show_spoken(cues[0].language)

    def _show_spoken(self, language: LanguageCode) -> None:
        """What is said is the second language, the first where nothing is translated; the user may choose others."""
        if self._model.target is not None and self._model.lines:
            self._player.captions.offer_second(self._model.lines[0].language)
        if self._model.target is None and not self._shows_spoken and self._player.captions.chosen[0] is None:
            self._shows_spoken = True
            self._player.show_languages(language)
