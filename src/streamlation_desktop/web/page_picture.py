"""The picture beside the captions of a companion page: prepared when the first page asks for it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from streamlation_desktop.cast.delivery import CastMedia, Delivery, prepare
from streamlation_desktop.cast.profiles import BROWSER, possible_levels
from streamlation_desktop.cast.shares import ShareTable
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.casting import CastTiming
from streamlation_desktop.core.errors import Cancelled, StreamlationError

MakeMedia = Callable[[CancelToken], CastMedia]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CompanionMedia:
    """What the page plays beside the captions."""

    path: str
    """On this server: ``/m/TOKEN/NAME``."""
    content_type: str
    is_live: bool = False
    """Begin at its edge, not at its beginning."""


@dataclass(slots=True)
class PagePicture:
    """The same for all pages of a session; safe to call from any thread but the server's own."""

    make: MakeMedia
    shares: ShareTable
    folder: Path
    """For segments."""
    _token: CancelToken = field(default_factory=CancelToken)
    _delivery: Delivery | None = None
    _is_refused: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def media(self) -> CompanionMedia | None:
        """What to play; None where there is nothing to see or hear, which the log explains."""
        with self._lock:
            if self._delivery is None and not self._is_refused:
                try:
                    self._delivery = self._prepared()
                except (StreamlationError, Cancelled) as error:
                    log.info("the companion page shows captions alone: %s", error)
                    self._is_refused = True
            delivery = self._delivery
        return None if delivery is None else CompanionMedia(delivery.path, delivery.content_type, delivery.is_live)

    def close(self) -> None:
        """It can be fetched no longer."""
        self._token.cancel()
        with self._lock:
            delivery, self._delivery, self._is_refused = self._delivery, None, True
        if delivery is not None:
            self.shares.revoke(delivery.share)
            delivery.close()

    def _prepared(self) -> Delivery:
        self._token.raise_if_cancelled()
        media = self.make(self._token)
        # Captions that are still being made hold the segments back; a file as it is would run ahead of them.
        is_complete = media.captions.is_complete
        levels = possible_levels(BROWSER, media.facts, captions_complete=is_complete, dubbed=media.ring is not None)
        return prepare(levels[0], media, BROWSER, self.shares, self.folder, CastTiming())
