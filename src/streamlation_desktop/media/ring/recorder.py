"""Records a live stream from its ring into a file; only sound that the file cannot hold is encoded anew."""

from __future__ import annotations

import errno
import itertools
from collections.abc import Callable
from pathlib import Path

import av
from av.container import OutputContainer
from av.stream import Stream

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import DiskFull, NotWritable, StorageError, UnsupportedMedia, UsageError
from streamlation_desktop.media.ring.reader import RingReader
from streamlation_desktop.media.ring.segment_file import RingPacket
from streamlation_desktop.media.ring.template import TrackFormat
from streamlation_desktop.media.ring.tracks import Track, add_track

_FRAGMENTED = {"movflags": "frag_keyframe+empty_moov+default_base_moof+delay_moov", "flush_packets": "1"}
_FORMATS: dict[str, tuple[str, dict[str, str]]] = {
    ".mkv": ("matroska", {"live": "1", "cluster_time_limit": "1000", "flush_packets": "1"}),
    ".mka": ("matroska", {"live": "1", "cluster_time_limit": "1000", "flush_packets": "1"}),
    ".mp4": ("mp4", _FRAGMENTED),
    ".m4a": ("mp4", _FRAGMENTED),
    ".ts": ("mpegts", {"flush_packets": "1"}),
}
"""All of them can be played up to their last whole cluster, fragment or packet when the program dies."""

_WAIT = 0.5


def recording_format(path: Path) -> tuple[str, dict[str, str]]:
    """The container for a file name; raises UsageError when there is none."""
    found = _FORMATS.get(path.suffix.lower())
    if found is None:
        known = ", ".join(_FORMATS)
        raise UsageError(f"a recording cannot be a {path.suffix or 'nameless'} file", hint=f"Use one of {known}.")
    return found


class RingRecorder:
    """Copies a ring to a file until the ring ends.

    Media time becomes the file's time. A connection with other stream parameters goes to a file of
    its own beside the first (``talk-2.mkv``), with the same clock.
    """

    def __init__(
        self,
        ring: Path,
        output: Path,
        token: CancelToken,
        progress: Callable[[float], None] | None = None,
        *,
        goes_on_at: float = 0.0,
    ) -> None:
        """Attach to a ring.

        Args:
            ring: its folder.
            output: the first file.
            token: ends the recording at once.
            progress: told about every second how many seconds are recorded.
            goes_on_at: media time at which another recorder ended before its time; not 0, the files that are there are
                its work and stay.

        Raises:
            UsageError: the name of `output` tells no container.
        """
        self._format, self._options = recording_format(output)
        self._reader = RingReader(ring, token)
        self._output = output
        self._goes_on_at = goes_on_at
        self._progress = progress
        self._file: OutputContainer | None = None
        self._epoch = -1
        self._formats: tuple[TrackFormat, ...] = ()
        self._streams: tuple[Stream, ...] = ()
        self._tracks: list[Track] = []
        self._last: dict[int, int] = {}
        self.files: list[Path] = []
        """What was written, in order."""
        self.seconds = 0.0
        """Media time recorded up to."""

    @property
    def missed_seconds(self) -> float:
        """Media that fell out of the ring before it could be written."""
        return self._reader.missed_seconds

    def run(self) -> None:
        """Record until the ring's writer is done; what is written stays when it fails.

        Raises:
            DiskFull, NotWritable: the disk refuses.
            UnsupportedMedia: the container cannot hold the picture.
            Cancelled: the token was cancelled.
        """
        try:
            if self._goes_on_at:
                self._reader.seek(self._goes_on_at)
            while True:
                packet = self._reader.read(_WAIT)
                if packet is not None:
                    self._copy(packet)
                elif self._reader.ended:
                    return
        except (OSError, av.FFmpegError, ValueError) as exc:
            raise self._cause(exc) from exc
        finally:
            self._reader.close()
            self._finish()

    def _copy(self, found: RingPacket) -> None:
        if found.epoch != self._epoch:
            self._change_streams(found.epoch)
        assert self._file is not None
        packet = found.packet
        packet.dts = self._grown(found)
        packet.pts = max(packet.pts, packet.dts) if packet.pts is not None else packet.dts
        for ready in self._tracks[found.stream].packets(packet, self._streams[found.stream]):
            self._file.mux_one(ready)
        before, self.seconds = self.seconds, max(self.seconds, found.time + found.duration)
        if self._progress is not None and int(self.seconds) > int(before):
            self._progress(self.seconds)

    def _grown(self, found: RingPacket) -> int:
        """The decoding time stamp: containers want them to grow, and some sources do not tell them."""
        last = self._last.get(found.stream)
        stamp = found.packet.dts
        if stamp is None:
            stamp = last + 1 if last is not None else round(found.time / found.packet.time_base)
        self._last[found.stream] = stamp if last is None else max(stamp, last + 1)
        return self._last[found.stream]

    def _change_streams(self, epoch: int) -> None:
        self._streams = tuple(self._reader.template(epoch).streams)
        formats = tuple(map(TrackFormat.of, self._streams))
        self._epoch = epoch
        if formats == self._formats:
            return
        self._finish()
        path = self._free_path()
        self._file = av.open(str(path), "w", format=self._format, options=self._options)
        self.files.append(path)
        self._formats, self._last = formats, {}
        self._tracks = [add_track(self._file, stream) for stream in self._streams]

    def _free_path(self) -> Path:
        """The next name; one that is there is taken where an earlier recorder made it."""
        for number in itertools.count(len(self.files) + 1):
            path = self._output if number == 1 else self._output.with_stem(f"{self._output.stem}-{number}")
            if not (self._goes_on_at and path.exists()):
                break
        return path

    def _finish(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            tracks, self._tracks = self._tracks, []
            try:
                for packet in itertools.chain.from_iterable(track.rest() for track in tracks):
                    file.mux_one(packet)
                file.close()
            except (OSError, av.FFmpegError, ValueError) as exc:
                raise self._cause(exc) from exc

    def _cause(self, exc: Exception) -> StorageError | UnsupportedMedia:
        code = getattr(exc, "errno", None)
        name = self._output.name
        if code in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            return DiskFull(f"no space left for {name}", hint="The recording ends here; captions go on.")
        if code in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EIO):
            return NotWritable(f"{name} cannot be written ({exc})", hint="Choose another folder.")
        return UnsupportedMedia(f"{name} cannot hold what the stream sends ({exc})")
