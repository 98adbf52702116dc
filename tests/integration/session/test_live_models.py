"""Live captions with models that were trained for it: a Whisper and a streaming CTC model, translated as it goes."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jiwer
import pytest

from streamlation_desktop.app import build_services
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk
from streamlation_desktop.media.chunker import LIVE_CHUNK
from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.source import MediaSource
from streamlation_desktop.session.live import LiveSession
from streamlation_desktop.session.live_recognition import LiveRecognition
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.live_source import open_live_source
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.session.services import Services
from streamlation_desktop.settings.paths import app_paths, embedded_model
from streamlation_desktop.subtitles.formats.registry import read_subtitles
from tests.support.commands import streamlation
from tests.support.speech import plain
from tests.support.talks import Talk, load_talk, text_of

EN = LanguageCode("en")
QUICKER = 3.0
"""Seconds of the quick clock in a second."""


@pytest.fixture
def talk() -> Talk:
    return load_talk("en-two-voices.flac")


def installed(*models: tuple[str, ...]) -> None:
    for name, *options in models:
        done = streamlation("models", "import", embedded_model("fixtures") / name, *options)
        assert done.code == 0, done.err


def captions(out: str) -> dict[str, list[dict[str, Any]]]:
    """The states of each language, as a reader of the lines gets them."""
    events = [json.loads(line) for line in out.splitlines()]
    found: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        if event["type"] == "caption-updated":
            found.setdefault(event["state"]["language"], []).append(event["state"])
    return found


def settled(states: list[dict[str, Any]]) -> str:
    """All settled text; fails where a settled word was changed or taken back."""
    lines: dict[int, str] = {}
    for state in states:
        text = "".join(word["text"] for word in state["committed"])
        before = lines.get(state["line"], "")
        assert text.startswith(before) or not text, f"{before!r} became {text!r}"
        lines[state["line"]] = text or before
    return " ".join(lines[line] for line in sorted(lines))


def heard_live(talk: Talk, folder: Path, model: str) -> tuple[str, str]:
    """Both languages' settled text."""
    done = streamlation(
        *("live", talk.path, "--from", "en", "--to", "es", "--model", model),
        *("--json", "--pace", "fast", "-o", folder, "-f", "srt"),
    )
    assert done.code == 0, done.err
    states = captions(done.out)
    english, spanish = settled(states["en"]), settled(states["es"])
    cues = " ".join(cue.text for cue in read_subtitles(folder / f"{talk.path.stem}.es.srt").cues)
    assert plain(cues) == plain(spanish)
    return english, spanish


@pytest.mark.usefixtures("home")
def test_whisper_captions_a_stream_word_by_word_and_what_is_settled_stays(talk: Talk, tmp_path: Path) -> None:
    installed(("whisper-fixture",), ("opus-fixture-en-es", "--from", "en", "--to", "es"))

    english, spanish = heard_live(talk, tmp_path, "whisper-fixture")

    assert jiwer.wer(text_of(talk.words), plain(english)) <= 0.05
    right = [sentence for sentence in talk.translations if plain(sentence) in plain(spanish)]
    assert len(right) >= 0.7 * len(talk.translations)


@pytest.mark.usefixtures("home")
def test_streaming_ctc_model_captions_a_stream_in_the_same_way(talk: Talk, tmp_path: Path) -> None:
    pytest.importorskip("sherpa_onnx", reason="the extra `sherpa` is not installed")
    installed(("streaming-fixture-en", "--languages", "en"), ("opus-fixture-en-es", "--from", "en", "--to", "es"))

    english, spanish = heard_live(talk, tmp_path, "streaming-fixture-en")

    assert jiwer.wer(text_of(talk.words), plain(english)) <= 0.25
    assert spanish


class QuickClock:
    """A clock by which a talk is over sooner."""

    def now(self) -> float:
        return QUICKER * time.monotonic()

    def wait_until(self, moment: float, token: CancelToken) -> None:
        while not token.is_cancelled and (left := moment - self.now()) > 0:
            token.wait(left / QUICKER)


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    installed(("whisper-fixture",))
    with build_services(app_paths()) as made:
        yield made


class _UntilMeasured:
    """A talk that is held again and again until there is a choice; an hour is too long."""

    def __init__(self, inner: MediaSource, talk: Talk, is_measured: Callable[[], bool]) -> None:
        self.info, self.counters, self.close = inner.info, inner.counters, inner.close
        self._talk, self._is_measured = talk, is_measured

    def audio(self, *, start_sample: int = 0) -> Iterator[AudioChunk]:
        first = 0
        while not self._is_measured() and first < 3600 * SAMPLE_RATE:
            for at in range(0, len(self._talk.samples), LIVE_CHUNK):
                part = self._talk.samples[at : at + LIVE_CHUNK]
                yield AudioChunk(part, first)
                first += len(part)


def test_way_of_listening_is_measured_beside_a_session_and_used_from_then_on(services: Services, talk: Talk) -> None:
    wanted = LiveRequest(JobRequest(str(talk.path), sources=(EN,), recognizer="whisper-fixture"), "realtime")
    origin = LiveRecognition.choose(wanted, services, EventBus()).origin
    recall = services.loaders.policies.recall

    def source(request: LiveRequest, token: CancelToken, events: EventBus, ring: RingLimits | None) -> MediaSource:
        inner = open_live_source(request, token, events, ring)
        return _UntilMeasured(inner, talk, lambda: recall(origin, EN) is not None)

    LiveSession(wanted, services, EventBus(), CancelToken(), source, QuickClock()).run()

    choice = recall(origin, EN)
    assert choice is not None
    assert min(result.error for result in choice.results) <= 0.1
    recognition = LiveRecognition.choose(wanted, services, EventBus())
    load = recognition.load_policy(EN, is_timed=True)
    assert load.levels[0].tuning.is_padded == choice.is_padded
    assert recognition.trial(EN) is None  # nothing is left to be measured
    recognition.open_stream(EN, load.level)
    recognition._adopt()
    assert recognition.renew(load) is not None  # the session that measured changes to it between two utterances
    assert recognition.renew(load) is None
