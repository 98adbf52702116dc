"""A copy of a film with captions of the history in it: made by a child process, which can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from streamlation_desktop.core.cancel import CancelToken

if TYPE_CHECKING:
    from streamlation_desktop.core.events import Envelope
    from streamlation_desktop.session.captions import ExportRequest, RecordedCaptions
    from streamlation_desktop.session.request import JobRequest


def copies_request(film: Path, folder: Path, *, burn_in: bool, mux: bool) -> JobRequest:
    """Which copies are wanted of `film`."""
    from streamlation_desktop.session.request import JobRequest, OutputRequest

    output = OutputRequest(formats=(), folder=folder, overwrite=True, burn_in=burn_in, mux=mux)
    return JobRequest(str(film), output=output)


def copy_paths(request: JobRequest, captions: ExportRequest) -> tuple[Path, ...]:
    """What would be written."""
    from streamlation_desktop.session.naming import video_path

    burned = [video_path(request, code, "burned") for code in captions.languages if request.output.burn_in]
    muxed = [video_path(request, code, "subtitled") for code in captions.languages[:1] if request.output.mux]
    return (*burned, *muxed)


class FilmExport:
    """One order; `run` is for a pool, `cancel` for any thread."""

    def __init__(self, captions: RecordedCaptions, order: ExportRequest, copies: JobRequest) -> None:
        self._captions, self._order, self._copies = captions, order, copies
        self._token = CancelToken()

    def run(self, progress: Callable[[float], object]) -> tuple[Path, ...]:
        """Write the copies; `progress` is told 0..1 of each, on this thread.

        Raises:
            SourceError: the film cannot be copied, or has no picture to draw on.
            StorageError: the disk refuses.
            Cancelled: `cancel` was called; nothing is left behind.
        """
        from streamlation_desktop.core.events import EventBus, Progressed
        from streamlation_desktop.session.videos import VideoCopies

        def hear(envelope: Envelope) -> None:
            if isinstance(envelope.event, Progressed) and envelope.event.total:
                progress(envelope.event.done / envelope.event.total)

        events = EventBus("export")
        events.subscribe(hear)
        return tuple(VideoCopies(self._copies, events, self._token).write(self._captions.documents(self._order)))

    def cancel(self) -> None:
        """Stop it."""
        self._token.cancel()
