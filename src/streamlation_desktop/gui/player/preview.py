"""A small picture and the time above the seek bar, of the place under the pointer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from streamlation_desktop.gui.player.chapters import chapter_at, chapter_name
from streamlation_desktop.gui.player.seek_bar import SeekBar
from streamlation_desktop.gui.player.surface import image_of
from streamlation_desktop.gui.widgets.times import clock
from streamlation_desktop.media.av_streams.pictures import Picture
from streamlation_desktop.playback.thumbnails import Thumbnails

_SIZE = (192, 108)
_STYLE = """
QFrame#seekPreview { background: #14161b; border: 1px solid #3b414d; border-radius: 6px; }
QFrame#seekPreview QLabel { color: #f2f4f8; background: transparent; }
"""


class SeekPreview(QFrame):
    """Belongs to one seek bar; asks for pictures only of files, whose reading costs others nothing."""

    _made = Signal(str, float, object)

    def __init__(self, bar: SeekBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("seekPreview")
        self.setStyleSheet(_STYLE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bar = bar
        self._host = parent
        self._thumbnails: Thumbnails | None = None
        self._film: str | None = None
        self._wanted = -1.0
        self._x = 0
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._time, self._chapter = QLabel(self), QLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 2)
        column.setSpacing(2)
        column.addWidget(self._picture)
        for line in (self._chapter, self._time):
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        self.hide()
        bar.hovered.connect(self._show_place)
        bar.left.connect(self.hide)
        self._made.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def set_film(self, location: str | None) -> None:
        """The file to show pictures of; None for the time alone."""
        if self._thumbnails is not None:
            self._thumbnails.close()
            self._thumbnails = None
        self._film = location
        self._picture.setVisible(location is not None)
        self._picture.clear()
        if location is not None:
            ratio = self.devicePixelRatioF()
            size = (round(_SIZE[0] * ratio), round(_SIZE[1] * ratio))
            self._thumbnails = Thumbnails(location, size, partial(self._made.emit, location))
            self._picture.setFixedSize(*_SIZE)

    def _show_place(self, seconds: float, x: int) -> None:
        self._wanted, self._x = seconds, x
        self._time.setText(clock(seconds))
        self._name_chapter(seconds)
        picture = self._thumbnails.ask(seconds) if self._thumbnails is not None else None
        if picture is not None:
            self._put_up(picture)
        self._place()
        self.show()
        self.raise_()

    def _name_chapter(self, seconds: float) -> None:
        ordinal = chapter_at(self._bar.chapters, seconds)
        name = chapter_name(self._bar.chapters, ordinal) if ordinal >= 0 else ""
        self._chapter.setText(self._chapter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _SIZE[0]))
        self._chapter.setVisible(bool(name))

    def _place(self) -> None:
        self.adjustSize()
        top = self._host.mapFromGlobal(self._bar.above(self._x))
        left = min(max(4, top.x() - self.width() // 2), self._host.width() - self.width() - 4)
        self.move(QPoint(left, top.y() - self.height() - 4))

    def _take(self, film: str, seconds: float, picture: object) -> None:
        if isinstance(picture, Picture) and film == self._film and abs(seconds - self._wanted) < 1.0:
            self._put_up(picture)

    def _put_up(self, picture: Picture) -> None:
        pixmap = QPixmap.fromImage(image_of(picture.pixels).copy())
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(pixmap)
