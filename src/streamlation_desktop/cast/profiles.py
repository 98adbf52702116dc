"""What devices take, and what that means for a source. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.casting import CastDevice, DeliveryLevel, DeviceKind
from streamlation_desktop.media.delivery.facts import AudioFacts, MediaFacts, VideoFacts
from streamlation_desktop.media.names import is_url


@dataclass(frozen=True, slots=True)
class PictureLimit:
    """The most that a decoder takes of one codec."""

    level: float
    height: int
    rate: float


@dataclass(frozen=True, slots=True)
class DeviceProfile:
    """What a device decodes."""

    pictures: dict[str, PictureLimit]
    """By FFmpeg's name of the codec."""
    sounds: frozenset[str] = frozenset({"aac", "mp3", "opus", "vorbis", "flac"})
    has_video: bool = True
    max_height: int = 1080
    max_rate: float = 30.0
    """Of what we encode for it."""


_H264 = PictureLimit(4.1, 1080, 30.5)
SAFE = DeviceProfile({"h264": _H264, "vp8": PictureLimit(99, 1080, 30.5)})
"""What every Chromecast takes; devices with other names get this."""
_PROFILES = {
    "chromecast ultra": DeviceProfile(
        {
            "h264": PictureLimit(4.2, 1080, 60.5),
            "hevc": PictureLimit(5.1, 2160, 60.5),
            "vp8": PictureLimit(99, 2160, 30.5),
            "vp9": PictureLimit(99, 2160, 60.5),
        }
    ),
    "chromecast hd": DeviceProfile(
        {
            "h264": PictureLimit(4.2, 1080, 60.5),
            "hevc": PictureLimit(4.1, 1080, 60.5),
            "vp9": PictureLimit(99, 1080, 60.5),
        }
    ),
    "chromecast": SAFE,
    "google tv streamer": DeviceProfile(
        {
            "h264": PictureLimit(5.2, 2160, 60.5),
            "hevc": PictureLimit(5.1, 2160, 60.5),
            "vp9": PictureLimit(99, 2160, 60.5),
            "av1": PictureLimit(99, 2160, 60.5),
            "libdav1d": PictureLimit(99, 2160, 60.5),
        }
    ),
    "google nest hub": DeviceProfile({"h264": PictureLimit(4.1, 720, 60.5), "vp9": PictureLimit(99, 720, 60.5)}),
    "google nest hub max": DeviceProfile({"h264": PictureLimit(4.1, 720, 30.5), "vp9": PictureLimit(99, 720, 30.5)}),
}
BROWSER = DeviceProfile(
    {"h264": PictureLimit(5.2, 2160, 61), "vp8": PictureLimit(99, 2160, 61), "vp9": PictureLimit(99, 2160, 61)}
)
"""A browser of the last years."""
_CONTAINERS = {"mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "mov": "video/mp4"}
_SOUND_CONTAINERS = {
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "flac": "audio/flac",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
}
_PLAIN_PIXELS = frozenset({"yuv420p", "yuvj420p", ""})


def profile_of(device: CastDevice) -> DeviceProfile:
    """The profile of a device, by its model; unknown ones get what all take."""
    if not device.has_video:
        return DeviceProfile({}, has_video=False)
    if device.kind is DeviceKind.AIRPLAY:
        return DeviceProfile({"h264": _H264}, frozenset({"aac"}))
    return _PROFILES.get(device.model.strip().lower(), SAFE)


def content_type(facts: MediaFacts) -> str | None:
    """MIME type of the source as it is; None when it must be packed anew."""
    suffix = Path(facts.location).suffix.lower().removeprefix(".")
    if is_url(facts.location) or facts.is_live:
        return None
    return (_CONTAINERS if facts.video else _SOUND_CONTAINERS).get(suffix)


def takes_picture(profile: DeviceProfile, video: VideoFacts | None) -> bool:
    """True when the device decodes the picture as it is."""
    if video is None:
        return True
    limit = profile.pictures.get(video.codec)
    is_plain = video.pixel_format in _PLAIN_PIXELS or (video.codec in ("hevc", "vp9") and limit is not None)
    return (
        limit is not None
        and is_plain
        and video.level <= limit.level + 1e-6
        and video.height <= limit.height
        and video.frame_rate <= limit.rate
    )


def takes_sound(profile: DeviceProfile, audio: AudioFacts | None) -> bool:
    """True when the device decodes the sound as it is: AAC of more than two channels it does not."""
    return audio is None or (audio.codec in profile.sounds and (audio.channels <= 2 or audio.codec == "opus"))


def possible_levels(
    profile: DeviceProfile, facts: MediaFacts, *, captions_complete: bool, dubbed: bool
) -> list[DeliveryLevel]:
    """In the order in which they are tried.

    A file as it is needs captions that are complete: those beside it are read once.
    """
    levels = []
    as_it_is = (
        content_type(facts) is not None and takes_picture(profile, facts.video) and takes_sound(profile, facts.audio)
    )
    if as_it_is and captions_complete and not dubbed:
        levels.append(DeliveryLevel.COPY)
    levels.append(DeliveryLevel.STREAM)
    if facts.video is not None and profile.has_video:
        levels.append(DeliveryLevel.BURNED)
    return levels


def copies_picture(profile: DeviceProfile, video: VideoFacts | None, level: DeliveryLevel) -> bool:
    """True when segments may hold the picture as it is: MPEG-TS carries no more than these."""
    if video is None or level is DeliveryLevel.BURNED:
        return video is not None and video.codec in ("h264", "hevc", "mpeg2video")
    return video.codec == "h264" and takes_picture(profile, video)
