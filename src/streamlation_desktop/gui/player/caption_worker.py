"""Draws captions ahead of time on a thread, and keeps what was drawn."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Signal

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.gui.player.caption_content import CaptionContent, CaptionImage
from streamlation_desktop.gui.player.caption_renderer import render
from streamlation_desktop.settings.schema import CaptionSettings

log = logging.getLogger(__name__)

_KEPT = 8
_WAITING = 3


@dataclass(frozen=True, slots=True)
class CaptionJob:
    """Everything that a drawing depends on."""

    content: CaptionContent
    width: int
    height: int
    ratio: float
    style: str
    """The style as JSON: the settings hold a table, so they cannot be a key."""


class CaptionWorker(QObject):
    """Owned by the window's thread; `drawn` comes there, queued."""

    drawn = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._condition = threading.Condition()
        self._jobs: OrderedDict[CaptionJob, CaptionSettings] = OrderedDict()
        self._done: OrderedDict[CaptionJob, CaptionImage | None] = OrderedDict()
        self._token = CancelToken()
        self._thread = threading.Thread(target=self._run, name="captions", daemon=True)
        self._thread.start()

    def lookup(self, job: CaptionJob, style: CaptionSettings) -> tuple[bool, CaptionImage | None]:
        """Whether `job` is drawn, and its image; it is ordered when not."""
        with self._condition:
            if job in self._done:
                self._done.move_to_end(job)
                return True, self._done[job]
            self._jobs[job] = style
            while len(self._jobs) > _WAITING:
                self._jobs.popitem(last=False)
            self._condition.notify()
        return False, None

    def close(self) -> None:
        """End the thread, also in the middle of a drawing."""
        self._token.cancel()
        with self._condition:
            self._condition.notify()
        self._thread.join(2.0)

    def _run(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._jobs or self._token.is_cancelled)
                if self._token.is_cancelled:
                    return
                job, style = self._jobs.popitem(last=False)
            try:
                image = self._draw(job, style)
            except Cancelled:
                return
            with self._condition:
                self._done[job] = image
                while len(self._done) > _KEPT:
                    self._done.popitem(last=False)
            if not self._token.is_cancelled:
                self.drawn.emit()

    def _draw(self, job: CaptionJob, style: CaptionSettings) -> CaptionImage | None:
        try:
            return render(job.content, QSize(job.width, job.height), job.ratio, style, self._token)
        except Cancelled:
            raise
        except Exception:
            log.exception("a caption could not be drawn")
            return None
