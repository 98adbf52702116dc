from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.console import Console

from streamlation_desktop.cli import live
from streamlation_desktop.cli.live_view import LiveView
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


def on_a_terminal(*events: Event) -> list[str]:
    """Every row as it was when the next event came, of a terminal of 80 columns."""
    output = io.StringIO()
    console = Console(file=output, width=80, force_terminal=True, color_system="standard", legacy_windows=False)
    with LiveView(frozenset({ES}), console, Console(file=io.StringIO())) as view:
        for number, event in enumerate(events):
            view.handle(envelope(event, number))
    return output.getvalue().replace("\r", "\n").split("\n")


def test_settled_words_are_followed_by_their_tail_in_grey() -> None:
    rows = on_a_terminal(CaptionUpdated(state(ES, "hola", closed=False)))

    assert any(row.endswith("hola\x1b[90m tail\x1b[0m") for row in rows)


def test_a_finished_line_is_not_drawn_again_below_itself() -> None:
    rows = on_a_terminal(CaptionUpdated(state(ES, "hola", closed=False)), CaptionUpdated(state(ES, "hola")))
    printed = next(number for number, row in enumerate(rows) if row.endswith("1:01 hola"))

    assert not any("hola" in row for row in rows[printed + 1 :])


def test_the_status_never_reaches_the_edge_where_a_typed_ctrl_c_would_break_the_line() -> None:
    stats = LiveStats(1.25, 2.5, 1.75, 0.1, 3.0, 0.5, "longer steps", reconnects=2)
    rows = (re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", row) for row in on_a_terminal(stats))
    [shown] = {row for row in rows if "lag" in row}

    assert shown.endswith("…")
    assert len(shown) <= 76


def test_a_recording_without_a_name_lies_beside_the_captions(tmp_path: Path) -> None:
    made = request("https://host/live.m3u8", "--to", "es", "-o", str(tmp_path), "--record")

    assert made.record == tmp_path / "live.mkv"
    assert request("https://host/live.m3u8", "--record", "x.ts").record == Path.cwd() / "x.ts"
    assert request("https://host/live.m3u8").record is None
