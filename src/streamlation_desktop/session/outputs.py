"""The caption files of a job."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.errors import OutputExists
from streamlation_desktop.core.events import EventBus, OutputWritten
from streamlation_desktop.core.files import disk_errors, write_alone
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.session.naming import caption_path, output_folder, video_path
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.subtitles.document import SubtitleDocument
from streamlation_desktop.subtitles.formats.registry import write_subtitles


@dataclass(frozen=True, slots=True)
class CaptionFiles:
    """Where the captions of a job go, and whether they may."""

    request: JobRequest
    events: EventBus

    def check_folder(self) -> None:
        """Make sure, before any work, that the folder is there and takes files.

        Raises:
            StorageError: it does not.
        """
        output = self.request.output
        if not (output.formats or output.burn_in or output.mux):
            return  # the window keeps captions in the history and writes them when asked
        folder = output_folder(self.request)
        if self.request.output.folder is None and not folder.is_dir():
            return  # neither is the source, then: opening it says so
        with disk_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass

    def refuse_existing(self, languages: Iterable[LanguageCode]) -> None:
        """Make sure, before any work, that nothing would be overwritten.

        Raises:
            OutputExists: a file is there and overwriting was not asked for.
        """
        for path in self._planned(languages):
            if path.exists():
                self._refuse(path)

    def write(self, document: SubtitleDocument) -> list[Path]:
        """Write one track in every format; partial files of an interrupted run are removed.

        Raises:
            OutputExists: another file is there; the same one, from a run that was killed at its end, is not.
        """
        written = []
        for extension in self.request.output.formats:
            path = caption_path(self.request, document.language, extension)
            data = write_subtitles(document, extension)
            if path.exists() and path.read_bytes() != data:
                self._refuse(path)
            write_alone(path, data)
            self.events.publish(OutputWritten(path, extension, document.language))
            written.append(path)
        self.remove_partial(document.language)
        return written

    def write_partial(self, documents: Sequence[SubtitleDocument]) -> list[Path]:
        """Write what an interrupted run has done, as ``talk.es.partial.srt``."""
        written = []
        for document in documents:
            for extension in self.request.output.formats:
                path = caption_path(self.request, document.language, extension, partial=True)
                write_alone(path, write_subtitles(document, extension))
                self.events.publish(OutputWritten(path, extension, document.language))
                written.append(path)
        return written

    def remove_partial(self, language: LanguageCode) -> None:
        """Remove the partial files of a language, now that there are whole ones."""
        for extension in self.request.output.formats:
            caption_path(self.request, language, extension, partial=True).unlink(missing_ok=True)

    def _refuse(self, path: Path) -> None:
        if not self.request.output.overwrite:
            raise OutputExists(f"{path} exists", hint="Overwrite it with --overwrite, or choose another -o FOLDER.")

    def _planned(self, languages: Iterable[LanguageCode]) -> Iterable[Path]:
        for language in languages:
            for extension in self.request.output.formats:
                yield caption_path(self.request, language, extension)
            if self.request.output.burn_in:
                yield video_path(self.request, language, "burned")
            if self.request.output.mux:
                yield video_path(self.request, language, "subtitled")
