"""What the player needs from others: a source of packets, a place for pictures, a place for sound."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt

from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.media.av_streams.packets import MediaPacket, StreamFormat
from streamlation_desktop.media.av_streams.pictures import Picture

Pcm = npt.NDArray[np.float32]
"""Interleaved stereo, shape ``(n_frames, 2)``."""


class PacketSource(Protocol):
    """Compressed media in order of decoding; every call but `cancel` comes from the player's demuxing thread.

    A file and the ring of a live stream look the same: a live one never ends, and may answer
    `read` with None while nothing new has arrived.
    """

    info: SourceInfo

    @property
    def formats(self) -> tuple[StreamFormat, ...]:
        """The streams that are delivered."""

    @property
    def first_time(self) -> float:
        """Media time of the earliest packet that can be had; 0.0 for files."""

    @property
    def live_edge(self) -> float | None:
        """Media time of the newest packet; None when the source is no live stream."""

    @property
    def ended(self) -> bool:
        """True when the latest `read` gave None because nothing will follow."""

    def select_audio(self, track: int | None) -> None:
        """Deliver this audio track (ordinal from 0) from now on; None for the one players would choose."""

    def read(self) -> MediaPacket | None:
        """The next packet; None at the end, or when a live source has nothing yet (it waits a little first).

        Raises:
            SourceError: the source cannot be read on; what came before is good.
            Cancelled: `cancel` was called.
        """

    def seek(self, seconds: float) -> None:
        """Go on with the last key frame before `seconds` of media time; raises as `read`."""

    def cancel(self) -> None:
        """End every wait soon; from any thread."""

    def close(self) -> None:
        """Free everything."""


class VideoSink(Protocol):
    """Where pictures go."""

    def viewport(self) -> tuple[int, int]:
        """Pixels of the device that a picture may fill; (0, 0) when it is not to be scaled."""

    def present(self, picture: Picture) -> None:
        """Show `picture` now; comes from a thread of the player and must return at once."""


class AudioSink(Protocol):
    """Where sound goes, and whose clock the player follows."""

    rate: int
    """Frames per second."""

    def wait_until_ready(self, seconds: float) -> bool:
        """Whether it is known within `seconds` if there is a device."""

    def write(self, pcm: Pcm, time: float, tempo: float) -> int:
        """Take what fits of `pcm`, whose first frame is media time `time`; a frame lasts ``tempo / rate`` of it.

        Returns:
            Frames taken.
        """

    def wait_for_space(self, seconds: float) -> None:
        """Until something can be written, `seconds` passed, or `flush` or `close` was called."""

    def position(self) -> float | None:
        """Media time that is heard now; None when nothing was written since `flush`."""

    @property
    def buffered(self) -> float:
        """Seconds of output not heard yet."""

    def set_paused(self, paused: bool) -> None:
        """Hold or go on; nothing is lost."""

    def set_volume(self, gain: float) -> None:
        """Linear; 0.0 is mute."""

    def finish(self) -> None:
        """Nothing follows until the next `flush`."""

    def flush(self) -> None:
        """Forget what was not heard yet."""

    def close(self) -> None:
        """Let go of the device."""
