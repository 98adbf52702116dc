"""A real live session, from a real server, to the Chromecast stand-in: what of it is shown, when, and how late.

python -m benchmarks.cast.live [--from rtmp|hls] [--seconds 90] [--to es] [--player hls|shaka] [--voice]

nginx takes RTMP from ffmpeg and gives it out as RTMP or HLS; the session runs in the engine process with the engines
that are there; castv2 and Chromium with hls.js or shaka-player are the device.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import threading
import time
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.cast.live_report import Outcome, report
from benchmarks.cast.timeline import Timeline
from streamlation_desktop.cast.publisher import SegmentPublisher
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.casting import CastState
from streamlation_desktop.core.events import (
    CaptionUpdated,
    CastChanged,
    CastTelemetry,
    Degraded,
    Envelope,
    EventBus,
    LiveStats,
)
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.media.ring.reader import RingReader
from streamlation_desktop.session.remote import RemoteRunner
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.storage.database import Database
from streamlation_desktop.web.board import BoardEntry, SessionBoard
from streamlation_desktop.web.casting import Casting, build_casting
from streamlation_desktop.web.live_voice import LiveVoice
from streamlation_desktop.web.session_media import media_of
from streamlation_desktop.web.starting import start_session
from tests.support.fake_chromecast import FakeChromecast, fake_chromecast
from tests.support.live_servers import free_port, publisher, rtmp_server

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "sample.mp4"


@dataclass(slots=True)
class Watch:
    """What was told while it ran."""

    reader: RingReader
    language: LanguageCode
    lags: list[float] = field(default_factory=list)
    """Seconds from the first word of a sentence to its caption."""
    word_lag: float | None = None
    telemetry: CastTelemetry | None = None
    playing: threading.Event = field(default_factory=threading.Event)
    wrong: list[str] = field(default_factory=list)

    def session(self, envelope: Envelope) -> None:
        match envelope.event:
            case CaptionUpdated(CaptionState(committed=words, is_closed=True) as state) if (
                words and state.language == self.language
            ):
                self.lags.append(self.reader.edge - words[0].span.start)
            case LiveStats(translation_lag_p50=lag):
                self.word_lag = lag

    def cast(self, envelope: Envelope) -> None:
        match envelope.event:
            case CastTelemetry() as telemetry:
                self.telemetry = telemetry
            case Degraded(reason, chosen):
                self.wrong.append(f"{reason}; {chosen}")
            case CastChanged(status, error):
                if error is not None:
                    self.wrong.append(error.message)
                if status.state is CastState.PLAYING:
                    self.playing.set()


def wait_for_sound(entry: BoardEntry) -> None:
    deadline = time.monotonic() + 120
    while entry.feed.done < 5.0:
        assert time.monotonic() < deadline
        assert not entry.feed.is_over, entry.feed.error
        time.sleep(0.2)


@dataclass(slots=True)
class Distances:
    """How far the screen is behind, some times a second."""

    timeline: Timeline
    arrived: list[float] = field(default_factory=list)
    """Behind what has arrived here."""
    out: list[float] = field(default_factory=list)
    """Behind what the device could fetch."""


def watch(tv: FakeChromecast, ring: Path, reader: RingReader, casting: Casting, seconds: float) -> Distances:
    """How far the screen is behind; the timeline has a reader of its own, for its thread."""
    behind = Distances(Timeline(RingReader(ring, CancelToken()), lambda: publisher_of(casting)))
    behind.timeline.start()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        probe = tv.ask("probe")
        behind.timeline.shown.append((time.monotonic(), probe["time"]))
        behind.arrived.append(reader.edge - probe["time"])
        behind.out.append(publisher_of(casting).published_to - probe["time"])
        time.sleep(0.25)
    behind.timeline.close()
    return behind


def publisher_of(casting: Casting) -> SegmentPublisher:
    current = casting.controller.current
    assert current is not None
    assert current.delivery is not None
    assert current.delivery.publisher is not None
    return current.delivery.publisher


def outcome_of(name: str, entry: BoardEntry, casting: Casting, noted: Watch, behind: Distances, probe: Any) -> Outcome:
    current = casting.controller.current
    assert current is not None
    assert current.delivery is not None
    return Outcome(
        name=name,
        entry=entry,
        delivery=current.delivery,
        language=noted.language,
        lags=noted.lags,
        arrived=behind.arrived,
        out=behind.out,
        timeline=behind.timeline,
        telemetry=noted.telemetry,
        wrong=noted.wrong,
        probe=probe,
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--from", dest="source", choices=("rtmp", "hls"), default="hls")
    parser.add_argument("--seconds", type=float, default=90)
    parser.add_argument("--to", default="es")
    parser.add_argument("--player", choices=("shaka", "hls"), default="hls", help="what plays on the device")
    parser.add_argument("--voice", action="store_true", help="the translation is spoken over the sound")
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        os.environ["STREAMLATION_HOME"] = str(folder / "home")
        paths = app_paths()
        paths.ensure()
        rtmp, http = free_port(), free_port()
        stack.enter_context(rtmp_server(folder, rtmp, http))
        stack.enter_context(publisher(SAMPLE, "-c", "copy", "-f", "flv", f"rtmp://127.0.0.1:{rtmp}/live/talk"))
        address = {"rtmp": f"rtmp://127.0.0.1:{rtmp}/live/talk", "hls": f"http://127.0.0.1:{http}/hls/talk.m3u8"}
        if options.source == "hls":
            wait_for_file(folder / "hls" / "talk.m3u8")
        tv = stack.enter_context(fake_chromecast(folder, f"--player={options.player}"))
        database = stack.enter_context(Database(paths.database))
        casting = stack.enter_context(build_casting(paths, database, EventBus()))
        runner = stack.enter_context(closing(RemoteRunner()))
        board = stack.enter_context(closing(SessionBoard(runner)))
        target = LanguageCode(options.to)
        job = JobRequest(address[options.source], sources=(LanguageCode("en"),), targets=(target,))
        entry = start_session(board, job, paths.cache / "live", is_live=True)
        assert entry.ring is not None
        assert entry.events is not None
        noted = Watch(stack.enter_context(closing(RingReader(entry.ring.path, CancelToken()))), target)
        entry.events.subscribe(noted.session)
        casting.events.subscribe(noted.cast)
        wait_for_sound(entry)
        voice = None
        if options.voice:
            voice = stack.enter_context(closing(LiveVoice(target, job.location, runner, casting.events, folder)))
            entry.events.subscribe(voice.handle)
        casting.controller.start(tv.device, partial(media_of, entry, voice=voice))
        assert noted.playing.wait(90), noted.wrong
        behind = watch(tv, entry.ring.path, noted.reader, casting, options.seconds)
        name = f"{options.source}, {options.player}"
        report(outcome_of(name, entry, casting, noted, behind, tv.ask("probe")))
        if voice is not None:
            print(f"| {name}: sentences spoken / after their sound had gone out | {voice.laid} / {voice.late} |")


def wait_for_file(path: Path) -> None:
    deadline = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < deadline
        time.sleep(0.1)


if __name__ == "__main__":
    main()
