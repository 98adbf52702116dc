"""The captions to cast with: from the history when they are all there, else from a session that runs meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.core.events import Handler, SessionState
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.media.ring.folder import RingFolder
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest, OutputRequest
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.history import History
from streamlation_desktop.storage.identity import JobKey
from streamlation_desktop.web.board import BoardEntry, SessionBoard
from streamlation_desktop.web.starting import title_of


@dataclass(frozen=True, slots=True)
class CaptionOrigin:
    """Captions, and the session that makes them, if one must."""

    feed: CaptionFeed
    entry: BoardEntry | None = None
    ring: Path | None = None
    """Of a live source: where its media is."""


def captions_for(
    location: str,
    sources: Sequence[LanguageCode],
    targets: Sequence[LanguageCode],
    database: Database,
    board: SessionBoard,
    folder: Path,
    handlers: Sequence[Handler] = (),
    *,
    is_live: bool = False,
) -> CaptionOrigin:
    """Captions in the targets, or in the given spoken languages where nothing is to be translated.

    Args:
        folder: for a session that needs one; no caption file is written.
        handlers: hear the events of that session.
        is_live: the source has no end; its session also keeps the media.

    Raises:
        SourceError: there is no such file.
        StorageError: the database refuses.
    """
    if is_live:
        return _live(location, sources, targets, board, folder, handlers)
    languages = tuple(targets) or tuple(sources)
    feed = CaptionFeed(languages)
    if not languages:
        feed.finish()
        return CaptionOrigin(feed)
    if _recalled(feed, location, database):
        return CaptionOrigin(feed)
    request = JobRequest(
        location, sources=tuple(sources), targets=tuple(targets), output=OutputRequest(formats=(), folder=folder)
    )
    return CaptionOrigin(feed, board.start(request, title_of(location), [feed.handle, *handlers]))


def _live(
    location: str,
    sources: Sequence[LanguageCode],
    targets: Sequence[LanguageCode],
    board: SessionBoard,
    folder: Path,
    handlers: Sequence[Handler],
) -> CaptionOrigin:
    """A live session reads the source once, for its captions and for the device."""
    ring = RingFolder(folder)
    feed = CaptionFeed(tuple(targets) or tuple(sources), is_live=True)
    if not feed.languages:
        feed.finish()
    job = JobRequest(location, sources=tuple(sources), targets=tuple(targets), output=OutputRequest(formats=()))
    request = LiveRequest(job, ring=ring.path)
    entry = board.start(request, title_of(location), [feed.handle, *handlers], ring)
    return CaptionOrigin(feed, entry, ring.path)


def _recalled(feed: CaptionFeed, location: str, database: Database) -> bool:
    """Fill the feed from the history; True when it is complete.

    What an interrupted session has done is taken, too: the session that goes on does not tell it again.
    """
    history = History(database)
    fingerprint = JobKey.of(location, OutputRequest()).fingerprint
    for record in history.of_content(fingerprint):
        tracks = [history.cues(record.id, language) for language in feed.languages]
        is_whole = record.state is SessionState.FINISHED and all(tracks)
        if not (is_whole or record.state in (SessionState.CANCELLED, SessionState.FAILED) or record.is_interrupted):
            continue
        for cues in tracks:
            feed.add(cues)
        if is_whole:
            feed.finish()
        return is_whole
    return False
