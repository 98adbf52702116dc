"""A real live session, from a real server, to the Chromecast stand-in: what of it is shown, when, and how late.

python -m benchmarks.cast.live [--from rtmp|hls] [--seconds 90] [--to es] [--player hls|shaka] [--voice]

nginx takes RTMP from ffmpeg and gives it out as RTMP or HLS; the session runs in the engine process with the engines
that are there; castv2 and Chromium with hls.js or shaka-player are the device.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import threading
import time
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

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
from streamlation_desktop.core.types import Cue
from streamlation_desktop.media.delivery.segments import TARGET_SECONDS
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
JOINING = 4.0
"""Seconds of media after the device's first picture in which a caption may have begun before it."""
GOAL = 0.25


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
    """How far the screen is behind, twice a second."""

    arrived: list[float] = field(default_factory=list)
    """Behind what has arrived here."""
    out: list[float] = field(default_factory=list)
    """Behind what the device could fetch."""


def watch(tv: FakeChromecast, reader: RingReader, casting: Casting, seconds: float) -> tuple[Distances, dict[str, Any]]:
    """How far the screen is behind, and what was shown."""
    behind = Distances()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        probe = tv.ask("probe")
        behind.arrived.append(reader.edge - probe["time"])
        behind.out.append(publisher_of(casting).published_to - probe["time"])
        time.sleep(0.5)
    return behind, tv.ask("probe")


def publisher_of(casting: Casting) -> SegmentPublisher:
    current = casting.controller.current
    assert current is not None
    assert current.delivery is not None
    assert current.delivery.publisher is not None
    return current.delivery.publisher


def off(cue: Cue, shown: list[tuple[str, float, float]]) -> float | None:
    """Seconds between a caption's time and its first showing, which was between two looks at the screen."""
    text, start = "\n".join(cue.lines), cue.span.start
    times = [
        max(0.0, earliest - start, start - latest)
        for known, earliest, latest in shown
        if known == text and earliest < cue.span.end + 1 and latest > start - 1
    ]
    return min(times, default=None)


def whereabouts(entry: BoardEntry, casting: Casting, language: LanguageCode) -> str:
    """Where captions that are not on the screen stayed."""
    current, feed = casting.controller.current, entry.captions
    delivery = current.delivery if current is not None else None
    if feed is None or delivery is None or delivery.publisher is None:
        return "nothing was served"
    made, out = [cue.span.start for cue in feed.cues(language)], delivery.publisher.published_to
    fetched = len([hit for hit in delivery.share.hits(".vtt") if hit.is_readable])
    final = f"final to {feed.committed_to:.1f}, out to {out:.1f}, {fetched} fetched"
    return f"{delivery.level.value}: captions at {made}, {final}"


def report(name: str, entry: BoardEntry, casting: Casting, noted: Watch, behind: Distances, probe: Any) -> None:
    if not probe["shown"]:
        print(f"| {name}: nothing was shown; at {probe['time']:.1f} s | {noted.wrong} {probe['errors'][:3]} |")
        print(f"|   what there was | {whereabouts(entry, casting, noted.language)}; on the screen {probe['tracks']} |")
        return
    joined = min(latest for _, _, latest in probe["shown"])  # the look before the first one was at nothing
    assert entry.captions is not None
    due = [cue for cue in entry.captions.cues(noted.language) if joined + JOINING < cue.span.start < probe["time"] - 1]
    found = [(cue, off(cue, probe["shown"])) for cue in due]
    missing = [cue for cue, apart in found if apart is None]
    apart = [each for _, each in found if each is not None]
    settled = sorted(behind.arrived[len(behind.arrived) // 4 :])
    goals = [
        lag + 3 * TARGET_SECONDS for lag in (sorted(noted.lags)[int(0.95 * (len(noted.lags) - 1))], max(noted.lags))
    ]
    print(f"| {name}: captions shown / due | {len(apart)} / {len(due)} |")
    for cue in missing:
        there = [text for text, earliest, _ in probe["shown"] if abs(earliest - cue.span.start) < 3]
        print(f"|   never shown; then there was | {cue.span.start:.2f} {cue.text!r}; {there} |")
    print(f"| {name}: first showing off its time, p50 / max s | {statistics.median(apart):.2f} / {max(apart):.2f} |")
    print(f"| {name}: off by more than {GOAL} s | {sum(each > GOAL for each in apart)} |")
    print(f"| {name}: segments that went without their captions | {publisher_of(casting).late} |")
    print(
        f"| {name}: a sentence's first word to its caption, p50 / p95 / max s |"
        f" {statistics.median(noted.lags):.1f} / {sorted(noted.lags)[int(0.95 * (len(noted.lags) - 1))]:.1f} /"
        f" {max(noted.lags):.1f} |"
    )
    print(
        f"| {name}: arrival to screen, p50 / p95 s | {statistics.median(settled):.1f} /"
        f" {settled[int(0.95 * (len(settled) - 1))]:.1f} (goal {goals[0]:.1f}; by the longest lag {goals[1]:.1f}) |"
    )
    print(
        f"| {name}: what the device could fetch to its screen, p50 / max s |"
        f" {statistics.median(behind.out):.1f} / {max(behind.out):.1f} |"
    )
    if noted.telemetry is not None:
        print(f"| {name}: stalls / s waited | {noted.telemetry.stalls} / {noted.telemetry.buffering_seconds:.1f} |")
    if noted.wrong or probe["errors"]:
        print(f"| {name}: told | {noted.wrong} {probe['errors'][:3]} |")


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
        behind, probe = watch(tv, noted.reader, casting, options.seconds)
        name = f"{options.source}, {options.player}"
        report(name, entry, casting, noted, behind, probe)
        if voice is not None:
            print(f"| {name}: sentences spoken / after their sound had gone out | {voice.laid} / {voice.late} |")


def wait_for_file(path: Path) -> None:
    deadline = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < deadline
        time.sleep(0.1)


if __name__ == "__main__":
    main()
