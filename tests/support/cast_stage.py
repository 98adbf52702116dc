"""Casting to the Chromecast stand-in, as tests see it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.cast.delivery import CastMedia
from streamlation_desktop.cast.voice import Voice
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.casting import CastState
from streamlation_desktop.core.events import CastChanged, Envelope, EventBus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.media.delivery.facts import inspect
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.storage.access import DeviceMemory
from streamlation_desktop.storage.database import Database
from streamlation_desktop.web.casting import Casting, build_casting
from tests.support.commands import SAMPLE
from tests.support.fake_chromecast import FakeChromecast, fake_chromecast

ES, EN = LanguageCode("es"), LanguageCode("en")
GAP, LENGTH = 1.5, 1.2
TOLERANCE = 0.25


def captions(complete: bool = True, count: int = 37) -> CaptionFeed:
    feed = CaptionFeed((ES, EN))
    for language in (ES, EN):
        feed.add(Cue(i, TimeSpan(i * GAP, i * GAP + LENGTH), (f"{language} {i}",), language) for i in range(count))
    if complete:
        feed.finish()
    return feed


@dataclass(slots=True)
class Stage:
    """Casting to a stand-in, and what was told of it."""

    casting: Casting
    tv: FakeChromecast
    memory: DeviceMemory
    events: list[Envelope] = field(default_factory=list)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def note(self, envelope: Envelope) -> None:
        with self._changed:
            self.events.append(envelope)
            self._changed.notify_all()

    def start(
        self,
        feed: CaptionFeed,
        position: float = 0.0,
        ring: Path | None = None,
        voice: Voice | None = None,
        dub: Path | None = None,
        source: Path = SAMPLE,
    ) -> None:
        media = CastMedia(inspect(str(source), CancelToken()), feed, "A talk", dub=dub, ring=ring, voice=voice)
        self.casting.controller.start(self.tv.device, media, position)

    def statuses(self) -> list[CastChanged]:
        return [envelope.event for envelope in self.events if isinstance(envelope.event, CastChanged)]

    def wait_for(self, condition: Callable[[CastChanged], bool], seconds: float = 60) -> CastChanged:
        deadline = time.monotonic() + seconds
        with self._changed:
            while True:
                for event in self.statuses():
                    if condition(event):
                        return event
                assert self._changed.wait(deadline - time.monotonic()), [e.event for e in self.events[-5:]]

    def wait_playing(self) -> CastChanged:
        return self.wait_for(lambda event: event.status.state is CastState.PLAYING)


@contextmanager
def stage(folder: Path, *flags: str) -> Iterator[Stage]:
    paths, events = app_paths(), EventBus()
    paths.ensure()
    with (
        fake_chromecast(folder, *flags) as tv,
        Database(paths.database) as database,
        build_casting(paths, database, events) as casting,
    ):
        result = Stage(casting, tv, DeviceMemory(database))
        events.subscribe(result.note)
        yield result


def untimely(
    seen: dict[str, tuple[float, float]], language: LanguageCode = ES, tolerance: float = TOLERANCE
) -> dict[str, tuple[float, float]]:
    """Cues that were not first on screen within `tolerance` seconds of their time."""
    wrong = {}
    for text, (earliest, latest) in seen.items():
        due = int(text.split()[1]) * GAP
        if text.startswith(language) and (latest < due - tolerance or earliest > due + tolerance):
            wrong[text] = (earliest - due, latest - due)
    return wrong
