"""Listens to a live source in the background and remembers what came."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.events import Event, StreamInterrupted, StreamResumed
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.source import MediaSource, open_source
from tests.support.media_files import heard

OPTIONS = SourceOptions(open_timeout=20.0, read_timeout=2.0)


class Listener:
    """A source that is being read; use as a context."""

    def __init__(self, location: str, ring: Path | None = None, options: SourceOptions = OPTIONS) -> None:
        self.events: list[Event] = []
        self.token = CancelToken()
        self._blocks: list[npt.NDArray[np.float32]] = []
        self._changed = threading.Condition()
        self._held = 0
        self.ended = False
        """The source itself came to an end."""
        limits = RingLimits(ring, segment_seconds=1.0) if ring is not None else None
        options = replace(options, ring=limits, notify=self._notify)
        self.source: MediaSource = open_source(location, self.token, options)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def __enter__(self) -> Listener:
        return self

    def __exit__(self, *_: object) -> None:
        self.token.cancel()
        self.source.close()
        self._thread.join(10)
        assert not self._thread.is_alive()

    @property
    def seconds(self) -> float:
        """Media time heard so far."""
        return self._held / 16_000

    def wait_for(self, condition: Callable[[], bool], what: str, patience: float = 40.0) -> None:
        """Until `condition` holds; looked at whenever something came."""
        deadline = time.monotonic() + patience
        with self._changed:
            while not condition():
                left = deadline - time.monotonic()
                assert left > 0, f"waited in vain for {what}; {self.seconds:.1f} s heard, events {self.events}"
                self._changed.wait(min(left, 0.5))

    def wait_for_seconds(self, more: float) -> None:
        """Until so much more was heard."""
        until = self.seconds + more
        self.wait_for(lambda: self.seconds >= until, f"{more} s more")

    def wait_for_resumption(self, number: int = 1) -> StreamResumed:
        """Until the source is back for the `number`-th time."""
        self.wait_for(lambda: len(self.resumed) >= number, f"resumption {number}")
        return self.resumed[number - 1]

    @property
    def resumed(self) -> list[StreamResumed]:
        return [event for event in self.events if isinstance(event, StreamResumed)]

    @property
    def interrupted(self) -> list[StreamInterrupted]:
        return [event for event in self.events if isinstance(event, StreamInterrupted)]

    def pattern(self, offset: float = 0.5) -> list[int | None]:
        """Which second of the tones is heard in each second of media time."""
        samples = np.concatenate(self._blocks)
        return [heard(samples, at + offset) for at in range(int(len(samples) / 16_000 - offset - 0.2))]

    def _notify(self, event: Event) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def _run(self) -> None:
        try:
            for chunk in self.source.audio():
                with self._changed:
                    self._blocks.append(chunk.samples)
                    self._held += len(chunk.samples)
                    self._changed.notify_all()
        except Cancelled:
            return
        with self._changed:
            self.ended = True
            self._changed.notify_all()
