from __future__ import annotations

import io

import pytest
from rich.console import Console

from streamlation_desktop.cli import live
from streamlation_desktop.cli.live_view import LiveView, status_line
from streamlation_desktop.cli.parser import Parser
from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.events import CaptionUpdated, Envelope, Event, LiveStats
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import TimeSpan, Word
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.settings.schema import Settings

EN, ES = LanguageCode("en"), LanguageCode("es")


def request(*arguments: str) -> LiveRequest:
    parser = Parser("streamlation live", "")
    live.add_arguments(parser)
    return live.request_from(parser.parse(arguments), Settings())


def test_stream_needs_nothing_but_its_address_and_a_language() -> None:
    made = request("https://host/live.m3u8", "--to", "Spanish")

    assert made.job.location == "https://host/live.m3u8"
    assert made.job.targets == (ES,)
    assert made.job.output.folder is None
    assert made.pace == "realtime"


@pytest.mark.parametrize("delay", ["0", "61", "-3"])
def test_delay_that_makes_no_sense_is_refused(delay: str) -> None:
    with pytest.raises(UsageError):
        request("talk.mp4", f"--delay={delay}")


def shown(*states: CaptionState, targets: frozenset[LanguageCode] = frozenset({ES})) -> str:
    output = io.StringIO()
    with LiveView(targets, Console(file=output), Console(file=io.StringIO())) as view:
        for number, state in enumerate(states):
            view.handle(envelope(CaptionUpdated(state), number))
    return output.getvalue()


def envelope(event: Event, number: int = 0) -> Envelope:
    return Envelope("s", number, 0.0, event)


def state(language: LanguageCode, text: str, *, closed: bool = True) -> CaptionState:
    words = (Word(text, TimeSpan(61.0, 62.0)),)
    return CaptionState(language, 1, 0, words, "" if closed else "tail", 62.0, closed)


def test_finished_lines_of_the_wanted_language_are_printed_with_their_time() -> None:
    text = shown(state(EN, "hello"), state(ES, "ho", closed=False), state(ES, "hola [b]amigo[/b]"))

    assert text == "1:01 hola [b]amigo[/b]\n"


def test_lines_of_several_languages_are_told_apart() -> None:
    text = shown(state(ES, "hola"), state(EN, "hello"), targets=frozenset({EN, ES}))

    assert text == "1:01 es hola\n1:01 en hello\n"


def test_status_tells_how_it_keeps_up() -> None:
    stats = LiveStats(1.25, 2.5, 1.75, 0.1, 3.0, 0.5, "longer steps", reconnects=2)

    assert status_line(stats).split(" · ") == [
        "lag 1.2 s, at most 2.5 s",
        "translated 1.8 s",
        "load 50%",
        "revised 10%",
        "dropped 3 s",
        "reconnects 2",
        "longer steps",
    ]
