"""Starts sessions for the server: files as jobs, streams as live sessions whose latest minutes are kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from streamlation_desktop.media.names import is_capture, is_url, url_name
from streamlation_desktop.media.ring.folder import RingFolder
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest, OutputRequest
from streamlation_desktop.web.board import BoardEntry, SessionBoard


def start_session(
    board: SessionBoard, job: JobRequest, rings: Path, *, is_live: bool, delay: float | None = None
) -> BoardEntry:
    """Start it; no caption file is written.

    Args:
        rings: the folder in which a live stream is kept, for devices and pages.
        delay: see `LiveRequest`.

    Raises:
        AlreadyRunning: as many as allowed are running.
        StorageError: the disk refuses.
    """
    title = title_of(job.location)
    job = replace(job, output=OutputRequest(formats=(), folder=None if is_live else job.output.folder))
    if not is_live:
        return board.start(job, title)
    request = LiveRequest(job, delay=delay)
    if is_capture(job.location):
        return board.start(request, title)
    ring = RingFolder(rings)
    return board.start(replace(request, ring=ring.path), title, ring=ring)


def title_of(location: str) -> str:
    """The name of a file, or of a stream."""
    if is_url(location):
        return url_name(location)
    return location.replace("\\", "/").rstrip("/").rpartition("/")[2] or location
