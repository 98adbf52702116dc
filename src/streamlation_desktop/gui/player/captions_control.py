"""Which captions are shown, how late, and how they look."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.player.caption_overlay import CaptionOverlay
from streamlation_desktop.gui.player.subtitle_shelf import MADE, ShelfEntry, SubtitleShelf
from streamlation_desktop.gui.widgets.times import figures
from streamlation_desktop.playback.captions import CaptionTrack
from streamlation_desktop.settings.schema import CaptionSettings
from streamlation_desktop.subtitles.document import UNDETERMINED

Direction = Literal["ltr", "rtl", "auto"]
_SMALLEST, _LARGEST = 2.0, 15.0


class CaptionsControl(QObject):
    """Ties the shelf of tracks to the overlays that paint them."""

    changed = Signal()
    """The choice or the look."""
    delayChanged = Signal(float)
    styleChanged = Signal(object)
    noticed = Signal(str)
    """A short text for the picture."""

    def __init__(self, shelf: SubtitleShelf, overlay: CaptionOverlay, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shelf = shelf
        self._overlays = [overlay]
        self._style = CaptionSettings()
        self._delay = 0.0
        self._first: str | None = None
        self._second: str | None = None
        self._is_on = True
        self._tail = ""
        shelf.changed.connect(self._apply)

    @property
    def style(self) -> CaptionSettings:
        """In use."""
        return self._style

    @property
    def delay(self) -> float:
        """Seconds later."""
        return self._delay

    @property
    def is_on(self) -> bool:
        """Whether captions are shown at all."""
        return self._is_on

    @property
    def chosen(self) -> tuple[str | None, str | None]:
        """Keys of the first and second track."""
        return self._first, self._second

    def add_overlay(self, overlay: CaptionOverlay) -> None:
        """Another window that shows the same captions."""
        self._overlays.append(overlay)
        self._apply()

    def remove_overlay(self, overlay: CaptionOverlay) -> None:
        """It is gone."""
        self._overlays.remove(overlay)

    def choose(self, first: str | None, second: str | None = None) -> None:
        """Show these tracks of the shelf."""
        self._first, self._second = first, second
        self._is_on = first is not None
        self._apply()

    def choose_made(self, target: str | None, source: str | None = None) -> None:
        """Show our own tracks by language; they may still be empty."""
        self.choose(f"{MADE}{target}" if target else None, f"{MADE}{source}" if source else None)

    def offer_second(self, language: LanguageCode) -> None:
        """Our own track in that language is the second one unless the user chose another."""
        if self._second is None:
            self._second = f"{MADE}{language}"
            self._apply()

    def choose_next(self) -> None:
        """The next track, after the last one none."""
        keys = [entry.key for entry in self.shelf.entries]
        at = keys.index(self._first) + 1 if self._is_on and self._first in keys else 0
        self.choose(keys[at] if at < len(keys) else None, self._second)
        entry = self.shelf.entry(self._first)
        self.noticed.emit(entry.label if entry is not None else self.tr("No captions"))

    def toggle(self) -> None:
        """Off or on."""
        self._is_on = not self._is_on
        if self._is_on and self._first is None and self.shelf.entries:
            self._first = self.shelf.entries[0].key
        self._apply()
        self.noticed.emit(self.tr("Captions on") if self._is_on else self.tr("Captions off"))

    def toggle_bilingual(self) -> None:
        """The second language off or on; where none was chosen, another one of ours is taken."""
        if not self._style.bilingual and self._second in (None, self._first):
            ours = [one.key for one in self.shelf.entries if one.key.startswith(MADE)]
            self._second = next((key for key in ours if key != self._first), None)
        self.set_style(self._style.model_copy(update={"bilingual": not self._style.bilingual}))
        self.noticed.emit(self.tr("Two languages") if self._style.bilingual else self.tr("One language"))

    @property
    def languages(self) -> tuple[LanguageCode, ...]:
        """Of what is shown, where it is known."""
        shown = (self._first, self._second if self._style.bilingual else None)
        entries = [self.shelf.entry(key) for key in shown if self._is_on]
        codes = [LanguageCode(entry.language) for entry in entries if entry is not None and entry.language]
        return tuple(dict.fromkeys(code for code in codes if code != UNDETERMINED))

    def set_direction(self, language: LanguageCode, direction: Direction | None) -> None:
        """Write a language from the left or right, or as each text begins; None: as the language is written."""
        directions = {**self._style.directions}
        directions.pop(language, None)
        if direction is not None:
            directions[language] = direction
        self.set_style(self._style.model_copy(update={"directions": directions}))

    def shift(self, seconds: float) -> None:
        """Show captions later (+) or earlier (-)."""
        self.set_delay(round(self._delay + seconds, 3))

    def set_delay(self, seconds: float) -> None:
        """Seconds later than their times say."""
        self._delay = seconds
        self._apply()
        self.delayChanged.emit(seconds)
        self.noticed.emit(self.tr("Captions {0} s").format(figures(f"{seconds:+.1f}")))

    def scale(self, factor: float) -> None:
        """Make the letters smaller or larger."""
        size = min(max(self._style.size * factor, _SMALLEST), _LARGEST)
        self.set_style(self._style.model_copy(update={"size": round(size, 2)}))

    def set_style(self, style: CaptionSettings) -> None:
        """Change the look because the user did so here."""
        self.show_style(style)
        self.styleChanged.emit(style)

    def show_style(self, style: CaptionSettings) -> None:
        """Take over a look that was chosen elsewhere."""
        self._style = style
        self._apply()

    def set_tail(self, text: str) -> None:
        """Uncertain words of a live stream."""
        self._tail = text
        for overlay in self._overlays:
            overlay.set_tail(text)

    def neighbour(self, position: float, step: int) -> float | None:
        """Where the next or former caption begins."""
        entry = self.shelf.entry(self._first)
        cue = entry.track.neighbour(position - self._delay, step) if entry is not None else None
        return None if cue is None else max(0.0, cue.span.start + self._delay)

    def update_to(self, position: float) -> None:
        """Follow the player."""
        for overlay in self._overlays:
            overlay.update_to(position)

    def _apply(self) -> None:
        first, second = self.shelf.entry(self._first), self.shelf.entry(self._second)
        for overlay in self._overlays:
            overlay.set_style(self._style)
            overlay.set_tracks(_pair(first), _pair(second))
            overlay.set_tail(self._tail)
            overlay.delay = self._delay
            overlay.is_visible = self._is_on
        self.changed.emit()


def _pair(entry: ShelfEntry | None) -> tuple[str, CaptionTrack] | None:
    return None if entry is None else (entry.language, entry.track)
