"""What an HLS playlist from the web may open: public web addresses and the server it came from."""

from __future__ import annotations

import io
import time
from email.utils import parsedate_to_datetime

from streamlation_desktop.media.callbacks import ByteReader
from streamlation_desktop.media.fetch import Fetcher
from streamlation_desktop.media.hls_text import MediaPlaylist, read_media_playlist
from streamlation_desktop.media.http_body import HttpBody
from streamlation_desktop.media.playlist import (
    OpenLimit,
    decrypted,
    encrypted_target,
    inline_data,
    is_playlist,
    playlist_text,
)
from streamlation_desktop.media.publishing import Made

_RELOAD_PAUSE = 0.2  # seconds; a playlist that claims segments of no length would be asked for without end
_DATED = 0.1
"""Seconds by which a playlist's own times may be wrong."""
_MODIFIED = 0.3
"""The same of a file's time. It is told in whole seconds, so half a second is possible; a moment of arrival that is
right is then changed by no more than the difference."""


class RemotePlaylist:
    """Opens what the playlist asks for, over the `Fetcher`."""

    def __init__(self, fetcher: Fetcher, first: HttpBody | None = None) -> None:
        """Start with `first`, the playlist's own body, where it is open already."""
        self._fetcher = fetcher
        self._first = first
        self._limit = OpenLimit()
        self._read_at: dict[str, float] = {}
        self.target_duration = 0.0
        """Seconds a segment may last: the longest regular wait for news of a live playlist."""
        self.has_ended = False
        """The latest playlist says that nothing will be added."""
        self.wall_time: float | None = None
        """Seconds since 1970 at which the segment that was opened first was made, where the playlist tells."""
        self.made: Made | None = None
        """When the segment that was opened last was made."""
        self._media: MediaPlaylist | None = None

    def opened(self) -> None:
        """The source is open: playlists may be read again as often as they change."""
        self._limit.lift()

    def open_resource(self, url: str, flags: int, options: dict[str, str]) -> ByteReader:
        """PyAV's ``io_open``: called before anything is opened, with FFmpeg's options for it."""
        del flags
        self._limit.count(url)
        target, cipher = encrypted_target(url, options)
        if target.startswith("data:"):
            return inline_data(target)
        body = self._body(target, options)
        if is_playlist(body.peek(10)):
            return self._playlist(target, body)
        self.made = self._made(target, body)
        if self.wall_time is None and self._media is not None:
            self.wall_time = self._media.walls.get(target)
        return body if cipher is None else decrypted(body, cipher)

    def _body(self, url: str, options: dict[str, str]) -> HttpBody:
        if self._first is not None:
            body, self._first = self._first, None
            return body
        wait = self._read_at.get(url, 0.0) + _RELOAD_PAUSE - time.monotonic()
        if wait > 0 and self._fetcher.token.wait(wait):
            self._fetcher.token.raise_if_cancelled()
        start, end = int(options.get("offset", 0)), int(options.get("end_offset", 0))
        return HttpBody(self._fetcher, url, start, end or None, patient=True)

    def _playlist(self, url: str, body: HttpBody) -> ByteReader:
        text = playlist_text(body)
        body.close()
        self._limit.check(text)
        self._read_at[url] = time.monotonic()
        media = read_media_playlist(text, url)
        if media is not None:
            self._media, self.target_duration, self.has_ended = media, media.target_duration, media.has_ended
        return io.BytesIO(text)

    def _made(self, target: str, body: HttpBody) -> Made | None:
        """What the playlist tells of a segment; else a server's files have the time of their last bytes."""
        if self._media is None or target not in self._media.durations:
            return None
        if target in self._media.walls:
            return Made(self._media.walls[target], _DATED)
        try:
            modified = parsedate_to_datetime(str(body.headers["Last-Modified"])).timestamp()
        except (ValueError, OverflowError):
            return None
        return Made(modified + 0.5 - self._media.durations[target], _MODIFIED)
