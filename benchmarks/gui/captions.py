"""What captions cost per picture while they do not change: following the player, and painting.

Usage: python -m benchmarks.gui.captions [--frames 2000]

Two languages over a film of 1,000 cues, drawn beforehand by the thread that draws. Processor time of the
window's thread.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from typing import TypeVar

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.gui.application import make_application
from streamlation_desktop.gui.player.caption_overlay import CaptionOverlay
from streamlation_desktop.playback.captions import CaptionTrack
from streamlation_desktop.settings.schema import CaptionSettings

T = TypeVar("T")

_TEXTS = {"es": "Aquí están los subtítulos,\nen dos líneas como es costumbre.", "ja": "字幕はここに表示されます"}
_AT = 2_502.0


def track(language: str) -> CaptionTrack:
    code = LanguageCode(language)
    lines = tuple(_TEXTS[language].split("\n"))
    return CaptionTrack(Cue(n, TimeSpan(n * 5.0, n * 5.0 + 4.9), lines, code) for n in range(1_000))


def per_frame(act: Callable[[T], None], argument: T, frames: int) -> float:
    """Milliseconds of one call."""
    started = time.thread_time()
    for _ in range(frames):
        act(argument)
    return (time.thread_time() - started) / frames * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=2_000)
    given = parser.parse_args()
    app = make_application()
    for width, height in ((1280, 720), (1920, 1080), (3840, 2160)):
        overlay = CaptionOverlay()
        overlay.set_style(CaptionSettings(bilingual=True))
        overlay.set_geometry(QSize(width, height), 1.0)
        overlay.set_tracks(("es", track("es")), ("ja", track("ja")))
        drawn: list[bool] = []
        overlay.changed.connect(lambda drawn=drawn: drawn.append(True))
        overlay.update_to(_AT)
        while not drawn:
            app.processEvents()
        target = QImage(width, height, QImage.Format.Format_RGB32)
        painter = QPainter(target)
        following = per_frame(overlay.update_to, _AT, given.frames)
        painting = per_frame(overlay.paint, painter, given.frames)
        painter.end()
        overlay.close()
        both = following + painting
        print(f"{width} x {height}: following {following:.3f} ms, painting {painting:.3f} ms, together {both:.3f} ms")


if __name__ == "__main__":
    main()
