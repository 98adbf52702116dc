"""Titles, names of devices and messages of servers do not command the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from streamlation_desktop.cli.main import run
from streamlation_desktop.cli.render import TerminalRenderer
from streamlation_desktop.core.events import Envelope, StreamTitled, Warned
from streamlation_desktop.core.terminal import harmless

COMMANDS = [
    "\x1b]0;pwned\x07",
    "\x1b[2J",
    "\x9b31m",
    "\x1bP1;2|x\x1b\\",
    "\x08\x08\x08",
    "\r",
    "\x00",
    "\u202e",
    "\x7f",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_no_control_character_is_left(command: str) -> None:
    shown = harmless(f"a{command}b")
    assert shown.startswith("a")
    assert shown.endswith("b")
    assert shown.isprintable()


def test_words_of_all_scripts_stay_as_they_are() -> None:
    text = "café नमस्ते می\u200cخواهم 👩\u200d👩\u200d👧 \nline\ttab"
    assert harmless(text) == text


@pytest.mark.parametrize("command", COMMANDS)
def test_messages_about_a_stream_are_harmless(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    renderer = TerminalRenderer(Console(force_terminal=True, color_system=None, width=200))
    for number, event in enumerate((StreamTitled(1.0, f"a{command}b"), Warned(f"a{command}b", f"c{command}d"))):
        renderer.handle(Envelope("s", number, 0.0, event))
    assert command not in capsys.readouterr().out


def test_the_name_of_a_file_in_an_error_is_harmless(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["run", str(tmp_path / "a\x1b[2Jb.mp4"), "--to", "es"]) == 3
    assert "\x1b" not in capsys.readouterr().err
