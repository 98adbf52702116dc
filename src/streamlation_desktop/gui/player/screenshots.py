"""Saves the picture that is shown, in its full size, with or without the captions."""

from __future__ import annotations

import re
import threading
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QStandardPaths, Signal
from PySide6.QtGui import QImage, QPainter

from streamlation_desktop.core.errors import DiskFull, StorageError
from streamlation_desktop.core.files import write_atomically
from streamlation_desktop.gui.player.caption_content import CaptionContent
from streamlation_desktop.gui.player.caption_renderer import render
from streamlation_desktop.gui.player.surface import image_of
from streamlation_desktop.media.av_streams.pictures import Picture
from streamlation_desktop.settings.schema import CaptionSettings

_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST = 80


class Screenshots(QObject):
    """Encodes and writes on a thread; a large picture takes half a second."""

    saved = Signal(str)
    """Path of the file."""
    failed = Signal(str, str)
    """Message and hint."""

    def save(
        self, picture: Picture, content: CaptionContent, style: CaptionSettings, folder: Path | None, title: str
    ) -> None:
        """Write a PNG into `folder` (or the user's pictures), named after `title` and the place in it."""
        path = (folder or _pictures()) / f"{_name(title)}-{_stamp(picture.time)}.png"
        thread = threading.Thread(
            target=self._write, args=(picture, content, style, path), name="screenshot", daemon=True
        )
        thread.start()

    def _write(self, picture: Picture, content: CaptionContent, style: CaptionSettings, path: Path) -> None:
        try:
            write_atomically(path, encoded(drawn(picture, content, style)))
        except DiskFull as exc:
            self.failed.emit(str(exc), exc.hint)
        except StorageError as exc:
            self.failed.emit(str(exc), self.tr("Choose another folder for screenshots in the settings."))
        else:
            self.saved.emit(str(path))


def drawn(picture: Picture, content: CaptionContent, style: CaptionSettings) -> QImage:
    """The picture with captions laid out for its own size."""
    image = image_of(picture.pixels).copy()
    captions = render(content, image.size(), 1.0, style)
    if captions is not None:
        painter = QPainter(image)
        captions.paint(painter)
        painter.end()
    return image


def encoded(image: QImage) -> bytes:
    """As PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _pictures() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(found) if found else Path.home()


def _name(title: str) -> str:
    return _UNFIT.sub(" ", title).strip(" .")[:_LONGEST] or "streamlation"


def _stamp(seconds: float) -> str:
    """Place in the film and wall time, so that no file replaces another."""
    whole, thousandth = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02d}.{whole // 60 % 60:02d}.{whole % 60:02d}.{thousandth:03d}-{datetime.now():%H%M%S%f}"
