"""Segments and their captions under the names of a share, and the playlists that list them."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from pathlib import Path

from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.cast.hls import Entry, caption_segment, captions_name, media_playlist
from streamlation_desktop.cast.shares import Share
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.media.delivery.segments import Segment

MEDIA_NAME = "media.m3u8"
_WINDOW = 15
"""Segments in a live playlist."""
_KEPT = 15
"""Older ones that a slow device may still fetch."""


@dataclass(slots=True)
class SegmentShelf:
    """All segments of a file; of a live stream a window that slides."""

    share: Share
    captions: CaptionFeed
    is_live: bool
    has_tracks: bool
    """Captions have playlists of their own; otherwise they are in the picture."""
    buffer: float | None
    """Seconds of a live stream that the device is asked to keep."""
    count: int = 0
    """Segments that were put in so far."""
    is_over: bool = False
    _entries: list[Entry] = field(default_factory=list)
    _dropped: int = 0
    _paths: list[Path] = field(default_factory=list)
    _writing: threading.Lock = field(default_factory=threading.Lock)

    @property
    def start(self) -> float:
        """Media time at which the list begins."""
        return self._entries[0].start if self._entries else 0.0

    @property
    def end(self) -> float:
        """Media time up to which a device can play now."""
        return self._entries[-1].start + self._entries[-1].duration if self._entries else 0.0

    def add(self, segment: Segment) -> None:
        """Put a segment and its captions in; they are listed by the next `write`."""
        name = f"s{segment.index:06}.ts"
        self.share.put(name, segment.path)
        for language in self._languages():
            cues = self.captions.cues(language, segment.start, segment.end)
            if self.is_live:
                cues = [_part(cue, segment) for cue in cues]
            self.share.put(captions_name(language, segment.index), caption_segment(cues))
        self._entries.append(Entry(name, segment.start, segment.duration))
        self._paths.append(segment.path)
        self.count += 1
        if self.is_live:
            self._slide()

    def write(self) -> None:
        """The captions first: a player must never see a picture whose captions are not listed."""
        with self._writing:
            for language in self._languages():
                listed = [
                    replace(entry, name=captions_name(language, self._dropped + number))
                    for number, entry in enumerate(self._entries)
                ]
                self.share.put(captions_name(language), self._playlist(listed))
            self.share.put(MEDIA_NAME, self._playlist(self._entries))

    def _slide(self) -> None:
        while len(self._entries) > _WINDOW:
            self._entries.pop(0)
            self._dropped += 1
        while len(self._paths) > _WINDOW + _KEPT:
            gone = self._paths.pop(0)
            number = self.count - len(self._paths) - 1
            self.share.remove(f"s{number:06}.ts")
            for language in self._languages():
                self.share.remove(captions_name(language, number))
            gone.unlink(missing_ok=True)

    def _playlist(self, entries: list[Entry]) -> bytes:
        return media_playlist(
            entries, self._dropped, is_event=not self.is_live, is_over=self.is_over, buffer=self.buffer
        )

    def _languages(self) -> tuple[LanguageCode, ...]:
        return self.captions.languages if self.has_tracks else ()


def _part(cue: Cue, segment: Segment) -> Cue:
    """What is seen of it in a segment: how long the last caption stays is not known before the next one begins."""
    span = TimeSpan(max(cue.span.start, segment.start), min(cue.span.end, segment.end))
    return replace(cue, span=span)
