"""What the terminal says while a live source comes and goes."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from streamlation_desktop.cli.render import TerminalRenderer
from streamlation_desktop.core.events import Envelope, Event, StreamInterrupted, StreamResumed, StreamTitled


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (StreamInterrupted(61.0, "the server [hung] up"), "stream lost: the server [hung] up; connecting again\n"),
        (StreamResumed(75.0, 14.0, 1), "stream is back at 1:15; 14 s are missing\n"),
        (StreamTitled(3.0, "Música"), "on air: Música\n"),
        (StreamTitled(3.0, ""), ""),
    ],
)
def test_interruptions_resumptions_and_titles_are_told_in_plain_text(event: Event, said: str) -> None:
    output = io.StringIO()
    renderer = TerminalRenderer(Console(file=output, width=200))

    renderer.handle(Envelope("s", 0, 0.0, event))

    assert output.getvalue() == said
