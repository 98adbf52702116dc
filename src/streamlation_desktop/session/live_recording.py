"""The ring of a live session and the recording that is made from it."""

from __future__ import annotations

import logging
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, OutputExists, StreamlationError, UsageError
from streamlation_desktop.core.events import EventBus, OutputWritten, Progressed, Warned
from streamlation_desktop.core.files import put_in_place, unfinished
from streamlation_desktop.core.language import language_name
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.media.mux import SubtitleFile, mux_subtitles
from streamlation_desktop.media.ring.folder import RingFolder
from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.ring.recorder import RingRecorder, recording_format
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.subtitles.document import SubtitleDocument
from streamlation_desktop.subtitles.formats.registry import write_subtitles

log = logging.getLogger(__name__)

_DRAIN = 20.0
"""Seconds that the recorder may take to write what is in the ring already."""
_LAST_PACKETS = 2.0
_WITH_CAPTIONS = (".mkv", ".mp4")


class LiveRecording:
    """Keeps a live source's packets where the player and the recorder find them; use as a context.

    A recording that fails ends alone: it is told, and the captions go on.
    """

    def __init__(self, request: LiveRequest, events: EventBus, age: float = 0.0) -> None:
        """Prepare.

        Args:
            request: the session.
            events: told of what is recorded.
            age: seconds that a session has behind it that goes on: its recording does so in another file.

        Raises:
            UsageError: the recording's name tells no container.
            OutputExists: the file is there.
            StorageError: the disk refuses.
        """
        self._request = request
        self._age = age
        self._events = events
        self._own: RingFolder | None = None
        self._token = CancelToken()
        self._thread: threading.Thread | None = None
        self._recorder: RingRecorder | None = None
        self._failed = False
        output = request.record
        if output is not None:
            recording_format(output)
            if output.exists() and not age and not request.job.output.overwrite:
                raise OutputExists(f"{output} exists", hint="Overwrite it with --overwrite, or give another name.")
        if request.ring is None and output is not None:
            self._own = RingFolder(app_paths().cache / "live")

    @property
    def limits(self) -> RingLimits | None:
        """For the source; None when nobody wants its packets."""
        folder = self._own.path if self._own is not None else self._request.ring
        return RingLimits(folder, shift=self._age) if folder is not None else None

    def __enter__(self) -> LiveRecording:
        return self

    def __exit__(self, *_: object) -> None:
        if self._thread is not None:
            self._thread.join(_LAST_PACKETS)
            self._token.cancel()
            self._thread.join(_LAST_PACKETS)
        if self._own is not None:
            self._own.close()

    def start(self, source: SourceInfo) -> None:
        """Begin to record, if that was asked for; raises UsageError when the source is none to record."""
        limits, output = self.limits, self._request.record
        if limits is None or output is None:
            return
        if not source.is_live:
            raise UsageError("only a live source can be recorded", hint="The file is there already.")
        self._recorder = RingRecorder(limits.folder, output, self._token, self._progressed, goes_on_at=self._age)
        self._thread = threading.Thread(target=self._record, args=(self._recorder,), name="live-recorder", daemon=True)
        self._thread.start()

    def finish(self, captions: Sequence[SubtitleDocument]) -> list[Path]:
        """Wait until all of the closed source is written, and add the captions; returns the files."""
        if self._thread is None or self._recorder is None:
            return []
        self._thread.join(_DRAIN)
        files = [path for path in self._recorder.files if path.exists()]
        if self._recorder.missed_seconds:
            self._events.publish(Warned(f"{self._recorder.missed_seconds:.0f} s are missing in the recording"))
        for path in files:
            self._with_captions(path, [document for document in captions if document.cues])
            self._events.publish(OutputWritten(path, path.suffix[1:]))
        return files

    def _progressed(self, seconds: float) -> None:
        self._events.publish(Progressed("record", seconds, None))

    def _record(self, recorder: RingRecorder) -> None:
        try:
            recorder.run()
        except Cancelled:
            log.info("the recording was cut off")
        except StreamlationError as error:
            self._failed = True
            self._events.publish(Warned(f"the recording ended: {error}", error.hint))
        except Exception:
            log.exception("the recording failed")
            self._failed = True
            self._events.publish(Warned("the recording ended with an unexpected error"))

    def _with_captions(self, path: Path, captions: list[SubtitleDocument]) -> None:
        """Put the captions into the file; without room for a copy it stays as it is."""
        if self._failed or not captions or path.suffix.lower() not in _WITH_CAPTIONS:
            return
        try:
            with unfinished(path) as whole, tempfile.TemporaryDirectory(prefix="streamlation-") as folder:
                tracks = [_subtitle_file(document, Path(folder)) for document in captions]
                progress = lambda done, total: self._events.publish(Progressed("mux", done, total))  # noqa: E731
                mux_subtitles(path, tracks, whole, self._token, progress)
                put_in_place(whole, path)
        except (StreamlationError, OSError) as error:
            self._events.publish(Warned(f"the captions are not in {path.name}: {error}", getattr(error, "hint", "")))


def _subtitle_file(document: SubtitleDocument, folder: Path) -> SubtitleFile:
    path = folder / f"{document.language}.srt"
    path.write_bytes(write_subtitles(document, "srt"))
    return SubtitleFile(path, document.language, language_name(document.language), default=False)
