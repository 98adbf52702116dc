"""What every stage is given."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from streamlation_desktop import __version__
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import Degraded, EngineChosen, Envelope, EventBus, JobProgressed, Warned
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.devices import DeviceRequest
from streamlation_desktop.jobs.request import DubRequest
from streamlation_desktop.jobs.results import Cost, Helper
from streamlation_desktop.jobs.workspace import Workspace
from streamlation_desktop.session.services import Services
from streamlation_desktop.storage.codec import canonical
from streamlation_desktop.storage.job_results import JobResults
from streamlation_desktop.storage.jobs import JOB_WIDE, JobStore

T = TypeVar("T")

_REPORT_SECONDS = 0.5


class StageOutdated(Exception):
    """What an earlier stage gave is not there, or no longer holds: a line was edited meanwhile, for example."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.value)
        self.stage = stage


@dataclass(slots=True)
class TrackContext:
    """The surroundings of one language of one job."""

    job_id: str
    request: DubRequest
    language: LanguageCode
    services: Services
    store: JobStore
    results: JobResults
    workspace: Workspace
    events: EventBus
    token: CancelToken
    fingerprint: str
    """Of the source's content."""
    is_gentle: bool = False
    """On the processor, with the least memory: an engine process died of this job before."""
    stage: Stage = Stage.QUEUED
    warnings: list[str] = field(default_factory=list)
    """Of the stage that runs."""
    helpers: dict[Helper, None] = field(default_factory=dict)
    """Of the stage that runs, in the order of their first use."""
    uses_gpu: bool = False
    """True when an engine of the stage that runs is on a graphics card."""
    _started: float = 0.0
    _reported: float = 0.0

    def kept(
        self, kind: type[T], stage: Stage, depends_on: object, make: Callable[[], T], *, shared: bool = False
    ) -> T:
        """The result of a stage: as it was, when nothing it depends on has changed, else made and kept.

        Args:
            kind: of the result.
            stage: whose it is.
            depends_on: a dataclass with all that decides the result.
            make: makes it.
            shared: the result is the same for every language.

        Raises:
            StageOutdated: there is none, and it is an earlier stage's to make.
        """
        owner = JOB_WIDE if shared else self.language
        key = hashlib.sha256(f"{__version__}\n{self.fingerprint}\n{canonical(depends_on)}".encode()).hexdigest()
        known = self.results.recall(kind, self.job_id, owner, stage, key)
        if known is not None and self.workspace.has_files_of(known):
            if stage is self.stage:
                self.store.note(self.job_id, self.language, stage, "kept")
            return known
        if stage.ordinal < self.stage.ordinal:
            raise StageOutdated(stage)
        made = make()
        self.results.keep(self.job_id, owner, stage, key, made)
        return made

    @property
    def device(self) -> DeviceRequest:
        """Where models run."""
        return "cpu" if self.is_gentle else self.request.device

    def begin(self, stage: Stage) -> None:
        """A stage starts."""
        self.stage, self._started, self._reported = stage, time.monotonic(), 0.0
        self.warnings.clear()
        self.helpers.clear()
        self.uses_gpu = False
        self.report(0.0)

    def report(self, fraction: float) -> None:
        """How far the stage is; told twice a second at most."""
        now = time.monotonic()
        if fraction and now - self._reported < _REPORT_SECONDS:
            return
        self._reported = now
        elapsed = now - self._started
        eta = elapsed / fraction - elapsed if fraction > 0.01 else None
        self.store.progress(self.job_id, self.language, fraction)
        self.events.publish(JobProgressed(self.job_id, self.language, self.stage, fraction, eta))

    def stage_events(self) -> EventBus:
        """A bus for an engine or a session; what it warns of goes into the result and to the user."""
        bus = EventBus(self.job_id)
        bus.subscribe(self._forward)
        return bus

    def helped(self, task: str, origin: Origin) -> None:
        """Keep for the manifest that an engine did `task`."""
        self.helpers[Helper(task, origin)] = None

    def warn(self, message: str, hint: str = "") -> None:
        """Tell the user, and keep it for the manifest."""
        self.warnings.append(message)
        self.events.publish(Warned(message, hint))

    def _forward(self, envelope: Envelope) -> None:
        if isinstance(envelope.event, Warned):
            self.warn(envelope.event.message, envelope.event.hint)
        elif isinstance(envelope.event, Degraded):
            self.warn(f"{envelope.event.reason}; using {envelope.event.chosen}")
        elif isinstance(envelope.event, EngineChosen):
            self.uses_gpu |= envelope.event.device == "cuda"
            self.events.publish(envelope.event)


class Stopwatch:
    """Measures what a stage takes."""

    def __init__(self, processor: Callable[[], float] = time.process_time) -> None:
        """Start.

        Args:
            processor: seconds of the whole process, for work that engines do on threads of their own; or
                `time.thread_time`.
        """
        self._processor = processor
        self._wall, self._cpu = time.monotonic(), processor()

    def cost(self, context: TrackContext) -> Cost:
        """Since the start."""
        wall = round(time.monotonic() - self._wall, 3)
        return Cost(wall, round(self._processor() - self._cpu, 3), wall if context.uses_gpu else 0.0)
