"""Opens any source of media: the door to this package."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.core.types import AudioChunk
from streamlation_desktop.media.addresses import AddressPolicy
from streamlation_desktop.media.background import BackgroundSource
from streamlation_desktop.media.bridge import BridgeResource
from streamlation_desktop.media.chunker import chunks
from streamlation_desktop.media.connection import Connection
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.dash import DashResource, folder_files, is_manifest, web_files
from streamlation_desktop.media.deadline import Guard
from streamlation_desktop.media.fetch import Fetcher
from streamlation_desktop.media.finite import finite_blocks
from streamlation_desktop.media.http_resource import HttpResource
from streamlation_desktop.media.local_playlist import LocalPlaylist
from streamlation_desktop.media.location import Kind, Location, parse_location, regular_file
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.playlist import is_playlist
from streamlation_desktop.media.remote_playlist import RemotePlaylist
from streamlation_desktop.media.resource import (
    PlainResource,
    Resource,
    file_opening,
    playlist_opening,
    stdin_opening,
    stream_opening,
)


class MediaSource(Protocol):
    """An open source of audio."""

    info: SourceInfo
    counters: SourceCounters

    def audio(self, *, start_sample: int = 0) -> Iterator[AudioChunk]:
        """Yield 16 kHz mono chunks of half a second, without holes, from `start_sample` on.

        Sample ``n`` is media time ``n / 16 000``: where the media has no audio there is silence,
        and what comes before `start_sample` is decoded and dropped, so that resuming is exact to
        the sample. Call it once.

        Raises:
            SourceError: the source ended with a failure; a live source never does, it reconnects.
            Cancelled: the token was cancelled.
        """

    def close(self) -> None:
        """Free the source; safe to call twice, and from another thread."""


class FileSource:
    """A local file, read on the caller's thread."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.info = connection.info
        self.counters = connection.resource.counters

    def audio(self, *, start_sample: int = 0) -> Iterator[AudioChunk]:
        """See `MediaSource.audio`."""
        return chunks(finite_blocks(self._connection), self.counters, start_sample)

    def close(self) -> None:
        """See `MediaSource.close`."""
        self._connection.close()


def open_source(location: str, token: CancelToken, options: SourceOptions | None = None) -> MediaSource:
    """Open a file, an address or ``-`` for standard input.

    Raises:
        SourceError: one of its classes, by cause: NoAudio, SourceNotFound, SourceForbidden …
        UsageError: there is no such audio track.
        Cancelled: the token was cancelled.
    """
    options = options or SourceOptions()
    place = parse_location(location)
    if place.kind is not Kind.FILE:
        return BackgroundSource(
            lambda guard: Connection(_resource(place, guard, options), guard, options), token, options
        )
    connection = connect_source(location, token, options)
    try:
        connection.require_audio()
    except BaseException:
        connection.close()
        raise
    return FileSource(connection)


def probe_source(location: str, token: CancelToken, options: SourceOptions | None = None) -> SourceInfo:
    """Tell what is in a source, whether or not it has audio; raises as `open_source`."""
    connection = connect_source(location, token, options or SourceOptions())
    connection.close()
    return connection.info


def connect_source(location: str, token: CancelToken, options: SourceOptions) -> Connection:
    """Open a source on the calling thread; raises as `open_source`."""
    guard = Guard(token)
    return Connection(_resource(parse_location(location), guard, options), guard, options)


def _resource(location: Location, guard: Guard, options: SourceOptions) -> Resource:
    match location.kind:
        case Kind.HTTP:
            return HttpResource(location, _fetcher(guard, options), options)
        case Kind.BRIDGE:
            return BridgeResource(location, guard.token, options)
        case Kind.STREAM:
            return PlainResource(stream_opening(location, options), options.read_timeout, is_live=True)
        case Kind.STDIN:
            return PlainResource(stdin_opening(location, options.format), options.read_timeout)
        case Kind.FILE:
            return _file_resource(location, guard, options)


def _file_resource(location: Location, guard: Guard, options: SourceOptions) -> Resource:
    path = regular_file(Path(location.url), location.shown)
    with path.open("rb") as file:
        head = file.read(2048)
    fetcher = _fetcher(guard, options) if options.allow_network else None
    if is_playlist(head):
        remote = RemotePlaylist(fetcher).open_resource if fetcher else None
        return PlainResource(playlist_opening(path, location, LocalPlaylist(path, remote)), options.read_timeout)
    if is_manifest(head):
        files = folder_files(path, web_files(fetcher) if fetcher else None)
        return DashResource(f"file://{path.as_posix()}", location.shown, head, files, guard.token, options)
    return PlainResource(file_opening(path, location, options.format), math.inf)


def _fetcher(guard: Guard, options: SourceOptions) -> Fetcher:
    return Fetcher(AddressPolicy(), guard, options.read_timeout)
