"""Draws the icon's sizes from ``resources/icons/streamlation.svg``: ``python -m installers.bundle.icons``."""

from __future__ import annotations

import os
import struct
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_WINDOWS = (16, 24, 32, 48, 64, 256)
_MAC = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def main() -> None:
    """Write the PNG files, and the two containers of them that Windows and macOS read."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication([])
    renderer = QSvgRenderer(str(FOLDER / "streamlation.svg"))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(_png(size)))
    del application
    (FOLDER / "streamlation.ico").write_bytes(_ico())
    (FOLDER / "streamlation.icns").write_bytes(_icns())


def _png(size: int) -> Path:
    return FOLDER / f"streamlation-{size}.png"


def _ico() -> bytes:
    """A directory of PNG images, as Windows has read them since Vista."""
    images = [(size, _png(size).read_bytes()) for size in _WINDOWS]
    offset, directory = 6 + 16 * len(images), b""
    for size, image in images:
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), offset)
        offset += len(image)
    return struct.pack("<HHH", 0, 1, len(images)) + directory + b"".join(image for _, image in images)


def _icns() -> bytes:
    images = [(kind, _png(size).read_bytes()) for size, kind in _MAC.items()]
    body = b"".join(kind + struct.pack(">I", 8 + len(image)) + image for kind, image in images)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    main()
