"""Prepares media for a device, at one level of the chain."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.cast.hls import caption_file, master_playlist
from streamlation_desktop.cast.live_pace import LivePace
from streamlation_desktop.cast.profiles import DeviceProfile, content_type, copies_picture
from streamlation_desktop.cast.publisher import SegmentPublisher
from streamlation_desktop.cast.segment_shelf import MEDIA_NAME
from streamlation_desktop.cast.shares import Share, ShareTable
from streamlation_desktop.cast.voice import Voice
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.casting import CastTiming, DeliveryLevel
from streamlation_desktop.core.files import disk_errors
from streamlation_desktop.core.language import LanguageCode, language_name
from streamlation_desktop.media.delivery.burned import SegmentBurner
from streamlation_desktop.media.delivery.facts import MediaFacts
from streamlation_desktop.media.delivery.live import VoiceOver, ring_segments
from streamlation_desktop.media.delivery.packets import AUDIO_RATE
from streamlation_desktop.media.delivery.segmenter import SegmentRequest, segments
from streamlation_desktop.media.delivery.segments import Segment
from streamlation_desktop.media.delivery.sound import RATE, SoundRequest

PLAYLIST_TYPE = "application/x-mpegURL"
MASTER_NAME = "master.m3u8"
VOICE_SECONDS = 12.0
"""That live sound is behind its source at least, with a voice over it: a sentence and its speech take as long."""
_SOUND_SECONDS = 3.0
"""The same without a voice."""
_BANDWIDTH = 6_000_000
_UNKNOWN_WAIT = 6.0
"""Seconds that captions of a live stream take, as long as nobody has measured it."""
_BACKLOG = {True: 24.0, False: 8.0}
"""Seconds of a live stream that are offered at once, copied or encoded: some players count by the clock, and lose their
place when what they know of a stream is shorter than a wait for captions."""

SegmentSource = Callable[[CancelToken], Iterator[Segment]]


@dataclass(frozen=True, slots=True)
class CastMedia:
    """What is to be played."""

    facts: MediaFacts
    captions: CaptionFeed
    title: str
    audio_track: int = 0
    dub: Path | None = None
    """Sound in place of the source's own."""
    ring: Path | None = None
    """Of a live source: where its session keeps the latest minutes."""
    voice: Voice | None = None
    """Of a live source: laid over its sound."""


@dataclass(frozen=True, slots=True)
class CaptionTrack:
    """A track that the device can show."""

    id: int
    language: LanguageCode
    name: str
    path: str
    """On our server; empty for one that is in the playlist."""


@dataclass(slots=True)
class Delivery:
    """Media that can be fetched now, or soon."""

    level: DeliveryLevel
    share: Share
    path: str
    """On our server."""
    content_type: str
    is_live: bool
    tracks: tuple[CaptionTrack, ...]
    publisher: SegmentPublisher | None = None
    folder: Path | None = None
    sound: SoundRequest | None = None
    """What is pushed to a device that fetches nothing itself."""

    def close(self) -> None:
        """Stop making segments and remove them."""
        if self.publisher is not None:
            self.publisher.close()
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def prepare(
    level: DeliveryLevel,
    media: CastMedia,
    profile: DeviceProfile,
    shares: ShareTable,
    folder: Path,
    timing: CastTiming,
) -> Delivery:
    """Share the media at that level; segments come in the background.

    Args:
        folder: for segments; private.
        timing: of a live stream.

    Raises:
        StorageError: the disk refuses.
    """
    if level is DeliveryLevel.COPY:
        return _as_it_is(media, shares)
    with disk_errors(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix="cast-", dir=folder))
    share = Share()
    burner = None
    if level is DeliveryLevel.BURNED:
        burner = SegmentBurner(work, profile.max_height, profile.max_rate)
        burner.prepare()
    pace = _pace_of(media, timing) if media.ring is not None else None
    publisher = SegmentPublisher(
        share,
        media.captions,
        _segments_of(media, profile, level, work, pace),
        CancelToken(),
        pace=pace,
        burner=burner,
        buffer=timing.buffer,
        is_voiced=media.voice is not None,
    )
    languages = () if burner else media.captions.languages
    share.put(MASTER_NAME, _master(media, profile, level, languages))
    publisher.start()
    shares.add(share)
    tracks = tuple(_track(number, language, "") for number, language in enumerate(languages, 1))
    return Delivery(
        level, share, share.path(MASTER_NAME), PLAYLIST_TYPE, media.ring is not None, tracks, publisher, work
    )


def _pace_of(media: CastMedia, timing: CastTiming) -> LivePace:
    wait = 0.0 if media.captions.is_complete else media.captions.usual_wait or _UNKNOWN_WAIT
    return LivePace(timing.delay, wait if media.voice is None else max(wait, VOICE_SECONDS))


def prepare_sound(media: CastMedia, shares: ShareTable, timing: CastTiming) -> Delivery:
    """The sound alone, for devices that it is pushed to."""
    sound = SoundRequest(media.facts.location, media.audio_track)
    if media.dub is not None:
        sound = SoundRequest(str(media.dub), 0)
    elif media.ring is not None:
        sound = replace(sound, ring=media.ring, behind=timing.delay or _SOUND_SECONDS)
        if media.voice is not None:
            pace = _pace_of(media, timing)
            wait = media.voice.wait_for if pace.delay is None else None
            sound = replace(sound, mix=media.voice.mix(RATE), behind=pace.delay or pace.expected, wait=wait)
    return Delivery(DeliveryLevel.COPY, shares.add(Share()), "", "audio/mpeg", media.facts.is_live, (), sound=sound)


def _as_it_is(media: CastMedia, shares: ShareTable) -> Delivery:
    source = Path(media.facts.location)
    mime = content_type(media.facts)
    assert mime is not None
    name = f"media{source.suffix.lower()}"
    share = Share({name: source})
    tracks = []
    for number, language in enumerate(media.captions.languages, 1):
        vtt = f"captions-{language}.vtt"
        share.put(vtt, caption_file(media.captions.cues(language)))
        tracks.append(_track(number, language, share.path(vtt)))
    shares.add(share)
    return Delivery(DeliveryLevel.COPY, share, share.path(name), mime, False, tuple(tracks))


def _segments_of(
    media: CastMedia, profile: DeviceProfile, level: DeliveryLevel, folder: Path, pace: LivePace | None
) -> SegmentSource:
    request = SegmentRequest(
        media.facts.location,
        copies_picture(profile, media.facts.video, level),
        profile.max_height,
        profile.max_rate,
        media.audio_track,
        media.dub,
    )
    ring = media.ring
    if ring is not None and pace is not None:
        voice = _voice_over(media.voice, pace) if media.voice is not None else None
        back = (pace.delay or pace.expected) + _BACKLOG[request.copy_video]
        return lambda token: ring_segments(ring, request, folder, token, back, voice)
    return lambda token: segments(request, folder, token)


def _voice_over(voice: Voice, pace: LivePace) -> VoiceOver:
    def wait(until: float, age: float, token: CancelToken) -> None:
        voice.wait_for(until, token, pace.deadline(time.monotonic() - age))

    return VoiceOver(voice.mix(AUDIO_RATE), wait)


def _master(
    media: CastMedia, profile: DeviceProfile, level: DeliveryLevel, languages: tuple[LanguageCode, ...]
) -> bytes:
    video = media.facts.video
    resolution, codecs = None, "mp4a.40.2"
    if video is not None:
        is_copied = level is DeliveryLevel.STREAM and copies_picture(profile, video, level)
        parameters = video.parameters if is_copied and video.parameters else "640029"
        codecs = f"avc1.{parameters},mp4a.40.2"
        resolution = (video.width, video.height) if is_copied else None
    return master_playlist(MEDIA_NAME, languages, bandwidth=_BANDWIDTH, codecs=codecs, resolution=resolution)


def _track(number: int, language: LanguageCode, path: str) -> CaptionTrack:
    return CaptionTrack(number, language, language_name(language), path)
