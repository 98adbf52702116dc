"""Opens what a live session listens to. Whatever wraps the source (recording, time shift) does so here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from streamlation_desktop.capture.source import CaptureSource
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.clock import Clock
from streamlation_desktop.core.errors import Cancelled, SourceError
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk
from streamlation_desktop.media.names import is_capture
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.source import MediaSource, open_source
from streamlation_desktop.pipeline.live.arrivals import Arrivals
from streamlation_desktop.session.live_request import LiveRequest

OpenLiveSource = Callable[[LiveRequest, CancelToken, EventBus, RingLimits | None], MediaSource]
"""Opens the source of a session; the token ends it, interruptions are told on the bus, packets go to the ring."""


def open_live_source(
    request: LiveRequest, token: CancelToken, events: EventBus, ring: RingLimits | None
) -> MediaSource:
    """Open a file, a stream or a capture device; raises as `media.source.open_source` and `CaptureSource`."""
    job = request.job
    options = SourceOptions(
        audio_track=job.audio_track,
        language=job.sources[0] if len(job.sources) == 1 else None,
        format=job.source_format,
        allow_network=job.allow_network,
        ring=ring,
        notify=events.publish,
    )
    if is_capture(job.location):
        return CaptureSource(job.location, token, options)
    return open_source(job.location, token, options)


@dataclass(slots=True)
class LiveIngest:
    """The sound of a source as a session hears it: at the pace of a stream, with the times of its arrival.

    The end of the source, a failure and the user's stop are all ends: what was said is finished in every case.
    """

    source: MediaSource
    token: CancelToken
    """Ends the source."""
    clock: Clock
    arrivals: Arrivals
    is_paced: bool = False
    """True to play at normal speed what would come faster."""
    start_sample: int = 0
    """Of a file: what comes before was heard by an earlier run."""
    offset: int = 0
    """Samples by which the session is older than the source."""
    failure: SourceError | None = field(default=None)
    """Why the source ended, if it failed."""

    def __iter__(self) -> Iterator[AudioChunk]:
        began = self.clock.now() - self.start_sample / SAMPLE_RATE
        try:
            for chunk in self.source.audio(start_sample=self.start_sample):
                if self.is_paced:
                    self.clock.wait_until(began + chunk.span.end, self.token)
                    self.token.raise_if_cancelled()
                moved = replace(chunk, first_sample=chunk.first_sample + self.offset)
                self.arrivals.note(moved, self.clock.now())
                yield moved
        except Cancelled:
            return
        except SourceError as error:
            self.failure = error
