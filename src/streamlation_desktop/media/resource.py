"""What stands behind a location: how FFmpeg gets at its bytes, and what is known of it besides."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from streamlation_desktop.media.container import Opening
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.formats import HLS_FORMATS, MEDIA_FORMATS
from streamlation_desktop.media.local_playlist import LocalPlaylist
from streamlation_desktop.media.location import Location
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.publishing import Made


class Resource(Protocol):
    """One source before FFmpeg sees it; `opening` may be asked for again to reconnect."""

    counters: SourceCounters

    @property
    def is_remote(self) -> bool:
        """True when it comes over the network."""

    @property
    def is_live(self) -> bool:
        """True when it has no end; known once the container is open."""

    @property
    def duration(self) -> float | None:
        """Seconds, where the resource knows better than the container."""

    @property
    def stall_limit(self) -> float:
        """Seconds that reading a packet may take; no limit for a file, where one waits for nothing but one's turn."""

    @property
    def replay_seconds(self) -> float:
        """How much of the past a new connection may begin with."""

    @property
    def has_ended(self) -> bool:
        """True when a live source has told that nothing more will come."""

    @property
    def wall_time(self) -> float | None:
        """Seconds since 1970 at which the first media of this connection was made, where the source tells."""

    @property
    def made(self) -> Made | None:
        """When the segment that was begun last was made, where the server tells."""

    @property
    def now_playing(self) -> str:
        """What a radio station says is on air; empty where it does not tell."""

    @property
    def title(self) -> str:
        """What the server calls it; empty where it does not tell."""

    def opening(self) -> Opening:
        """Prepare to open the source from its start, or at its live edge."""

    def opened(self, *, endless: bool) -> None:
        """FFmpeg has probed the source; `endless` when it found no duration."""

    def close(self) -> None:
        """Let go of connections and processes; safe to call twice."""


class PlainResource:
    """A file, a playlist on disk, standard input, or a stream over FFmpeg's own protocols."""

    duration = None
    replay_seconds = 0.0
    has_ended = False
    wall_time = made = None
    title = now_playing = ""

    def __init__(self, opening: Opening, stall_limit: float, *, is_live: bool = False) -> None:
        self.counters = SourceCounters()
        self.is_live = is_live
        self.is_remote = is_live
        self.stall_limit = stall_limit
        self._opening = opening

    def opening(self) -> Opening:
        """The same each time."""
        return self._opening

    def opened(self, *, endless: bool) -> None:
        """Nothing to learn."""

    def close(self) -> None:
        """Nothing is held open here."""


def file_opening(path: Path, location: Location, format_name: str | None) -> Opening:
    """A file that refers to nothing else; ``file:`` keeps a colon in its name from being a scheme."""
    options = {"format_whitelist": MEDIA_FORMATS, "protocol_whitelist": "file"}
    return Opening(f"file:{path}", location.shown, format_name, options)


def stdin_opening(location: Location, format_name: str | None) -> Opening:
    """Standard input, which cannot seek."""
    options = {"format_whitelist": MEDIA_FORMATS, "protocol_whitelist": "pipe"}
    return Opening(location.url, location.shown, format_name, options)


def playlist_opening(path: Path, location: Location, playlist: LocalPlaylist) -> Opening:
    """An HLS playlist on disk."""
    return Opening(f"file:{path}", location.shown, "hls", hls_options(live_start=0), playlist.open_resource)


def stream_opening(location: Location, options: SourceOptions) -> Opening:
    """RTMP, RTSP, RTP and UDP; only the protocols that each of them is made of."""
    protocols, formats, extra = _STREAMS[location.scheme]
    timeout = str(int(options.read_timeout * 1e6))
    settings = {"protocol_whitelist": protocols, "format_whitelist": formats}
    settings |= {name: timeout if value == "TIMEOUT" else value for name, value in extra.items()}
    return Opening(location.url, location.shown, options.format, settings)


_RTMP = ("rtmp,rtmps,rtmpt,tcp,tls,http", "flv,live_flv", {"rw_timeout": "TIMEOUT"})  # "timeout" would mean: listen
_RTSP = ("rtsp,rtsps,rtp,srtp,udp,tcp,tls", "rtsp", {"rtsp_transport": "tcp", "timeout": "TIMEOUT"})
_UDP = ("udp", MEDIA_FORMATS, {"timeout": "TIMEOUT", "fifo_size": "50000", "overrun_nonfatal": "1"})
_STREAMS = {
    **dict.fromkeys(("rtmp", "rtmps", "rtmpt"), _RTMP),
    **dict.fromkeys(("rtsp", "rtsps"), _RTSP),
    "udp": _UDP,
    "rtp": ("rtp,udp", f"rtp,{MEDIA_FORMATS}", {"rw_timeout": "TIMEOUT"}),
}


def hls_options(*, live_start: int) -> dict[str, str]:
    """Options of the HLS demuxer.

    Its own checks on file name extensions break real streams (audio in ``.ts`` addresses without
    one), so they are off: our opener decides. A segment that cannot be had is reported to the
    demuxer as empty, so it need not retry.
    """
    return {
        "format_whitelist": HLS_FORMATS,
        "extension_picky": "0",
        "allowed_extensions": "ALL",
        "allowed_segment_extensions": "ALL",
        "http_persistent": "0",
        "http_multiple": "0",
        "seg_max_retry": "0",
        "max_reload": "20",
        "live_start_index": str(live_start),
    }
