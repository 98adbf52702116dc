from __future__ import annotations

import json
from pathlib import Path

import pytest

from streamlation_desktop.core.events import (
    CaptionsForeseen,
    CueCommitted,
    Envelope,
    ErrorInfo,
    Event,
    OutputWritten,
    Progressed,
    SessionState,
    SessionSummary,
    StateChanged,
    Summarized,
    Transcribed,
)
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Origin, TimeSpan, Transcript, Word
from streamlation_desktop.session.request import JobRequest, OutputRequest
from streamlation_desktop.session.wire import decode_envelope, decode_request, encode_envelope, encode_request

EN, ES = LanguageCode("en"), LanguageCode("es")
ORIGIN = Origin("pocketsphinx", "en-us", "starter")
WORD = Word(" héllo", TimeSpan(0.1, 0.30000000000000004), 0.5)
EVENTS: list[Event] = [
    StateChanged(SessionState.FAILED, ErrorInfo("source.lost", "gone", "try again")),
    CueCommitted(Cue(3, TimeSpan(1.0, 2.5), ("¿Qué?", "مرحبا"), ES, 0.9, "Ana")),
    CaptionsForeseen((Cue(0, TimeSpan(91.0, 92.5), ("Más tarde",), ES), Cue(1, TimeSpan(93.0, 94.0), ("y",), ES))),
    Transcribed(Transcript(0, TimeSpan(0.0, 1.0), EN, " héllo", (WORD,), ORIGIN, 0.5)),
    Progressed("transcribe", 1.5, None),
    OutputWritten(Path("/x/ü.srt"), "srt", ES),
    Summarized(SessionSummary(60.0, 6.0, EN, {ES: 12}, (ORIGIN,), (Path("a.srt"),), ("w",), 1.0)),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_every_event_survives_the_wire_exactly(event: Event) -> None:
    envelope = Envelope("session", 7, 1234.5, event)
    assert decode_envelope(json.loads(json.dumps(encode_envelope(envelope)))) == envelope


def test_a_request_survives_the_wire() -> None:
    request = JobRequest("-", (EN,), (ES,), glossary=Path("g.tsv"), output=OutputRequest(("srt", "vtt"), Path("/o")))
    assert decode_request(json.loads(json.dumps(encode_request(request)))) == request


@pytest.mark.parametrize(
    "data", [{}, {"type": "nonsense"}, {"type": "progressed", "session": "s", "seq": 1, "time": 1}]
)
def test_what_is_not_an_event_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode_envelope(data)
