"""Decoders on graphics hardware, where PyAV offers one that works here.

No machine with such hardware was at hand when this was written: the way to failure has been run
(there is none, so software decodes), the way to success has not.
"""

from __future__ import annotations

import logging

import av
from av.codec.hwaccel import HWAccel, hwdevices_available
from av.video.codeccontext import VideoCodecContext

log = logging.getLogger(__name__)

_CODECS = frozenset({"h264", "hevc", "vp9", "av1"})
_WORTH_IT = 1280 * 720
"""Pixels; for smaller pictures the way to the card and back costs more than it saves."""
_DEVICES = ("videotoolbox", "d3d11va", "cuda", "qsv")


def hardware_decoder(software: VideoCodecContext) -> VideoCodecContext | None:
    """A decoder for the same stream on the first device that takes it; None when none does."""
    if software.name not in _CODECS or software.width * software.height < _WORTH_IT:
        return None
    for device in _DEVICES:
        if device not in hwdevices_available():
            continue
        try:
            codec = _opened(software, device)
            if codec.is_hwaccel:
                return codec
            log.info("no decoding on %s", device)
        except (av.FFmpegError, OSError, ValueError, RuntimeError, NotImplementedError) as exc:
            log.info("no decoding on %s: %s", device, exc)
    return None


def _opened(software: VideoCodecContext, device: str) -> VideoCodecContext:
    """Made anew from the stream's header: the container's own decoder cannot be moved to a device."""
    codec = av.CodecContext.create(software.codec, "r", hwaccel=HWAccel(device, allow_software_fallback=False))
    assert isinstance(codec, VideoCodecContext)
    if software.extradata:
        codec.extradata = software.extradata
    codec.width, codec.height = software.width, software.height
    codec.copy_opaque = True
    codec.open()
    return codec
