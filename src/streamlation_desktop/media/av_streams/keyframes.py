"""Finds the key frame near a moment: for previews, quickly and without sound."""

from __future__ import annotations

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import UnsupportedMedia
from streamlation_desktop.media.av_streams.decoding import VideoDecoder
from streamlation_desktop.media.av_streams.demuxer import MediaDemuxer
from streamlation_desktop.media.av_streams.packets import Kind
from streamlation_desktop.media.av_streams.pictures import Frame
from streamlation_desktop.media.options import SourceOptions

_MOST_PACKETS = 400
"""Given up after this many without a picture."""


class KeyframeReader:
    """Used by one thread; a container of its own, beside the one that plays."""

    def __init__(self, location: str, token: CancelToken) -> None:
        """Open; raises as `open_source`, and UnsupportedMedia where there is no film."""
        self._demuxer = MediaDemuxer(location, SourceOptions(), token)
        self._decoder = VideoDecoder()
        if not any(form.kind is Kind.VIDEO and not form.is_still for form in self._demuxer.formats):
            self.close()
            raise UnsupportedMedia(f"{self._demuxer.info.location} has no film")

    def at(self, seconds: float) -> Frame | None:
        """The last key frame before `seconds`; None when none could be decoded; raises SourceError, Cancelled."""
        self._demuxer.seek(seconds)
        for _ in range(_MOST_PACKETS):
            packet = self._demuxer.read()
            if packet is None:
                return None
            if packet.format.kind is Kind.VIDEO:
                for frame in self._decoder.decode(packet):
                    return frame
        return None

    def close(self) -> None:
        """Free everything."""
        self._demuxer.close()
