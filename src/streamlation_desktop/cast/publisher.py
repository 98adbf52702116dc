"""Publishes segments as they become complete: never the picture before its captions."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import InitVar, dataclass, field, replace

from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.cast.live_pace import LivePace
from streamlation_desktop.cast.segment_shelf import MEDIA_NAME, SegmentShelf
from streamlation_desktop.cast.shares import Share
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.casting import CastTiming
from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.media.delivery.burned import SegmentBurner
from streamlation_desktop.media.delivery.segments import CLOCK_OFFSET, Segment
from streamlation_desktop.subtitles.document import UNDETERMINED, SubtitleDocument
from streamlation_desktop.subtitles.formats.registry import write_subtitles

_AHEAD = 20
"""Segments that wait for their captions before no more are made."""
_POLL = 0.1
"""Seconds after which a wait for the other thread sees that all is to stop."""
_FRESH_SECONDS = 0.3
"""In which a segment is new."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class SegmentPublisher:
    """Two threads: one makes segments, one waits for their captions and publishes them."""

    share: Share
    captions: CaptionFeed
    source: Callable[[CancelToken], Iterator[Segment]]
    token: CancelToken
    pace: LivePace | None = None
    """Of a live stream."""
    burner: SegmentBurner | None = None
    buffer: InitVar[float | None] = None
    """See `SegmentShelf`."""
    is_voiced: bool = False
    """A voice was laid over it, for which segments have waited already."""
    failure: StreamlationError | None = None
    late: int = 0
    """Segments that went without waiting any longer."""
    behind: float = 0.0
    """By how much its clock is behind ours: the difference grows when segments come later than before."""
    newest_at: float = 0.0
    """When the newest segment went out; monotonic seconds."""
    _shelf: SegmentShelf = field(init=False)
    _made: queue.Queue[tuple[Segment, float] | None] = field(default_factory=lambda: queue.Queue(_AHEAD))
    _ready: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)
    _begins: bool = False
    """A device was told to play, and has not asked for the playlist yet."""
    _worth: int = 0
    """Segments that must have gone out before a device that begins gets the playlist."""

    def __post_init__(self, buffer: float | None) -> None:
        self._shelf = SegmentShelf(self.share, self.captions, self.is_live, self.burner is None, buffer)

    @property
    def is_live(self) -> bool:
        """True where the playlist is a window."""
        return self.pace is not None

    def start(self) -> None:
        """Begin; the playlists are there, empty, at once."""
        self.share.hold(MEDIA_NAME, self._is_stale)
        self._shelf.write()
        for name, work in (("cast-segments", self._make), ("cast-publish", self._publish_all)):
            thread = threading.Thread(target=work, name=name, daemon=True)
            self._threads.append(thread)
            thread.start()

    def wait_ready(self, seconds: float) -> bool:
        """Until enough is published to begin with, or it cannot be; False when time is up."""
        return self._ready.wait(seconds)

    @property
    def published(self) -> int:
        """Segments that have gone out."""
        return self._shelf.count

    @property
    def published_to(self) -> float:
        """Media time up to which a device can play now."""
        return self._shelf.end

    def device_begins(self) -> None:
        """A device was told to play: it gets the playlist of a live stream just after a segment has come.

        Where it begins is reckoned from the newest segment: what is left of the next one's time it would stay behind.
        """
        self._begins = self.is_live

    def follow(self, timing: CastTiming) -> None:
        """Be so far behind a live stream from now on."""
        if self.pace is not None:
            self.pace.delay, self._shelf.buffer = timing.delay, timing.buffer
            self._shelf.write()

    def close(self) -> None:
        """Stop both threads."""
        self.token.cancel()
        for thread in self._threads:
            thread.join(10.0)

    def _is_stale(self) -> bool:
        """A device that begins should wait a moment."""
        if self._begins:
            self._begins = False
            is_fresh = time.monotonic() - self.newest_at < _FRESH_SECONDS
            self._worth = self.published + (0 if is_fresh else 1)
        return self.published < self._worth and not self._shelf.is_over

    def _make(self) -> None:
        try:
            for segment in self.source(self.token):
                self._offer((segment, time.monotonic() - segment.behind))
            self._offer(None)
        except Cancelled:
            return
        except StreamlationError as error:
            self._fail(error)

    def _offer(self, item: tuple[Segment, float] | None) -> None:
        while True:
            self.token.raise_if_cancelled()
            try:
                return self._made.put(item, timeout=_POLL)
            except queue.Full:
                continue

    def _publish_all(self) -> None:
        try:
            while (item := self._next()) is not None:
                self._publish(*item)
            self._shelf.is_over = True
            self._shelf.write()
        except Cancelled:
            return
        except StreamlationError as error:
            self._fail(error)
        finally:
            self._ready.set()

    def _next(self) -> tuple[Segment, float] | None:
        while True:
            self.token.raise_if_cancelled()
            try:
                return self._made.get(timeout=_POLL)
            except queue.Empty:
                self._can_begin()

    def _publish(self, segment: Segment, made: float) -> None:
        self._await_captions(segment, made)
        if self.burner is not None:
            segment = self.burner.burn(segment, self._script(segment), self.token)
        self._shelf.add(segment)
        self.newest_at = time.monotonic()
        self.behind = self.newest_at - segment.end
        self._shelf.write()
        if not self.is_live:
            self._can_begin()

    def _can_begin(self) -> None:
        """A device needs three segments; of a live stream, those that are due now."""
        if self.published >= 3 and self._shelf.end - self._shelf.start >= (self._shelf.buffer or 0.0):
            self._ready.set()

    def _await_captions(self, segment: Segment, made: float) -> None:
        pace = self.pace
        if pace is None:
            self.captions.wait_for(segment.end, self.token)
            return
        seen, came = time.monotonic(), pace.came(segment.end, made)
        if self.captions.committed_to < segment.end:
            self._can_begin()
        if self.captions.wait_for(segment.end, self.token, pace.deadline(came)):
            ready = self.captions.final_at(segment.end)
        else:
            ready = time.monotonic()
            self.late += 1
        rest = pace.release(segment.end, max(seen, ready) if self.is_voiced else ready) - time.monotonic()
        if rest > 0:
            self._can_begin()
            self.token.wait(rest)
            self.token.raise_if_cancelled()

    def _script(self, segment: Segment) -> bytes:
        language = next(iter(self.captions.languages), UNDETERMINED)
        cues = [
            replace(cue, span=TimeSpan(cue.span.start + CLOCK_OFFSET, cue.span.end + CLOCK_OFFSET))
            for cue in self.captions.cues(language, segment.start, segment.end)
        ]
        return write_subtitles(SubtitleDocument(tuple(cues), language), "ass")

    def _fail(self, error: StreamlationError) -> None:
        log.info("segments: %s", error)
        self.failure = error
        self.token.cancel()
        self._ready.set()
