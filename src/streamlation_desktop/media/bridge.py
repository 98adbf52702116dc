"""Reads what PyAV's libraries cannot: a child ffmpeg copies the packets to NUT on a pipe."""

from __future__ import annotations

import errno
from collections.abc import Sequence

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import NoAudio, SourceError, SourceLost
from streamlation_desktop.media.callbacks import OnePass
from streamlation_desktop.media.container import Opening
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.errors import timed_out, unsupported
from streamlation_desktop.media.ffmpeg import FfmpegProcess
from streamlation_desktop.media.formats import BRIDGE_FORMATS
from streamlation_desktop.media.location import Location
from streamlation_desktop.media.options import SourceOptions

_SOUND = ("-map", "0:a")
_PICTURE = ("-map", "0:V:0?")
_FILM = (*_PICTURE, "-map", "0:a?")
"""For the player, which also shows what has no sound."""
_COPY = ("-c", "copy", "-copyts", "-flush_packets", "1", "-f", "nut", "pipe:1")
_INVALID_DATA = -0x41444E49 & 0xFF
_INVALID_ARGUMENT = -errno.EINVAL & 0xFF

_LIMITS = {"probesize": "1000000", "analyzeduration": "2000000"}
_PROBE = (*(word for name, value in _LIMITS.items() for word in (f"-{name}", value)), "-fflags", "+genpts")


class BridgePipe(OnePass):
    """The child's output as a file for PyAV; an end that nobody asked for is an error."""

    def __init__(
        self,
        arguments: Sequence[str],
        shown: str,
        token: CancelToken,
        options: SourceOptions,
        environment: dict[str, str] | None = None,
        told: bytes | None = None,
    ) -> None:
        """Start ``ffmpeg ARGUMENTS`` with an input among the arguments, and `told` as its standard input."""
        self._shown = shown
        self._options = options
        self._token = token
        self._process = FfmpegProcess(
            [*_PROBE, *arguments, *_streams(options), *_COPY], token, environment=environment, told=told
        )
        self._process.expect_output_within(options.open_timeout)
        self._started = False

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; empty when the child ended well.

        Raises:
            SourceError: it failed or was stopped at its deadline.
        """
        data = self._process.output.read(size)
        if data:
            self._started = True
            self._process.expect_output_within(self._options.read_timeout)
        elif (status := self._process.wait()) and not self._token.is_cancelled:
            raise self._failure(status)
        return data

    def _failure(self, status: int) -> SourceError:
        if status < 0 or self._process.is_overdue:
            return timed_out(self._shown)
        code = status & 0xFF  # ffmpeg ends with its error code
        if code == _INVALID_DATA:
            return unsupported(self._shown)
        if code == _INVALID_ARGUMENT:  # ours are sound: there was nothing to map
            return NoAudio(f"{self._shown} has no audio track", hint="There is nothing to transcribe in it.")
        reason = self._process.last_message
        return SourceLost(f"{self._shown} cannot be read ({reason})", hint="Check the address and the network.")

    def close(self) -> None:
        """Stop the child."""
        self._process.close()


def _streams(options: SourceOptions) -> tuple[str, ...]:
    if options.pictures:
        return _FILM
    return (*_PICTURE, *_SOUND) if options.ring else _SOUND


class BridgeResource:
    """SRT and RIST: live by nature."""

    is_remote = True
    is_live = True
    duration = None
    replay_seconds = 0.0
    has_ended = False
    wall_time = made = None
    title = now_playing = ""

    def __init__(self, location: Location, token: CancelToken, options: SourceOptions) -> None:
        self.counters = SourceCounters()
        self._location = location
        self._token = token
        self._options = options
        self._pipe: BridgePipe | None = None
        self.stall_limit = options.read_timeout

    def opening(self) -> Opening:
        """Start a new child."""
        self.close()
        arguments, told = _named(self._location)
        self._pipe = BridgePipe(arguments, self._location.shown, self._token, self._options, told=told)
        return bridge_opening(self._pipe, self._location.shown)

    def opened(self, *, endless: bool) -> None:
        """Nothing to learn."""

    def close(self) -> None:
        """Stop the child."""
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None


def _named(location: Location) -> tuple[tuple[str, ...], bytes | None]:
    """The input as arguments, which everybody on the computer may read, and what is told to the child alone.

    An address with a passphrase is told: as a list of one. Time stamps then start at 0 with each connection: how long
    an outage was is known from the clock alone.
    """
    protocols = f"{location.scheme},udp"
    if location.url == location.shown:
        return ("-protocol_whitelist", protocols, "-i", location.url), None
    quoted = location.url.replace("'", r"'\''")
    told = f"ffconcat version 1.0\nfile '{quoted}'\n" + "".join(
        f"option {name} {value}\n" for name, value in _LIMITS.items()
    )
    listed = ("-f", "concat", "-safe", "0", "-protocol_whitelist", f"pipe,{protocols}", "-i", "pipe:0")
    return listed, told.encode(errors="surrogateescape")


def bridge_opening(pipe: BridgePipe, shown: str) -> Opening:
    """How to open a bridge's output."""
    return Opening("pipe.nut", shown, "nut", {"format_whitelist": BRIDGE_FORMATS}, lambda *_: pipe)
