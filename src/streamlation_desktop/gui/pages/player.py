"""The player with the transcript beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QUndoStack
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.player_voices import ask_for_voices
from streamlation_desktop.gui.item_models.transcript import TranscriptModel
from streamlation_desktop.gui.panels.film_column import FilmColumn
from streamlation_desktop.gui.panels.session_strip import SessionStrip
from streamlation_desktop.gui.panels.transcript import TranscriptPanel
from streamlation_desktop.gui.panels.voice_controls import connect_voice
from streamlation_desktop.gui.player.widget import PlayerWidget
from streamlation_desktop.gui.state.cast_desk import CastOrder
from streamlation_desktop.gui.state.corrections import Corrections
from streamlation_desktop.gui.state.cover import Cover
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.dub_voice import DubVoice
from streamlation_desktop.gui.state.kept_position import KeptPosition
from streamlation_desktop.gui.state.live_captions import LiveCaptions
from streamlation_desktop.gui.state.opening import OpenMedia
from streamlation_desktop.gui.state.player_settings import KeptSettings
from streamlation_desktop.gui.state.shown_captions import ShownCaptions
from streamlation_desktop.gui.state.shown_session import ShownSession
from streamlation_desktop.gui.state.transcript_feed import TranscriptFeed
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.cast_strip import CastStrip
from streamlation_desktop.gui.widgets.delay_box import DelayBox
from streamlation_desktop.gui.widgets.dub_button import DubButton
from streamlation_desktop.gui.widgets.elided import ElidedLabel
from streamlation_desktop.gui.widgets.empty_state import EmptyState
from streamlation_desktop.gui.widgets.labels import tool


class PlayerPage(QWidget):
    """What is open, what is said in it, and how far the translation is."""

    failed = Signal(object)
    """A `StreamlationError`."""
    playback_failed = Signal(str, str)
    """Message and hint of the player."""
    export_wanted = Signal(str, str)
    """Id in the history, and the location of the media."""
    cast_wanted = Signal()
    """What is open is to be played on a television."""
    keys_wanted = Signal()
    """The sheet of keys was asked for."""
    look_wanted = Signal()
    """The look of the captions is to be changed."""
    wanted = Signal()
    """The wish to open something."""
    filled = Signal(bool)
    """The film is to fill the screen, without anything around it, or no longer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Player"))
        self._desk = desk
        self.media: OpenMedia | None = None
        self.model = TranscriptModel(self)
        self.corrections = Corrections(desk, self.model, self)
        self.feed = TranscriptFeed(desk, self.model, self)
        self.delay = DelayBox()
        self.cast_strip = CastStrip()
        self.dub = DubButton()
        self.cast = tool(self.tr("Play on a television"), "cast")
        self._session = ShownSession(desk.sessions, self)
        self._column = FilmColumn(self)

    def steps(self) -> Iterator[None]:
        """The rest of it, a turn of the window's thread each."""
        desk = self._desk
        settings = desk.settings if desk.is_ready else None
        self.player = PlayerWidget(
            self._column.splitter,
            settings=settings.player if settings else None,
            captions=settings.captions if settings else None,
        )
        yield
        self._settings = KeptSettings(desk, self.player, self)
        self._place = KeptPosition(desk, self.player, self)
        self._cover = Cover(desk, self.player, self)
        self.captions = ShownCaptions(self.player, self.feed, self.model, self)
        self.live = LiveCaptions(self.player, self)
        self.voice = DubVoice(desk, self.model, self.player.player, self)
        self.panel = TranscriptPanel(self.model, self.corrections, self._column.splitter)
        yield
        self.strip = SessionStrip()
        self._build()
        self._connect()
        yield

    def show_media(self, media: OpenMedia) -> None:
        """Open media in the player and show what is known of it."""
        self._place.begin(media)
        self.media = media
        self.title.setText(media.title)
        self.title.setToolTip(unmarked(media.location))
        self._stack.setCurrentIndex(1)
        self.player.setFocus(Qt.FocusReason.OtherFocusReason)
        target = self._begin_text(media)
        self._session.show(media)
        self.delay.setVisible(media.live is not None and media.live.ring is not None)
        if media.live is not None:
            self.delay.show_delay(media.live.delay)
            self.live.begin(media.live, media.title, target)
        elif media.is_gone:
            self.player.listen(self.tr("What was said is kept, the sound is not."))
        else:
            self.player.show_languages(target, media.record.source_language if media.record else None)
            self.player.open(media.location, start=media.position)
            if media.position:
                self._session.look_at(media.position)

    def read(self, media: OpenMedia) -> None:
        """What is open, in another language: the film plays on."""
        self.media = media
        self.player.show_languages(self._begin_text(media), media.record.source_language if media.record else None)
        self._session.show(media)
        self._session.look_at(self.player.position)

    def _begin_text(self, media: OpenMedia) -> LanguageCode | None:
        """The language in which it is read."""
        self.feed.begin(media)
        self.voice.begin(media.location)
        self.captions.begin(media)
        return self.model.target

    def jump(self, seconds: float) -> None:
        """Go to a moment."""
        self.player.seek(seconds)

    def keep_position(self) -> None:
        """Remember where the media is, if the user wants that."""
        self._place.keep()

    def release(self) -> None:
        """The window closes."""
        self._place.end()
        self.player.close_player()
        self.voice.close()

    def attach(self, key: int) -> None:
        """A session for the open media has started."""
        if self.media is not None:
            self.media = replace(self.media, session=key)
            self.feed.attach(key)
            self._session.show(self.media)
            self._session.look_at(self.player.position)

    def cast_order(self) -> CastOrder | None:
        """What a television would play now; None when nothing is open."""
        if self.media is None:
            return None
        language = self.model.target
        if self.media.live is not None:
            return CastOrder(self.media, language, (), self.player.position, is_spoken=self.voice.is_on)
        spoken = self.media.record.source_language if self.media.record else None
        cues, said = self.captions.cues(language), self.captions.cues(spoken)
        return CastOrder(self.media, language, cues, self.player.position, said, self.voice.is_on)

    @property
    def undo_stack(self) -> QUndoStack:
        """What was corrected."""
        return self.corrections.stack

    def begin_search(self) -> None:
        """Search in the transcript."""
        self.panel.begin_search()

    def shown(self) -> None:
        """It has come to the front."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nothing around the film wanted are the player's; those of a field of text stay there."""
        if isinstance(self.focusWidget(), QLineEdit):
            super().keyPressEvent(event)
        else:
            self.player.keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is wanted: the screen is not the film's any more."""
        super().hideEvent(event)
        if not event.spontaneous() and self.player.is_on("full_screen"):
            self.player.run("leave")

    def _fill(self, is_full: bool) -> None:
        """The film alone, or with what belongs to it."""
        self._column.fill(is_full)
        self.panel.setVisible(not is_full)
        self.filled.emit(is_full)

    def _build(self) -> None:
        self.title = ElidedLabel("heading")
        self._column.arrange(self.title, self.delay, self.strip, self.cast_strip, self.dub, self.cast)
        self.empty = EmptyState(
            "player",
            self.tr("Nothing is open"),
            self.tr("Open a file or paste a link, and it plays here with captions in your language."),
            self.tr("Open file…"),
        )
        self.empty.action.clicked.connect(self.wanted)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._column)

    def _connect(self) -> None:
        self._session.changed.connect(self.strip.show_session)
        self._session.heard.connect(self.live.take)
        self.strip.pause_wanted.connect(self._desk.sessions.pause)
        self.strip.resume_wanted.connect(self._desk.sessions.resume)
        self.delay.chosen.connect(self.live.set_delay)
        self.live.delay_changed.connect(self.delay.show_current)
        self.cast.clicked.connect(self.cast_wanted)
        connect_voice(self.dub, self.voice, self.player)
        self.dub.voices_wanted.connect(lambda: ask_for_voices(self._desk, self.model, self.voice, self))
        self.voice.failed.connect(self.failed)
        self.feed.recorded.connect(self.corrections.begin)
        self.corrections.kept.connect(self.feed.refresh_cues)
        self.corrections.failed.connect(self.failed)
        self.panel.jumped.connect(self.jump)
        self.panel.named.connect(lambda who, name: self.corrections.rename(who, name, self.feed.name_speaker))
        self.panel.export_wanted.connect(self._export)
        self.player.seeked.connect(self._session.look_at)
        self.player.positionChanged.connect(self.panel.follow)
        self.player.errorOccurred.connect(self.playback_failed)
        self.player.keysAsked.connect(self.keys_wanted)
        self.player.lookAsked.connect(self.look_wanted)
        self.player.fullScreenChanged.connect(self._fill)
        self._desk.when_ready(self, self._shade)
        self._desk.settings_changed.connect(self._shade)

    def _shade(self) -> None:
        self.model.shades_doubt = self._desk.settings.interface.confidence

    def _export(self) -> None:
        if self.media is not None and self.feed.record_id:
            self.export_wanted.emit(self.feed.record_id, self.media.location)
