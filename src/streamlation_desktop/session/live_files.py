"""The caption files of a live session: readable at any time, complete at the end."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from streamlation_desktop.core.events import EventBus, OutputWritten
from streamlation_desktop.core.files import disk_errors, write_atomically
from streamlation_desktop.pipeline.live.keeping import LiveTrack
from streamlation_desktop.session.naming import caption_path
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.session.result import JobResult, TrackResult
from streamlation_desktop.subtitles.formats.registry import write_subtitles

_ROLLING = frozenset({"srt", "vtt", "txt"})
"""Formats to which a cue can be added at the end; the others are written when the session is over."""


@dataclass(slots=True)
class RollingFiles:
    """Writes each track as it grows."""

    request: JobRequest
    events: EventBus
    result: JobResult
    _written: dict[Path, bytes] = field(default_factory=dict)

    def grow(self, track: LiveTrack) -> None:
        """Bring the files of a track up to date.

        Raises:
            StorageError: the disk refuses.
        """
        for extension in self.request.output.formats:
            if extension in _ROLLING:
                self._append(self._path(track, extension), self._content(track, extension))

    def finish(self, track: LiveTrack) -> list[Path]:
        """Write the whole files.

        Raises:
            StorageError: the disk refuses.
        """
        paths = []
        for extension in self.request.output.formats:
            path, content = self._path(track, extension), self._content(track, extension)
            if self._written.get(path) != content:
                write_atomically(path, content)
            self.events.publish(OutputWritten(path, extension, track.language))
            paths.append(path)
        return paths

    def _path(self, track: LiveTrack, extension: str) -> Path:
        return caption_path(self.request, track.language, extension)

    def _content(self, track: LiveTrack, extension: str) -> bytes:
        known = next(
            each for each in (self.result.spoken, *self.result.translated) if each and each.language == track.language
        )
        return write_subtitles(self.result.document(TrackResult(track.language, track.cues, known.engines)), extension)

    def _append(self, path: Path, content: bytes) -> None:
        """Add what is new, so that a reader never finds a file without its beginning."""
        before = self._written.get(path)
        if before is None or not content.startswith(before):
            write_atomically(path, content)
        else:
            with disk_errors(path), path.open("ab") as file:
                file.write(content[len(before) :])
                file.flush()
                os.fsync(file.fileno())
        self._written[path] = content
