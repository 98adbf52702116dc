"""Feeds MP3 to pyatv at the pace at which it is played."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.media.delivery.sound import SoundRequest, mp3_blocks

AHEAD_SECONDS = 6.0
"""How much may be made before it is played: the reader itself has no limit."""


class SoundPump:
    """A thread that encodes, and the reader that pyatv takes it from."""

    def __init__(self, request: SoundRequest, position: float, loop: asyncio.AbstractEventLoop) -> None:
        self.reader = asyncio.StreamReader(loop=loop)
        self.failure: StreamlationError | None = None
        self.first: float | None = None
        """Media time of the first sound, once it is known."""
        self.slip = 0.0
        """Seconds by which it is later now than it began: silence in between."""
        self._request = request
        self._position = position
        self._loop = loop
        self._token = CancelToken()
        self._thread = threading.Thread(target=self._run, name="cast-sound", daemon=True)

    def start(self) -> None:
        """Begin to encode."""
        self._thread.start()

    def stop(self) -> None:
        """End at the next block."""
        self._token.cancel()

    def _run(self) -> None:
        begun, made = time.monotonic(), 0.0
        try:
            for block in mp3_blocks(self._request, self._position, self._token):
                made += block.seconds
                self._place(block.time, made - block.seconds)
                if self._token.wait(max(0.0, made - AHEAD_SECONDS - (time.monotonic() - begun))):
                    return
                self._tell(self.reader.feed_data, block.data)
        except Cancelled:
            return
        except StreamlationError as error:
            self.failure = error
        finally:
            self._tell(self.reader.feed_eof)

    def _place(self, time: float, made: float) -> None:
        """What was `made` so far ends where the sound of a media time begins."""
        if self.first is None:
            self.first = time
        if self._request.ring is not None:
            self.slip = made - (time - self.first)

    def _tell(self, work: Callable[..., object], *arguments: bytes) -> None:
        try:
            self._loop.call_soon_threadsafe(work, *arguments)
        except RuntimeError:  # the loop has just been closed
            self._token.cancel()
