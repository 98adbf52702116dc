"""Live sessions with the embedded engines on the speech sample."""

from __future__ import annotations

import os
import signal
import threading
import wave
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from streamlation_desktop.app import build_services
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.captions import CaptionLog
from streamlation_desktop.core.errors import Cancelled, OutputExists, SourceNotFound
from streamlation_desktop.core.events import (
    CaptionUpdated,
    CueCommitted,
    Degraded,
    Envelope,
    Event,
    EventBus,
    LiveStats,
    SessionState,
    SessionSummary,
    StateChanged,
)
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk
from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.source import MediaSource
from streamlation_desktop.session.live import LiveSession
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.live_source import open_live_source
from streamlation_desktop.session.local import LocalRunner
from streamlation_desktop.session.remote import RemoteRunner
from streamlation_desktop.session.request import JobRequest, OutputRequest
from streamlation_desktop.session.runner import Request, Runner
from streamlation_desktop.session.services import Services
from streamlation_desktop.settings.paths import AppPaths
from streamlation_desktop.storage.history import History
from streamlation_desktop.subtitles.formats.registry import read_subtitles
from tests.support.speech import load_speech

SPEECH = Path(__file__).parents[2] / "data" / "speech" / "en-two-voices.flac"
SECONDS = 12.0
EN, ES = LanguageCode("en"), LanguageCode("es")


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first sentences of the sample."""
    path = tmp_path_factory.mktemp("talk") / "talk.wav"
    samples = load_speech(SPEECH)[: round(SECONDS * SAMPLE_RATE)]
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes((samples * 32767).astype("<i2").tobytes())
    return path


def request(location: Path, folder: Path | None, *formats: str, pace: str = "fast") -> LiveRequest:
    output = OutputRequest(formats or ("srt",), folder)
    job = JobRequest(str(location), targets=(ES,), translator="starter", output=output)
    return LiveRequest(job, "realtime" if pace == "realtime" else "fast")


@dataclass
class Recorded:
    """A session that was followed."""

    events: list[Event]
    summary: SessionSummary

    def log(self, language: LanguageCode) -> CaptionLog:
        log = CaptionLog()
        for event in self.events:
            if isinstance(event, CaptionUpdated) and event.state.language == language:
                log.add(event.state)
        return log


def follow(runner: Runner, wanted: LiveRequest, token: CancelToken | None = None, *, until: str = "") -> Recorded:
    """Run a session; with `until`, stop it when a line is closed in this language."""
    events, token, seen = EventBus(), token or CancelToken(), []

    def note(envelope: Envelope) -> None:
        seen.append(envelope.event)
        event = envelope.event
        if isinstance(event, CaptionUpdated) and event.state.is_closed and event.state.language == until:
            threading.Thread(target=token.cancel, daemon=True).start()

    events.subscribe(note)
    return Recorded(seen, runner.run(wanted, events, token))


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    home = tmp_path_factory.mktemp("live")
    with build_services(AppPaths(*(home / name for name in ("c", "d", "m", "x", "l")))) as made:
        yield made


@pytest.fixture(scope="module")
def done(services: Services, talk: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Recorded, Path]:
    folder = tmp_path_factory.mktemp("files")
    return follow(LocalRunner(services), request(talk, folder, "srt", "vtt", "json")), folder


def test_files_hold_every_caption_that_was_committed(done: tuple[Recorded, Path]) -> None:
    recorded, folder = done
    cues = [e.cue.text for e in recorded.events if isinstance(e, CueCommitted) and e.cue.language == ES]

    for extension in ("srt", "vtt", "json"):
        document = read_subtitles(folder / f"talk.es.{extension}")
        assert [cue.text for cue in document.cues] == cues
    assert recorded.summary.cues == {ES: len(cues)}
    assert {path.name for path in folder.iterdir()} == {f"talk.es.{ext}" for ext in ("srt", "vtt", "json")}


def test_captions_say_what_the_files_say(done: tuple[Recorded, Path]) -> None:
    recorded, folder = done
    said = " ".join(" ".join(cue.lines) for cue in read_subtitles(folder / "talk.es.srt").cues)

    assert recorded.log(ES).text.split() == said.split()


def test_settled_captions_never_change(done: tuple[Recorded, Path]) -> None:
    settled: dict[tuple[str, int], str] = {}
    for event in done[0].events:
        if isinstance(event, CaptionUpdated):
            key = (event.state.language, event.state.line)
            assert event.state.text.startswith(settled.get(key, ""))
            settled[key] = event.state.text


def test_history_has_the_session_with_its_words(done: tuple[Recorded, Path], services: Services) -> None:
    [record] = History(services.database).list()
    details = History(services.database).show(record.id)

    assert record.state is SessionState.FINISHED
    assert record.targets == (ES,)
    assert ES in details.cue_languages
    assert len(details.outputs) == 3


def test_lag_and_load_are_told(done: tuple[Recorded, Path]) -> None:
    stats = [event for event in done[0].events if isinstance(event, LiveStats)][-1]

    assert stats.lag_p50 is not None
    assert stats.lag_p95 is not None
    assert stats.translation_lag_p50 is not None
    assert stats.dropped_seconds == 0


class _StillOnAir:
    """A stream of which five seconds have come; more does not, until it is closed."""

    def __init__(self, inner: MediaSource, token: CancelToken) -> None:
        self.info, self.counters = inner.info, inner.counters
        self._inner, self._token = inner, token

    def audio(self, *, start_sample: int = 0) -> Iterator[AudioChunk]:
        for chunk in self._inner.audio(start_sample=start_sample):
            if chunk.span.end > 5.0:
                assert self._token.wait(120), "nobody stopped the session"
                raise Cancelled
            yield chunk

    def close(self) -> None:
        self._inner.close()


def test_stopped_session_ends_well_with_all_that_was_settled(services: Services, talk: Path, tmp_path: Path) -> None:
    def still_on_air(wanted: LiveRequest, token: CancelToken, events: EventBus, ring: RingLimits | None) -> MediaSource:
        return _StillOnAir(open_live_source(wanted, token, events, ring), token)

    class _Runner(LocalRunner):
        def run(
            self, request: Request, events: EventBus, token: CancelToken, focus: Focus | None = None
        ) -> SessionSummary:
            assert isinstance(request, LiveRequest)
            return LiveSession(request, self.services, events, token, still_on_air).run()

    recorded = follow(_Runner(services), request(talk, tmp_path), until=ES)
    said = " ".join(" ".join(cue.lines) for cue in read_subtitles(tmp_path / "talk.es.srt").cues)

    assert recorded.log(ES).text.split() == said.split()
    assert said
    assert recorded.summary.media_seconds == pytest.approx(5.0)
    assert StateChanged(SessionState.FINISHED) in recorded.events


def test_files_that_are_there_are_not_overwritten(services: Services, talk: Path, tmp_path: Path) -> None:
    (tmp_path / "talk.es.srt").write_text("mine")
    with pytest.raises(OutputExists):
        follow(LocalRunner(services), request(talk, tmp_path))

    assert (tmp_path / "talk.es.srt").read_text() == "mine"


def test_source_that_is_not_there_is_told_before_any_model_is_loaded(services: Services, tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        follow(LocalRunner(services), request(tmp_path / "gone.mp4", None))


@pytest.mark.slow
def test_killed_engine_process_costs_no_settled_word(talk: Path, tmp_path: Path) -> None:
    runner = RemoteRunner()
    events, seen, killed = EventBus(), [], threading.Event()

    def note(envelope: Envelope) -> None:
        seen.append(envelope.event)
        if isinstance(envelope.event, CueCommitted) and not killed.is_set():
            killed.set()
            assert runner._child is not None
            os.kill(runner._child.process.pid, signal.SIGKILL)

    events.subscribe(note)
    try:
        wanted = request(talk, tmp_path, pace="realtime")
        wanted = replace(wanted, job=replace(wanted.job, targets=()))
        summary = runner.run(wanted, events, CancelToken())
    finally:
        runner.close()
    words: dict[int, str] = {}
    for event in seen:
        if isinstance(event, CueCommitted):
            words[event.cue.index] = event.cue.text
    document = read_subtitles(tmp_path / "talk.en.srt")

    assert any(isinstance(event, Degraded) for event in seen)
    assert summary.media_seconds == pytest.approx(SECONDS, abs=0.6)
    assert [cue.text for cue in document.cues][: len(words)] == [words[index] for index in sorted(words)][: len(words)]
    revisions = [event.state.revision for event in seen if isinstance(event, CaptionUpdated)]
    assert revisions == sorted(set(revisions))
