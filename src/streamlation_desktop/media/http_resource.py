"""A source on the web: a media file, a playlist, a DASH manifest or a radio station."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import urlsplit

from streamlation_desktop.core.errors import SourceLost, SourceNotFound, UnsupportedMedia
from streamlation_desktop.media.callbacks import ByteReader
from streamlation_desktop.media.container import Opening
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.dash import DashResource, is_manifest, web_files
from streamlation_desktop.media.errors import LIBRARY_ERRORS, translate
from streamlation_desktop.media.fetch import Fetcher
from streamlation_desktop.media.formats import MEDIA_FORMATS
from streamlation_desktop.media.http_body import HttpBody
from streamlation_desktop.media.icy import IcyBody, is_station, station_format, station_text
from streamlation_desktop.media.location import Location
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.pages import PageStream, find_stream
from streamlation_desktop.media.playlist import is_playlist
from streamlation_desktop.media.publishing import Made
from streamlation_desktop.media.remote_playlist import RemotePlaylist
from streamlation_desktop.media.resource import hls_options

_HEAD = 2048  # bytes: an XML declaration and comments may stand before a manifest
_LIVE_EDGE = -3  # segments from the end: what players do
_REPLAYED_SEGMENTS = 1 - _LIVE_EDGE
_STATION = {"analyzeduration": "1000000"}  # microseconds
_PORTS = {"http": 80, "https": 443}


class HttpResource:
    """Connects, looks at the first bytes and decides what it is."""

    is_remote = True

    def __init__(self, location: Location, fetcher: Fetcher, options: SourceOptions) -> None:
        self.counters = SourceCounters()
        self._location = location
        self._fetcher = fetcher
        self._options = options
        self._playlist: RemotePlaylist | None = None
        self._body: HttpBody | None = None
        self._dash: DashResource | None = None
        self._station: IcyBody | None = None
        self._page: PageStream | None = None
        self.is_live = False
        self.title = ""

    @property
    def duration(self) -> float | None:
        """Seconds, where a manifest tells."""
        return self._dash.duration if self._dash else None

    @property
    def replay_seconds(self) -> float:
        """A playlist or manifest offers a window of the past."""
        if self._dash is not None:
            return self._dash.replay_seconds
        return _REPLAYED_SEGMENTS * self._playlist.target_duration if self._playlist else 0.0

    @property
    def has_ended(self) -> bool:
        """A playlist says so."""
        return self._playlist is not None and self._playlist.has_ended

    @property
    def wall_time(self) -> float | None:
        """A playlist may tell when its segments were made."""
        return self._playlist.wall_time if self._playlist else None

    @property
    def made(self) -> Made | None:
        """Of a playlist's segment."""
        return self._playlist.made if self._playlist else None

    @property
    def now_playing(self) -> str:
        """The latest title between a station's audio."""
        return self._station.now_playing if self._station else ""

    @property
    def stall_limit(self) -> float:
        """Seconds a read may take: a few retries, and of a live playlist a few segments."""
        segments = self._playlist.target_duration if self._playlist else 0.0
        return 3 * max(self._fetcher.timeout, segments)

    def opening(self) -> Opening:
        """Connect anew."""
        self.close()
        self._page = None
        try:
            with self._fetcher.guard.within(self._options.open_timeout):
                return self._inspect(self._connect())
        except LIBRARY_ERRORS as exc:
            self._fetcher.token.raise_if_cancelled()
            raise translate(exc, self._location.shown) from exc

    def _connect(self) -> HttpBody:
        """Request what was asked for; private addresses are fine where the user typed them."""
        parts = urlsplit(self._location.url)
        fetcher = self._fetcher
        port = parts.port or _PORTS[self._location.scheme]
        if self._location.is_typed:
            with suppress(SourceNotFound, SourceLost):  # a proxy may know it; else the request will tell
                fetcher.policy.allow_typed(parts.hostname or "", port, fetcher.token, fetcher.patience)
        self._body = HttpBody(fetcher, self._location.url)
        return self._body

    def _inspect(self, body: HttpBody) -> Opening:
        shown = self._location.shown
        head = body.peek(_HEAD)
        self._playlist = None
        if is_playlist(head):
            self._playlist = RemotePlaylist(self._fetcher, body)
            return Opening(body.url, shown, "hls", hls_options(live_start=_LIVE_EDGE), self._playlist.open_resource)
        if is_manifest(head):
            files = web_files(self._fetcher)
            self._dash = DashResource(body.url, shown, head, files, self._fetcher.token, self._options)
            self.is_live = self._dash.is_live
            return self._dash.opening()
        if _is_page(head):
            return self._inspect(self._from_page(body))
        self._station = IcyBody(body) if is_station(body.headers) else None
        station = station_text(str(body.headers.get("icy-name", "")).encode("latin-1", "replace"))
        self.title = station or (self._page.title if self._page else "")
        self.is_live = self._station is not None and body.length is None
        reader: ByteReader = self._station or body
        options = {"format_whitelist": MEDIA_FORMATS}
        format_name = self._options.format
        if self._station is not None and format_name is None:
            format_name = station_format(body.headers.get("Content-Type", ""), head)
            options |= _STATION if format_name else {}
        return Opening(body.url, shown, format_name, options, lambda *_: reader)

    def _from_page(self, body: HttpBody) -> HttpBody:
        """The media behind a web page; its address need not be one that the user could reach, so it is not typed."""
        shown, fetcher = self._location.shown, self._fetcher
        if self._page is not None:
            raise UnsupportedMedia(f"{shown} leads from page to page", hint="Give the address of the video itself.")
        body.close()
        self._page = find_stream(body.url, shown, fetcher.policy, fetcher.token, fetcher.timeout)
        fetcher.guard.allow(self._options.open_timeout)  # the page took its time
        self._body = HttpBody(fetcher, self._page.url)
        return self._body

    def opened(self, *, endless: bool) -> None:
        """FFmpeg has probed the source; `endless` when it found no duration."""
        if self._playlist is not None:
            self._playlist.opened()
            self.is_live = endless

    def close(self) -> None:
        """Hang up."""
        for part in (self._body, self._dash):
            if part is not None:
                part.close()
        self._body = self._dash = None


def _is_page(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html"))
