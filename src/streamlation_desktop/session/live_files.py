"""The caption files of a live session: readable at any time, complete at the end."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from streamlation_desktop.core.events import EventBus, OutputWritten
from streamlation_desktop.core.files import disk_errors, write_alone
from streamlation_desktop.pipeline.live.keeping import LiveTrack
from streamlation_desktop.session.naming import caption_path
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.session.result import JobResult, TrackResult
from streamlation_desktop.subtitles.document import SubtitleDocument
from streamlation_desktop.subtitles.formats.registry import SubtitleFormat, format_for

_ROLLING = frozenset({"srt", "vtt", "txt"})
"""Formats that are written as the session goes; the others when it is over."""


@dataclass(slots=True)
class RollingFiles:
    """Writes each track as it grows."""

    request: JobRequest
    events: EventBus
    result: JobResult
    _written: dict[Path, int] = field(default_factory=dict)
    """Cues in each file."""

    def grow(self, track: LiveTrack) -> None:
        """Bring the files of a track up to date.

        Raises:
            StorageError: the disk refuses.
        """
        for extension in self.request.output.formats:
            if extension in _ROLLING:
                self._grow(track, self._path(track, extension), format_for(extension))

    def finish(self, track: LiveTrack) -> list[Path]:
        """Write the whole files.

        Raises:
            StorageError: the disk refuses.
        """
        paths = []
        for extension in self.request.output.formats:
            path = self._path(track, extension)
            content = format_for(extension).serialize(self._document(track))
            if path not in self._written or path.read_bytes() != content:
                write_alone(path, content)
            self.events.publish(OutputWritten(path, extension, track.language))
            paths.append(path)
        return paths

    def _path(self, track: LiveTrack, extension: str) -> Path:
        return caption_path(self.request, track.language, extension)

    def _document(self, track: LiveTrack, first: int = 0) -> SubtitleDocument:
        """The cues from the `first` on."""
        known = next(
            each for each in (self.result.spoken, *self.result.translated) if each and each.language == track.language
        )
        return self.result.document(TrackResult(track.language, track.cues[first:], known.engines))

    def _grow(self, track: LiveTrack, path: Path, written_as: SubtitleFormat) -> None:
        """Add what is new where the format allows, so that a reader never finds a file without its beginning."""
        before = self._written.get(path, 0)
        if before and written_as.more is not None:
            with disk_errors(path), path.open("ab") as file:
                file.write(written_as.more(self._document(track, before), before))
                file.flush()
                os.fsync(file.fileno())
        else:
            write_alone(path, written_as.serialize(self._document(track)))
        self._written[path] = len(track.cues)
