"""What a session works on, in the form in which a device or a page plays it."""

from __future__ import annotations

from pathlib import Path

from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.cast.delivery import CastMedia
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.media.delivery.facts import inspect, inspect_ring
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.web.board import BoardEntry
from streamlation_desktop.web.live_voice import LiveVoice


def media_of(
    entry: BoardEntry, token: CancelToken, voice: LiveVoice | None = None, dub: Path | None = None
) -> CastMedia:
    """The media with its captions; waits until a live source has begun.

    Args:
        voice: laid over the sound of a live source.
        dub: heard in place of the sound of a file.

    Raises:
        UsageError: somebody else has the media, or it is sound of this computer.
        SourceError: it cannot be read.
        Cancelled: the token was cancelled.
    """
    job = entry.job
    if job is None:
        raise UsageError("the session was not started here", hint="Only its captions are known.")
    if entry.ring is not None:
        facts = inspect_ring(entry.ring.path, job.location, token)
    elif isinstance(entry.request, LiveRequest):
        raise UsageError("the sound of this computer cannot be cast", hint="Cast a file or a stream.")
    else:
        facts = inspect(job.location, token, job.audio_track)
    ring = entry.ring.path if entry.ring is not None else None
    return CastMedia(facts, captions_of(entry), entry.feed.title, job.audio_track or 0, dub, ring, voice)


def captions_of(entry: BoardEntry) -> CaptionFeed:
    """Its captions; where its language had to be found out, in what was found so far."""
    if entry.captions is not None:
        return entry.captions
    is_live = isinstance(entry.request, LiveRequest)
    feed = CaptionFeed(tuple(LanguageCode(name) for name in entry.feed.languages()), is_live=is_live)
    if entry.events is not None:
        entry.events.subscribe(feed.handle)
    for language in feed.languages:
        feed.add(entry.feed.track(language))
    if entry.feed.is_over or not feed.languages:
        feed.finish()
    return feed
