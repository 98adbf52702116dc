"""Decides which captions are on the picture now, and has them ready to paint."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QPainter

from streamlation_desktop.core.types import Cue
from streamlation_desktop.gui.player.caption_content import CaptionBlock, CaptionContent, CaptionImage
from streamlation_desktop.gui.player.caption_worker import CaptionJob, CaptionWorker
from streamlation_desktop.playback.captions import CaptionTrack
from streamlation_desktop.settings.schema import CaptionSettings

_AHEAD = 2.0
"""Seconds before its time that a caption is drawn."""


class CaptionOverlay(QObject):
    """Used by the window's thread; painting costs a blit."""

    changed = Signal()
    """Something else must be painted."""

    def __init__(
        self, parent: QObject | None = None, *, adjust: Callable[[CaptionSettings], CaptionSettings] | None = None
    ) -> None:
        """`adjust` makes the user's style fit another kind of window."""
        super().__init__(parent)
        self._adjust = adjust
        self._worker = CaptionWorker(self)
        self._worker.drawn.connect(self._refresh)
        self._style = CaptionSettings()
        self._style_key = self._style.model_dump_json()
        self._first: tuple[str, CaptionTrack] | None = None
        self._second: tuple[str, CaptionTrack] | None = None
        self._tail = ""
        self._content: CaptionContent = ()
        self._upcoming: CaptionContent = ()
        self._image: CaptionImage | None = None
        self._size = QSize()
        self._ratio = 1.0
        self.delay = 0.0
        """Seconds by which captions are shown later."""
        self.is_visible = True
        self.lift = 0
        """Pixels at the lower edge that something else covers."""

    @property
    def style(self) -> CaptionSettings:
        """In use."""
        return self._style

    @property
    def content(self) -> CaptionContent:
        """What is shown, or about to be as soon as it is drawn."""
        return self._content

    def set_style(self, style: CaptionSettings) -> None:
        """Change the look."""
        style = self._adjust(style) if self._adjust is not None else style
        if style != self._style:
            self._style, self._style_key = style, style.model_dump_json()
            self._refresh()

    def set_tracks(self, first: tuple[str, CaptionTrack] | None, second: tuple[str, CaptionTrack] | None) -> None:
        """Language and cues of what is shown, and of the second language where one is wanted."""
        self._first, self._second = first, second

    def set_tail(self, text: str) -> None:
        """Words of a live stream that may still change; shown grey."""
        self._tail = text

    def set_geometry(self, size: QSize, ratio: float) -> None:
        """Size of the widget and device pixels per pixel."""
        if (size, ratio) != (self._size, self._ratio):
            self._size, self._ratio = size, ratio
            self._refresh()

    def update_to(self, position: float) -> None:
        """Follow the player; cheap when nothing changes."""
        content = self._content_at(position - self.delay) if self.is_visible else ()
        upcoming = self._upcoming_at(position - self.delay)
        if content != self._content:
            self._content = content
            self._refresh()
        if upcoming != self._upcoming:
            self._upcoming = upcoming
            self._lookup(upcoming)

    def paint(self, painter: QPainter) -> None:
        """Put the image on the widget."""
        if self._image is not None:
            lift = self.lift if self._style.position == "bottom" else 0
            painter.translate(0, -lift)
            self._image.paint(painter)
            painter.translate(0, lift)

    def close(self) -> None:
        """End the thread that draws."""
        self._worker.close()

    def _content_at(self, time: float) -> CaptionContent:
        first = self._block(self._first, time, is_second=False)
        second = self._block(self._second, time, is_second=True) if self._style.bilingual else None
        blocks = [block for block in (first, second) if block is not None]
        return tuple(reversed(blocks) if self._style.original_first else blocks)

    def _block(self, track: tuple[str, CaptionTrack] | None, time: float, *, is_second: bool) -> CaptionBlock | None:
        if track is None:
            return None
        text = _text(track[1].at(time))
        tail = "" if is_second else self._tail
        return CaptionBlock(text, track[0], is_second, tail) if text or tail else None

    def _upcoming_at(self, time: float) -> CaptionContent:
        starts = [track[1].next_start(time) for track in (self._first, self._second) if track is not None]
        soon = [start for start in starts if start is not None and start < time + _AHEAD]
        return self._content_at(min(soon)) if soon else ()

    def _lookup(self, content: CaptionContent) -> tuple[bool, CaptionImage | None]:
        if not content or self._size.isEmpty():
            return True, None
        job = CaptionJob(content, self._size.width(), self._size.height(), self._ratio, self._style_key)
        return self._worker.lookup(job, self._style)

    def _refresh(self) -> None:
        """Take the image of the content once it is drawn; until then, some milliseconds, the old one stays."""
        is_drawn, image = self._lookup(self._content)
        if is_drawn and image is not self._image:
            self._image = image
            self.changed.emit()


def _text(cues: tuple[Cue, ...]) -> str:
    return "\n".join(cue.text for cue in cues)
