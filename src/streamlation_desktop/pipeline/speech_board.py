"""What is to be recognized next: in order, unless the user looks elsewhere."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.types import SAMPLE_RATE
from streamlation_desktop.pipeline.chunks import SpeechChunk
from streamlation_desktop.pipeline.parked_speech import ParkedChunk, SpeechPark

log = logging.getLogger(__name__)

_WORTH_WAITING = 15 * 60 * SAMPLE_RATE
"""Samples that are cut into windows sooner than a chunk is recognized: for so far a jump, recognition waits."""


class SpeechBoard:
    """Takes chunks in order from one thread, and gives each once to another.

    After `look` the chunk at that moment is next, then those after it, then what was left out. For that the reader
    may run ahead: the sound of what must wait goes to the disk. Which chunks there are, and what is in them, is the
    same in whatever order they are done.
    """

    def __init__(self, token: CancelToken, *, limit: int, may_jump: Callable[[], bool]) -> None:
        """`limit` is how many chunks wait in memory; `may_jump` tells whether a chunk depends on none before it."""
        self._token, self._limit, self._may_jump = token, limit, may_jump
        self._changed = threading.Condition()
        # Everything below is guarded by self._changed.
        self._waiting: list[SpeechChunk | ParkedChunk] = []
        self._frontier = 0
        self._wish: int | None = None
        self._park: SpeechPark | None = None
        self._can_park = True
        self._closed = False
        token.on_cancel(self._wake)

    def look(self, seconds: float) -> None:
        """What is heard at this moment is wanted first."""
        with self._changed:
            self._wish = int(seconds * SAMPLE_RATE)
            self._changed.notify_all()

    def put(self, chunk: SpeechChunk) -> None:
        """Add the next chunk, waiting for room.

        Raises:
            Cancelled: the session is being stopped.
        """
        with self._changed:
            item: SpeechChunk | ParkedChunk | None = None
            while item is None:
                self._token.raise_if_cancelled()
                if len(self._waiting) < self._limit:
                    item = chunk
                elif self._runs_ahead():
                    item = self._parked(chunk)
                else:
                    self._changed.wait()
            self._waiting.append(item)
            self._frontier = chunk.end_sample
            self._changed.notify_all()

    def close(self) -> None:
        """No chunk follows; those that wait are still given."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def __iter__(self) -> Iterator[SpeechChunk]:
        """Give every chunk.

        Raises:
            Cancelled: the session is being stopped.
        """
        try:
            while (chunk := self._take()) is not None:
                yield chunk
        finally:
            with self._changed:
                self._can_park = False
                if self._park is not None:
                    self._park.close()

    def __len__(self) -> int:
        with self._changed:
            return len(self._waiting)

    def _take(self) -> SpeechChunk | None:
        with self._changed:
            while (at := self._choice()) is None:
                self._token.raise_if_cancelled()
                if self._closed and not self._waiting:
                    return None
                self._changed.wait()
            self._token.raise_if_cancelled()
            item = self._waiting.pop(at)
            if self._wish is not None and item.end_sample > self._wish:
                self._wish = item.end_sample
            self._changed.notify_all()
            if isinstance(item, SpeechChunk):
                return item
            assert self._park is not None
            return self._park.fetch(item)

    def _choice(self) -> int | None:
        """Place of the chunk to be given now; None to wait."""
        if self._wish is not None and self._can_park and self._may_jump():
            for at, item in enumerate(self._waiting):
                if item.end_sample > self._wish:
                    return at
            self._wish = max(self._wish, self._frontier)  # all in between is done
            self._changed.notify_all()
            if not self._closed and self._runs_ahead() and self._wish - self._frontier < _WORTH_WAITING:
                return None
        return 0 if self._waiting else None

    def _runs_ahead(self) -> bool:
        has_room = self._can_park and (self._park is None or self._park.has_room)
        return has_room and self._wish is not None and self._wish >= self._frontier and self._may_jump()

    def _parked(self, chunk: SpeechChunk) -> ParkedChunk | None:
        try:
            if self._park is None:
                self._park = SpeechPark()
            return self._park.park(chunk)
        except OSError as error:
            log.warning("speech that must wait cannot be put on the disk, so it is done in order: %s", error)
            self._can_park = False
            self._changed.notify_all()
            return None

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()
