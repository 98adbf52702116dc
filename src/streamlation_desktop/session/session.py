"""One job from its request to its files."""

from __future__ import annotations

import logging
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, StorageError, StreamlationError
from streamlation_desktop.core.events import (
    Envelope,
    ErrorInfo,
    EventBus,
    SessionState,
    SessionSummary,
    StateChanged,
    Summarized,
    Warned,
)
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.session.job import Job, JobContext
from streamlation_desktop.session.outputs import CaptionFiles
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.session.result import JobResult
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.speech_job import run_speech_job
from streamlation_desktop.session.subtitle_job import run_subtitle_job
from streamlation_desktop.session.videos import VideoCopies, check_video_request
from streamlation_desktop.storage.recorder import SessionRecorder
from streamlation_desktop.subtitles.bilingual import combine
from streamlation_desktop.subtitles.document import SubtitleDocument

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Session:
    """Runs one job, once."""

    request: JobRequest
    services: Services
    events: EventBus
    token: CancelToken
    focus: Focus = field(default_factory=Focus)
    """Where its user looks."""
    _warnings: list[str] = field(default_factory=list)

    def run(self) -> SessionSummary:
        """Do the job and write its files.

        Raises:
            StreamlationError: it cannot be done, or a target is missing; what was done is kept.
            Cancelled: it was stopped; what was done is kept, and written as partial files.
        """
        recorder = SessionRecorder(self.services.database)
        observers = [self.events.subscribe(handler) for handler in (self._note_warning, recorder.handle)]
        try:
            return self._run(recorder)
        except Cancelled:
            self.events.publish(StateChanged(SessionState.CANCELLED))
            raise
        except StreamlationError as error:
            self.events.publish(StateChanged(SessionState.FAILED, _info(error)))
            raise
        finally:
            for unsubscribe in observers:
                unsubscribe()
            _keep_events(recorder)

    def _run(self, recorder: SessionRecorder) -> SessionSummary:
        self.events.publish(StateChanged(SessionState.RUNNING))
        check_video_request(self.request)
        files = CaptionFiles(self.request, self.events)
        files.check_folder()
        for warning in self.services.database.warnings:
            self.events.publish(warning)
        with ExitStack() as resources:
            context = JobContext(
                self.request, self.services, self.events, self.token, self.focus, files, recorder, resources
            )
            summary = self._work(context)
            self.events.publish(Summarized(summary))
            if context.result.failures:
                raise context.result.failures[0]
        self.events.publish(StateChanged(SessionState.FINISHED))
        return summary

    def _work(self, context: JobContext) -> SessionSummary:
        started = time.monotonic()
        job: Job = run_speech_job if self.request.subtitle_track is None else run_subtitle_job
        try:
            job(context)
            outputs = self._write(context)
        except (Cancelled, StreamlationError) as error:
            self._keep(context, error)
            raise
        ledger_id = context.record.session_id if context.record else ""
        summary = context.result.summary(time.monotonic() - started, outputs, tuple(self._warnings), ledger_id)
        if context.record is not None:
            failed = context.result.failures  # a job without one of its targets is taken up again by the next run
            state = SessionState.FAILED if failed else SessionState.FINISHED
            context.record.finish(state, summary=summary, error=_info(failed[0]) if failed else None)
        return summary

    def _write(self, context: JobContext) -> tuple[Path, ...]:
        documents = self._documents(context.result)
        written = [path for document in documents for path in context.files.write(document)]
        return (*written, *VideoCopies(self.request, self.events, self.token).write(documents))

    def _documents(self, result: JobResult) -> list[SubtitleDocument]:
        documents = [result.document(track) for track in result.tracks()]
        if not self.request.output.bilingual or result.spoken is None:
            return documents
        spoken = result.document(result.spoken)
        return [combine(each, spoken) if each.language != spoken.language else each for each in documents]

    def _keep(self, context: JobContext, error: Cancelled | StreamlationError) -> None:
        """Leave what was done where the user finds it, and the ledger ready to go on.

        What nobody stopped stays interrupted: the next start offers to go on.
        """
        cancelled = isinstance(error, Cancelled)
        if cancelled:
            context.files.write_partial([document for document in self._documents(context.result) if document.cues])
        if context.record is not None and not self.token.is_abandoned:
            state = SessionState.CANCELLED if cancelled else SessionState.FAILED
            context.record.finish(state, error=None if cancelled else _info(error))

    def _note_warning(self, envelope: Envelope) -> None:
        if isinstance(envelope.event, Warned):
            self._warnings.append(envelope.event.message)


def _keep_events(recorder: SessionRecorder) -> None:
    try:
        recorder.close()
    except StorageError:  # the record of events is an extra: it must not hide how the job ended
        log.exception("the events of the session could not be kept")


def _info(error: StreamlationError | Cancelled) -> ErrorInfo:
    assert isinstance(error, StreamlationError)
    return ErrorInfo(error.code, str(error), error.hint)
