"""DASH: a helper process reads the manifest and its segments, but reaches nothing by itself.

Its only way out is the `Gateway`, behind which every address is opened under the rules of the
`Fetcher` or, for a manifest on disk, within the manifest's folder.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from urllib.parse import urlsplit

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceError, SourceForbidden
from streamlation_desktop.media.bridge import BridgePipe, bridge_opening
from streamlation_desktop.media.callbacks import ByteReader, OnePass
from streamlation_desktop.media.container import Opening
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.deadline import Guard
from streamlation_desktop.media.errors import translate
from streamlation_desktop.media.fetch import Fetcher
from streamlation_desktop.media.gateway import Gateway, OpenRange, Served
from streamlation_desktop.media.http_body import HttpBody
from streamlation_desktop.media.local_files import open_inside
from streamlation_desktop.media.options import SourceOptions

_DURATION = re.compile(rb'mediaPresentationDuration\s*=\s*"PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?"')
_DYNAMIC = re.compile(rb'<MPD[^>]*\btype\s*=\s*["\']dynamic')


def is_manifest(head: bytes) -> bool:
    """True when a file that begins with `head` is a DASH manifest."""
    return b"<MPD" in head


def manifest_duration(head: bytes) -> float | None:
    """Seconds that a manifest announces."""
    match = _DURATION.search(head)
    if match is None:
        return None
    hours, minutes, seconds = (float(part) if part else 0.0 for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds


class DashResource:
    """A manifest and what it refers to.

    Args:
        url: its address; ``file://`` and the path for one on disk.
        head: its first bytes.
        open_range: opens what the manifest refers to, itself included.
    """

    is_remote = True
    replay_seconds = 60.0
    has_ended = False
    wall_time = made = None
    title = now_playing = ""

    def __init__(
        self, url: str, shown: str, head: bytes, open_range: OpenRange, token: CancelToken, options: SourceOptions
    ) -> None:
        self.counters = SourceCounters()
        self.is_live = bool(_DYNAMIC.search(head))
        self.duration = None if self.is_live else manifest_duration(head)
        self.stall_limit = options.read_timeout
        self._url = url
        self._shown = shown
        self._open_range = open_range
        self._token = token
        self._options = options
        self._gateway: Gateway | None = None
        self._pipe: _DashPipe | None = None

    def opening(self) -> Opening:
        """Start a child and its gateway."""
        self.close()
        self._gateway = Gateway(self._open_range, is_manifest)
        arguments = ("-protocol_whitelist", "http,tcp,httpproxy", "-f", "dash", "-i", self._gateway.disguise(self._url))
        # an empty no_proxy would match every host
        environment = {"http_proxy": self._gateway.address, "no_proxy": "none.invalid"}
        self._pipe = _DashPipe(self._gateway, self._shown, arguments, self._token, self._options, environment)
        return bridge_opening(self._pipe, self._shown)

    def opened(self, *, endless: bool) -> None:
        """The manifest told already."""

    def close(self) -> None:
        """Stop the child and its gateway."""
        if self._pipe is not None:
            self._pipe.close()
        if self._gateway is not None:
            self._gateway.close()
        self._pipe = self._gateway = None


class _DashPipe(BridgePipe):
    """Knows from the gateway why the child failed."""

    def __init__(
        self,
        gateway: Gateway,
        shown: str,
        arguments: tuple[str, ...],
        token: CancelToken,
        options: SourceOptions,
        environment: dict[str, str],
    ) -> None:
        super().__init__(arguments, shown, token, options, environment)
        self._gateway = gateway

    def read(self, size: int) -> bytes:
        """As the base class; what was refused or missing is told rather than what ffmpeg made of it."""
        failure = self._gateway.failure
        if isinstance(failure, SourceForbidden):
            raise failure
        try:
            return super().read(size)
        except SourceError as exc:
            raise translate(self._gateway.failure or exc, self._shown) from exc


def web_files(fetcher: Fetcher) -> OpenRange:
    """Opens what a manifest from the web refers to."""

    def open_range(url: str, start: int, end: int | None) -> Served:
        guard = Guard(fetcher.token)
        guard.allow(3 * fetcher.timeout)
        body = HttpBody(Fetcher(fetcher.policy, guard, fetcher.timeout), url, start, end, patient=True)
        return Served(body, body.length)

    return open_range


def folder_files(manifest: Path, web: OpenRange | None) -> OpenRange:
    """Opens what a manifest on disk refers to; `web` opens web addresses where the network is allowed."""
    folder = manifest.resolve().parent

    def open_range(url: str, start: int, end: int | None) -> Served:
        parts = urlsplit(url)
        if parts.scheme != "file":
            if web is None:
                raise SourceForbidden(
                    f"the manifest wants {url} from the network", hint="Allow the network for it: --allow-network."
                )
            return web(url, start, end)
        file = open_inside(folder, f"file:{parts.path}")
        size = file.seek(0, io.SEEK_END)
        file.seek(start)
        length = max(0, min(end or size, size) - start)
        return Served(_Slice(file, length), length)

    return open_range


class _Slice(OnePass):
    """The next `size` bytes of a file."""

    def __init__(self, file: ByteReader, size: int) -> None:
        self._file = file
        self._left = size

    def read(self, size: int) -> bytes:
        data = self._file.read(min(size, self._left))
        self._left -= len(data)
        return data

    def close(self) -> None:
        self._file.close()
