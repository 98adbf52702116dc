"""A jump far ahead is captioned first, what was left out later, nothing twice, and the end is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.events import CaptionsForeseen, CueCommitted, Envelope, EventBus, Progressed, Transcribed
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue
from streamlation_desktop.session.remote import RemoteRunner
from streamlation_desktop.session.request import JobRequest, OutputRequest
from tests.support.clips import spaced_out
from tests.support.commands import SAMPLE

EN, ES = LanguageCode("en"), LanguageCode("es")


@dataclass(slots=True)
class Notes:
    """What a run told."""

    heard: list[float] = field(default_factory=list)
    """Start of each window, in the order of recognition."""
    cues: list[Cue] = field(default_factory=list)
    foreseen: list[tuple[float, Cue]] = field(default_factory=list)
    """How far the captions were in order, and a cue that was shown before its turn."""
    done: float = 0.0

    def take(self, envelope: Envelope) -> None:
        match envelope.event:
            case Transcribed(transcript):
                self.heard.append(transcript.span.start)
            case CueCommitted(cue):
                self.cues.append(cue)
            case CaptionsForeseen(cues):
                self.foreseen += [(self.done, cue) for cue in cues]
            case Progressed("transcribe", done):
                self.done = done


@pytest.fixture
def runner() -> Iterator[RemoteRunner]:
    runner = RemoteRunner()
    yield runner
    runner.close()


def run(
    runner: RemoteRunner,
    request: JobRequest,
    focus: Focus | None = None,
    *,
    watch: Callable[[Notes, CancelToken], None] = lambda _notes, _token: None,
) -> Notes:
    notes, events, token = Notes(), EventBus(), CancelToken()
    events.subscribe(notes.take)
    events.subscribe(lambda _: watch(notes, token))
    with suppress(Cancelled):
        runner.run(request, events, token, focus)
    return notes


def test_a_jump_is_captioned_next_and_the_rest_later_even_when_the_job_is_stopped_between(
    runner: RemoteRunner, tmp_path: Path
) -> None:
    talk = spaced_out(SAMPLE, tmp_path / "talk.wav", sentences=4)  # far apart: a chunk each
    request = JobRequest(str(talk), sources=(EN,), targets=(ES,), output=OutputRequest(formats=()))
    calm = run(runner, replace(request, beam_size=2))  # another job for the ledger, the same for this engine
    far, focus = calm.heard[-1], Focus()

    def jump_then_stop(notes: Notes, token: CancelToken) -> None:
        if notes.heard and focus.seconds is None:
            focus.look(far + 0.5)
        if {cue.language for _, cue in notes.foreseen} == {EN, ES}:
            token.cancel()

    first = run(runner, request, focus, watch=jump_then_stop)
    second = run(runner, request)

    assert calm.heard == sorted(calm.heard)
    assert len(calm.heard) == 4
    assert first.heard.index(far) <= 2, "it was heard within a chunk or two"
    assert all(done < far <= cue.span.start + 0.2 for done, cue in first.foreseen), "before those in front of it"
    assert sorted(first.heard + second.heard) == calm.heard, "nothing was heard twice or left out"
    assert first.cues + second.cues == calm.cues
