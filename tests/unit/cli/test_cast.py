"""``streamlation cast`` without a television."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from zeroconf import ServiceInfo
from zeroconf.asyncio import AsyncZeroconf

from streamlation_desktop.cast import discovery as discoveries
from streamlation_desktop.cli.main import run
from tests.support.announcing import announcing
from tests.support.commands import SAMPLE

UUID = "11111111222233334444555555555555"


@contextmanager
def _listening() -> Iterator[str]:
    """The address of something that could be a television."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"127.0.0.1:{server.getsockname()[1]}"


@pytest.mark.network
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_devices_of_the_network_are_listed(
    form: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(discoveries, "AsyncZeroconf", lambda **more: AsyncZeroconf(interfaces=["127.0.0.1"], **more))
    service = ServiceInfo(
        "_googlecast._tcp.local.",
        "Living-room._googlecast._tcp.local.",
        8009,
        properties={"id": UUID, "fn": "Wohnzimmer – groß", "md": "Chromecast Ultra", "ca": "201221"},
        server="tv.local.",
        parsed_addresses=["127.0.0.1"],
    )
    with announcing() as publisher:
        publisher.register_service(service)
        assert run(["cast", "--list", "--wait", "2.5", *form]) == 0

    shown = capsys.readouterr().out
    if form:
        [device] = [each for each in json.loads(shown) if each["model"] == "Chromecast Ultra"]
        assert (device["name"], device["kind"], device["port"]) == ("Wohnzimmer – groß", "chromecast", 8009)
    else:
        [line] = [line for line in shown.splitlines() if "Wohnzimmer" in line]
        assert line.split() == ["Wohnzimmer", "–", "groß", "chromecast", "127.0.0.1", "Chromecast", "Ultra"]


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        ((), "INPUT", "cast --help"),
        (("x.mp4",), "--device is missing", "cast --list"),
        (("x.mp4", "--list"), "give an INPUT to play, or --list", ""),
        (("x.mp4", "--device", "127.0.0.1:9", "--delay", "61"), "--delay: not a time: 61", "1 to 60"),
        (("x.mp4", "--device", "127.0.0.1:9", "--buffer", "3"), "--buffer: not a time: 3", "6 to 20"),
        (("x.mp4", "--device", "127.0.0.1:9", "--buffer", "soon"), "--buffer: not a time: soon", "auto"),
        (("x.mp4", "--device", "127.0.0.1:9", "--start", "-1"), "--start: not a time: -1", "hours:minutes"),
    ],
)
def test_mistakes_are_one_line_with_a_hint(
    arguments: tuple[str, ...], message: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["cast", *arguments]) == 2
    error = capsys.readouterr().err
    assert error.startswith("error: ")
    assert message in error
    assert hint in error
    assert "Traceback" not in error


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("no-film.mp4",), "no-film.mp4 does not exist"),
        (("gopher://host/film",), "gopher: is not an address of media"),
        ((str(SAMPLE), "--to", "xx"), "--to: 'xx' is not a language"),
        ((str(SAMPLE), "--voice"), "--voice needs a language"),
    ],
)
def test_source_or_language_that_makes_no_sense_is_told_before_a_device_is_looked_for(
    arguments: tuple[str, ...], message: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(discoveries.Discovery, "find", lambda *_: pytest.fail("it was looked for"))
    assert run(["cast", *arguments, "--device", "Living room"]) != 0
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(("name", "message"), [("none.wav", "does not exist"), ("text.wav", "text.wav")])
def test_dub_that_cannot_be_heard_is_told_before_anything_plays(
    name: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.wav").write_text("no sound")
    with _listening() as address:
        code = run(["cast", str(SAMPLE), "--device", address, "--dub", str(tmp_path / name)])
    error = capsys.readouterr().err

    assert code != 0
    assert message in error.lower()
    assert "Traceback" not in error
