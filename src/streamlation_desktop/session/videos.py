"""Copies of the media with the captions in them."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.events import EventBus, OutputWritten, Progressed
from streamlation_desktop.core.language import language_name
from streamlation_desktop.media.burn import burn_in
from streamlation_desktop.media.mux import SubtitleFile, mux_subtitles
from streamlation_desktop.media.names import is_url
from streamlation_desktop.session.naming import video_path
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.subtitles.document import SubtitleDocument
from streamlation_desktop.subtitles.formats.registry import write_subtitles


def check_video_request(request: JobRequest) -> None:
    """Burning in and muxing read the file a second time.

    Raises:
        UsageError: the source cannot be read again.
    """
    if (request.output.burn_in or request.output.mux) and (request.location == "-" or is_url(request.location)):
        raise UsageError("--burn-in and --mux need a file", hint="Save the stream first, then run on the file.")


@dataclass(frozen=True, slots=True)
class VideoCopies:
    """Writes the copies that were asked for."""

    request: JobRequest
    events: EventBus
    token: CancelToken

    def write(self, documents: Sequence[SubtitleDocument]) -> list[Path]:
        """Write them.

        Raises:
            SourceError: the source has no picture to burn into, or cannot be copied.
            StorageError: the disk refuses.
        """
        if not documents or not (self.request.output.burn_in or self.request.output.mux):
            return []
        with tempfile.TemporaryDirectory(prefix="streamlation-") as name:
            folder = Path(name)
            written = [self._burn(document, folder) for document in documents] if self.request.output.burn_in else []
            return written + ([self._mux(documents, folder)] if self.request.output.mux else [])

    def _burn(self, document: SubtitleDocument, folder: Path) -> Path:
        captions = folder / f"{document.language}.ass"
        captions.write_bytes(write_subtitles(document, "ass"))
        output = video_path(self.request, document.language, "burned")
        burn_in(
            Path(self.request.location),
            captions,
            output,
            self.token,
            lambda done, total: self.events.publish(Progressed(f"burn in {document.language}", done, total)),
        )
        self.events.publish(OutputWritten(output, "mp4", document.language))
        return output

    def _mux(self, documents: Sequence[SubtitleDocument], folder: Path) -> Path:
        tracks: list[SubtitleFile] = []
        for document in documents:
            path = folder / f"{document.language}.srt"
            path.write_bytes(write_subtitles(document, "srt"))
            tracks.append(SubtitleFile(path, document.language, language_name(document.language), not tracks))
        output = video_path(self.request, documents[0].language, "subtitled")
        mux_subtitles(
            Path(self.request.location),
            tracks,
            output,
            self.token,
            lambda done, total: self.events.publish(Progressed("mux", done, total)),
        )
        self.events.publish(OutputWritten(output, output.suffix[1:]))
        return output
