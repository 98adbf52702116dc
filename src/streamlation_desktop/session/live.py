"""A live session from its request to its captions and files."""

from __future__ import annotations

import logging
import time
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.clock import Clock, SystemClock
from streamlation_desktop.core.errors import Cancelled, StorageError, StreamlationError
from streamlation_desktop.core.events import (
    Envelope,
    ErrorInfo,
    EventBus,
    SessionState,
    SessionSummary,
    SourceOpened,
    StateChanged,
    Summarized,
    Warned,
)
from streamlation_desktop.session.free_memory import few_heaps
from streamlation_desktop.session.live_ledger import LiveWork
from streamlation_desktop.session.live_pipeline import LivePipeline
from streamlation_desktop.session.live_recognition import LiveRecognition
from streamlation_desktop.session.live_recording import LiveRecording
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.live_resume import EarlierRun
from streamlation_desktop.session.live_source import OpenLiveSource, open_live_source
from streamlation_desktop.session.live_tracks import LiveTracks
from streamlation_desktop.session.naming import output_stem
from streamlation_desktop.session.outputs import CaptionFiles
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.source_faults import source_faults
from streamlation_desktop.storage.identity import JobKey
from streamlation_desktop.storage.ledger import LedgerSession
from streamlation_desktop.storage.recorder import SessionRecorder

log = logging.getLogger(__name__)


@dataclass(slots=True)
class LiveSession:
    """Runs one live session, once.

    Cancelling the token is how a live session ends: the source is closed, what was said is finished, and `run`
    returns as if the source had ended.
    """

    request: LiveRequest
    services: Services
    events: EventBus
    token: CancelToken
    open_source: OpenLiveSource = open_live_source
    clock: Clock = field(default_factory=SystemClock)
    _is_new: bool = False
    """No earlier run of it can have written files."""
    _warnings: list[str] = field(default_factory=list)

    def run(self) -> SessionSummary:
        """Caption the source until it ends or the token is cancelled.

        Raises:
            StreamlationError: it cannot be done, or the source failed; what was said until then is kept.
        """
        few_heaps()
        self._is_new = not self.request.started
        if self._is_new:
            self.request = replace(self.request, started=round(time.time(), 3))
        recorder = SessionRecorder(self.services.database)
        observers = [self.events.subscribe(handler) for handler in (self._note_warning, recorder.handle)]
        try:
            with ExitStack() as resources:
                summary = self._run(recorder, resources)
        except Cancelled:  # before anything was heard
            self.events.publish(StateChanged(SessionState.CANCELLED))
            raise
        except StreamlationError as error:
            self.events.publish(StateChanged(SessionState.FAILED, _info(error)))
            raise
        finally:
            for unsubscribe in observers:
                unsubscribe()
            _keep_events(recorder)
        return summary

    def _run(self, recorder: SessionRecorder, resources: ExitStack) -> SessionSummary:
        started, job = time.monotonic(), self.request.job
        self.events.publish(StateChanged(SessionState.RUNNING))
        files = CaptionFiles(job, self.events)
        if job.output.folder is not None:
            files.check_folder()
            if self._is_new:
                files.refuse_existing(job.targets)
        source_token = CancelToken()
        resources.callback(self.token.on_cancel(source_token.cancel))
        age = self.request.age
        recording = resources.enter_context(LiveRecording(self.request, self.events, age))
        source = resources.enter_context(
            closing(self.open_source(self.request, source_token, self.events, recording.limits))
        )
        self.events.publish(SourceOpened(source.info))
        recording.start(source.info)
        recognition = LiveRecognition.choose(self.request, self.services, self.events)
        key = JobKey.of(job.location, LiveWork.of(self.request))
        record = resources.enter_context(self.services.ledger.begin(key, targets=job.targets))
        recorder.attach(record.session_id)
        if job.output.folder is not None and not record.resumed:
            files.refuse_existing(job.targets)
        tracks = LiveTracks(self.request, self.services, self.events, recognition.origin)
        tracks.result.title = source.info.title or output_stem(job.location)
        earlier = EarlierRun.of(record.committed)
        pipeline = LivePipeline(
            self.request, self.events, self.clock, source, source_token, recognition, tracks, earlier, age
        )
        try:
            pipeline.run(record, self.services.loaders.detector)
        except (StreamlationError, Cancelled) as error:
            self._end(record, error)
            raise
        for warning in source_faults(source.counters):
            self.events.publish(warning)
        source.close()
        return self._finish(record, pipeline, tracks, recording, time.monotonic() - started)

    def _finish(
        self,
        record: LedgerSession,
        pipeline: LivePipeline,
        tracks: LiveTracks,
        recording: LiveRecording,
        seconds: float,
    ) -> SessionSummary:
        outputs = tracks.finish()
        outputs += recording.finish([tracks.result.document(track) for track in tracks.result.tracks()])
        tracks.result.media_seconds = pipeline.heard_until
        summary = tracks.result.summary(seconds, tuple(outputs), tuple(self._warnings))
        self.events.publish(Summarized(summary))
        failure = pipeline.failure
        if failure is not None:
            self._end(record, failure, summary)
            raise failure
        record.finish(SessionState.FINISHED, summary=summary)
        self.events.publish(StateChanged(SessionState.FINISHED))
        return summary

    def _end(
        self, record: LedgerSession, error: StreamlationError | Cancelled, summary: SessionSummary | None = None
    ) -> None:
        """A live session is never taken up again by the same command: it ends here, with what it has."""
        cancelled = isinstance(error, Cancelled)
        state = SessionState.CANCELLED if cancelled else SessionState.FAILED
        record.finish(state, summary=summary, error=None if isinstance(error, Cancelled) else _info(error))

    def _note_warning(self, envelope: Envelope) -> None:
        if isinstance(envelope.event, Warned):
            self._warnings.append(envelope.event.message)


def _keep_events(recorder: SessionRecorder) -> None:
    try:
        recorder.close()
    except StorageError:  # the record of events is an extra: it must not hide how the session ended
        log.exception("the events of the session could not be kept")


def _info(error: StreamlationError) -> ErrorInfo:
    return ErrorInfo(error.code, str(error), error.hint)
