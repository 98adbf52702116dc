"""The files of one language, in the user's folder."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.errors import AlreadyRunning
from streamlation_desktop.core.events import OutputWritten
from streamlation_desktop.core.files import disk_errors, put_in_place, unfinished, unfinished_folder, write_alone
from streamlation_desktop.jobs.context import Stopwatch, TrackContext
from streamlation_desktop.jobs.existing import require_free
from streamlation_desktop.jobs.naming import DubNames
from streamlation_desktop.jobs.results import (
    ExportedFile,
    ExportResult,
    MixResult,
    SoundFile,
    TranscriptResult,
    TranslationResult,
)
from streamlation_desktop.jobs.workspace import sha256_of_file
from streamlation_desktop.media.dub_mux import DubTrack, dub_suffix, mux_dub
from streamlation_desktop.media.source import probe_source
from streamlation_desktop.storage.job_assets import JobAssets
from streamlation_desktop.storage.lease import Lease
from streamlation_desktop.subtitles.document import SubtitleDocument, SubtitleMetadata
from streamlation_desktop.subtitles.formats.registry import write_subtitles

_PATIENCE = 60.0
"""Seconds that another job which writes the same files is waited for."""


def export(
    context: TrackContext, transcript: TranscriptResult, translation: TranslationResult, mixed: MixResult
) -> ExportResult:
    """Write them; each appears whole or not at all, and none that is not ours is overwritten.

    Raises:
        OutputExists: another file is there.
        AlreadyRunning: another job is writing the same files.
        StorageError: the disk refuses.
        SourceError: the source cannot be read.
    """
    exporter = _Exporter(context, DubNames(context.request))
    place = str(exporter.names.voice(context.language))
    lease = Lease(context.services.database.path, hashlib.sha256(place.encode(errors="surrogateescape")).hexdigest())
    if not lease.acquire(_PATIENCE):
        raise AlreadyRunning(f"another job writes {place}", hint="Let one of them write elsewhere: -o FOLDER.")
    try:
        return exporter.export(transcript, translation, mixed)
    finally:
        lease.release()


def refuse_existing(context: TrackContext) -> None:
    """Make sure, before any work, that nothing of somebody else's would be overwritten; raises as `export`."""
    exporter = _Exporter(context, DubNames(context.request))
    for path in exporter.names.planned(context.language, video_suffix(context)):
        exporter.require_free(path)


def video_suffix(context: TrackContext) -> str:
    """``.mp4`` or ``.mkv``; empty where the source has no picture."""
    info = probe_source(context.request.location, context.token)
    return dub_suffix(info) if info.video is not None else ""


@dataclass(frozen=True, slots=True)
class _Exporter:
    context: TrackContext
    names: DubNames

    def export(self, transcript: TranscriptResult, translation: TranslationResult, mixed: MixResult) -> ExportResult:
        watch = Stopwatch(time.thread_time)
        language = self.context.language
        files = [
            self._sound(mixed.voice, self.names.voice(language), "voice"),
            self._sound(mixed.mix, self.names.mix(language), "mix"),
            *self._captions(transcript, translation),
            *self._video(mixed.mix),
        ]
        return ExportResult(tuple(files), watch.cost(self.context))

    def require_free(self, path: Path) -> None:
        """A file that is there already must be this job's own, or overwriting was asked for."""
        if not self.context.request.output.overwrite:
            require_free(path, self.context.services.database, self.context.job_id)

    def _sound(self, sound: SoundFile, path: Path, kind: str) -> ExportedFile:
        self.require_free(path)
        with disk_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            with unfinished(path) as whole:
                with whole.open("wb") as copy, sound.path.open("rb") as original:
                    shutil.copyfileobj(original, copy)
                return self._publish(whole, path, kind)

    def _captions(self, transcript: TranscriptResult, translation: TranslationResult) -> Iterator[ExportedFile]:
        starter = translation.engine.quality == "starter"
        note = f"Starter quality ({translation.engine.engine})" if starter else ""
        engines = (*transcript.engines, translation.engine)
        metadata = SubtitleMetadata("", transcript.language, engines, note)
        document = SubtitleDocument(translation.cues, self.context.language, metadata)
        for extension in self.context.request.output.formats:
            path = self.names.captions(self.context.language, extension)
            self.require_free(path)
            data = write_subtitles(document, extension)
            self._record(path, hashlib.sha256(data).hexdigest())
            write_alone(path, data)
            yield self._told(path, "captions", hashlib.sha256(data).hexdigest())

    def _video(self, sound: SoundFile) -> Iterator[ExportedFile]:
        context = self.context
        suffix = video_suffix(context)
        if not suffix:
            return
        path = self.names.video(context.language, suffix)
        self.require_free(path)
        if suffix != ".mp4":
            context.warn(f"MP4 cannot hold the source's streams: {path.name} is written instead")
        with unfinished_folder(path) as whole:
            dub = DubTrack(sound.path, context.language)
            mux_dub(
                Path(context.request.location),
                dub,
                whole,
                context.token,
                lambda done, total: context.report(min(done / total, 1.0) if total else 0.5),
            )
            yield self._publish(whole, path, "video")

    def _publish(self, whole: Path, path: Path, kind: str) -> ExportedFile:
        """First the record, then the file: one that a kill leaves there is known as ours."""
        digest = sha256_of_file(whole)
        self._record(path, digest)
        put_in_place(whole, path)
        return self._told(path, kind, digest)

    def _record(self, path: Path, digest: str) -> None:
        JobAssets(self.context.services.database).add(self.context.job_id, str(path), self.context.language, digest)

    def _told(self, path: Path, kind: str, digest: str) -> ExportedFile:
        self.context.events.publish(OutputWritten(path, path.suffix[1:], self.context.language))
        return ExportedFile(path, kind, digest)
