"""The player with the transcript beside it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from streamlation_desktop.core.events import Envelope
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.player_voices import ask_for_voices
from streamlation_desktop.gui.item_models.transcript import TranscriptModel
from streamlation_desktop.gui.panels.session_strip import SessionStrip
from streamlation_desktop.gui.panels.transcript import TranscriptPanel
from streamlation_desktop.gui.player.widget import PlayerWidget
from streamlation_desktop.gui.state.cast_desk import CastOrder
from streamlation_desktop.gui.state.corrections import Corrections
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.dub_voice import DubVoice
from streamlation_desktop.gui.state.live_captions import LiveCaptions
from streamlation_desktop.gui.state.opening import OpenMedia
from streamlation_desktop.gui.state.player_settings import KeptSettings
from streamlation_desktop.gui.state.shown_captions import ShownCaptions
from streamlation_desktop.gui.state.transcript_feed import TranscriptFeed
from streamlation_desktop.gui.theme import SPACE, trailing_margins
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.cast_strip import CastStrip
from streamlation_desktop.gui.widgets.delay_box import DelayBox
from streamlation_desktop.gui.widgets.dub_button import DubButton
from streamlation_desktop.gui.widgets.elided import ElidedLabel
from streamlation_desktop.gui.widgets.empty_state import EmptyState
from streamlation_desktop.gui.widgets.labels import tool

_KEEP_EVERY = 5_000
"""Milliseconds between two notes of the position."""


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
        settings = desk.settings if desk.is_ready else None
        self._open_page = QWidget(self)  # from the outside in: what is moved into another widget gets its style anew
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self._open_page)
        self.player = PlayerWidget(
            self.splitter,
            settings=settings.player if settings else None,
            captions=settings.captions if settings else None,
        )
        self._kept = KeptSettings(desk, self.player, self)
        self.captions = ShownCaptions(self.player, self.feed, self.model, self)
        self.live = LiveCaptions(self.player, self)
        self.voice = DubVoice(desk, self.model, self.player.player, self)
        self._timer = QTimer(self, interval=_KEEP_EVERY)
        self._timer.timeout.connect(self.keep_position)

    def complete(self) -> None:
        """The other half of it, in a turn of its own."""
        self.panel = TranscriptPanel(self.model, self.corrections, self.splitter)
        self.strip = SessionStrip()
        self._build()
        self._connect()

    def show_media(self, media: OpenMedia) -> None:
        """Open media in the player and show what is known of it."""
        self.keep_position()
        self.media = media
        self.title.setText(media.title)
        self.title.setToolTip(unmarked(media.location))
        self._stack.setCurrentIndex(1)
        target = self._begin_text(media)
        self.delay.setVisible(media.live is not None and media.live.ring is not None)
        if media.live is not None:
            self._timer.stop()
            self.delay.show_delay(media.live.delay)
            self.live.begin(media.live, media.title, target)
        elif media.is_gone:
            self._timer.stop()
            self.player.listen(self.tr("What was said is kept, the sound is not."))
        else:
            self.player.show_languages(target, media.record.source_language if media.record else None)
            self.player.open(media.location, start=media.position)
            if media.position:
                self._look_at(media.position)
            self._timer.start()
        self._show_session()

    def read(self, media: OpenMedia) -> None:
        """What is open, in another language: the film plays on."""
        self.media = media
        self.player.show_languages(self._begin_text(media), media.record.source_language if media.record else None)
        self._look_at(self.player.position)
        self._show_session()

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
        if not self._desk.is_ready or not self._desk.settings.player.remember_position:
            return
        if self.media is not None and self.media.live is None and not self.media.is_gone:
            media, seconds = self.media, float(self.player.position)
            library = self._desk.shelf.library
            self._desk.tasks.run("disk", self, lambda: library.set_position(media.fingerprint, seconds))

    def release(self) -> None:
        """The window closes."""
        self._timer.stop()
        self.keep_position()
        self.player.close_player()
        self.voice.close()

    def attach(self, key: int) -> None:
        """A session for the open media has started."""
        if self.media is not None:
            self.media = replace(self.media, session=key)
            self.feed.attach(key)
            self._look_at(self.player.position)
            self._show_session()

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

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is wanted: the screen is not the film's any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.player.run("leave")

    def _fill(self, is_full: bool) -> None:
        """The film alone, or with what belongs to it."""
        left, top, right, _ = trailing_margins()
        self._column.setContentsMargins(*((0, 0, 0, 0) if is_full else (left, top, right, SPACE)))
        self._column.setSpacing(0 if is_full else SPACE)
        self._head.setVisible(not is_full)
        self.panel.setVisible(not is_full)
        self.filled.emit(is_full)

    def _build(self) -> None:
        self.title = ElidedLabel("heading")
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.delay)
        head.addWidget(self.strip)
        head.addWidget(self.cast_strip)
        head.addWidget(self.dub)
        head.addWidget(self.cast)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([600, 440])
        self._column = QVBoxLayout(self._open_page)
        left, top, right, _ = trailing_margins()
        self._column.setContentsMargins(left, top, right, SPACE)
        self._column.setSpacing(SPACE)
        self._column.addWidget(self._head)
        self._column.addWidget(self.splitter, 1)
        self.empty = EmptyState(
            "player",
            self.tr("Nothing is open"),
            self.tr("Open a file or paste a link, and it plays here with captions in your language."),
            self.tr("Open file…"),
        )
        self.empty.action.clicked.connect(self.wanted)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._open_page)

    def _connect(self) -> None:
        sessions = self._desk.sessions
        sessions.changed.connect(self._on_session)
        sessions.happened.connect(self._on_happened)
        self.delay.chosen.connect(self.live.set_delay)
        self.cast.clicked.connect(self.cast_wanted)
        self._connect_voice()
        self.live.delay_changed.connect(self.delay.show_current)
        self.strip.pause_wanted.connect(sessions.pause)
        self.strip.resume_wanted.connect(sessions.resume)
        self.feed.recorded.connect(self.corrections.begin)
        self.player.seeked.connect(self._look_at)
        self.corrections.kept.connect(self.feed.refresh_cues)
        self.corrections.failed.connect(self.failed)
        self.panel.jumped.connect(self.jump)
        self.panel.named.connect(lambda who, name: self.corrections.rename(who, name, self.feed.name_speaker))
        self.panel.export_wanted.connect(self._export)
        self.player.positionChanged.connect(self.panel.follow)
        self.player.errorOccurred.connect(self.playback_failed)
        self.player.keysAsked.connect(self.keys_wanted)
        self.player.fullScreenChanged.connect(self._fill)
        self._desk.when_ready(self, self._shade)
        self._desk.settings_changed.connect(self._shade)

    def _connect_voice(self) -> None:
        mixer = self.voice.mixer
        self.dub.switched.connect(lambda on: self.voice.switch(on=on))
        self.dub.original_changed.connect(lambda volume: setattr(mixer, "original_volume", volume))
        self.dub.voice_changed.connect(lambda volume: setattr(mixer, "dub_volume", volume))
        self.dub.offset_changed.connect(lambda seconds: setattr(mixer, "offset", seconds))
        self.dub.voices_wanted.connect(lambda: ask_for_voices(self._desk, self.model, self.voice, self))
        self.player.positionChanged.connect(self.voice.follow)
        self.voice.failed.connect(lambda _: self.dub.show_off())
        self.voice.failed.connect(self.failed)

    def _shade(self) -> None:
        self.model.shades_doubt = self._desk.settings.interface.confidence

    def _look_at(self, seconds: float) -> None:
        """The captions of this place are wanted first."""
        if self.media is not None and self.media.session is not None:
            self._desk.sessions.look(self.media.session, seconds)

    def _on_happened(self, key: int, envelopes: list[Envelope]) -> None:
        if self.media is not None and self.media.live is not None and key == self.media.session:
            self.live.take(envelopes)

    def _on_session(self, key: int) -> None:
        if self.media is not None and key == self.media.session:
            self._show_session()

    def _show_session(self) -> None:
        key = self.media.session if self.media else None
        self.strip.show_session(self._desk.sessions.sessions.get(key) if key is not None else None)

    def _export(self) -> None:
        if self.media is not None and self.feed.record_id:
            self.export_wanted.emit(self.feed.record_id, self.media.location)
