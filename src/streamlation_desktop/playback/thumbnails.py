"""Small pictures of places in the film, made on a thread for whoever looks for a position."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.media.av_streams.keyframes import KeyframeReader
from streamlation_desktop.media.av_streams.pictures import Picture, PictureMaker

log = logging.getLogger(__name__)

_KEPT = 200
_JOIN = 0.03
"""Seconds that who closes waits. The thread may be deep in a large picture: it ends by itself and tells nobody."""


class Thumbnails:
    """Only the latest wish counts; what was made is kept."""

    def __init__(self, location: str, size: tuple[int, int], made: Callable[[float, Picture], None]) -> None:
        """Args:
        location: a local file; opened with the first wish.
        size: pixels that a picture must fit in.
        made: told the place that was asked for and its picture, on the thread.
        """
        self._location = location
        self._size = size
        self._made = made
        self._token = CancelToken()
        self._condition = threading.Condition()
        self._wish: float | None = None
        self._pictures: OrderedDict[int, Picture] = OrderedDict()
        self._thread: threading.Thread | None = None

    def ask(self, seconds: float) -> Picture | None:
        """The picture of that place when it is there already; else it comes with `made`."""
        with self._condition:
            known = self._pictures.get(int(seconds))
            if known is not None:
                return known
            self._wish = seconds
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="thumbnails", daemon=True)
                self._thread.start()
            self._condition.notify()
        return None

    def close(self) -> None:
        """Stop; pictures under way are dropped."""
        self._token.cancel()
        with self._condition:
            self._condition.notify()
        if self._thread is not None:
            self._thread.join(_JOIN)

    def _run(self) -> None:
        try:
            reader = KeyframeReader(self._location, self._token)
        except (StreamlationError, Cancelled) as exc:
            log.info("no previews: %s", exc)
            return
        try:
            self._serve(reader)
        except Cancelled:
            return
        except Exception:
            log.exception("previews stopped")
        finally:
            reader.close()

    def _serve(self, reader: KeyframeReader) -> None:
        maker = PictureMaker()
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._wish is not None or self._token.is_cancelled)
                self._token.raise_if_cancelled()
                wish, self._wish = self._wish, None
            assert wish is not None
            try:
                frame = reader.at(wish)
            except StreamlationError as exc:
                log.info("no preview at %.1f: %s", wish, exc)
                continue
            if frame is not None:
                self._keep(wish, maker.make(frame, self._size))

    def _keep(self, wish: float, picture: Picture) -> None:
        with self._condition:
            self._pictures[int(wish)] = picture
            while len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        if not self._token.is_cancelled:
            self._made(wish, picture)
