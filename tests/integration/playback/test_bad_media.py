from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from streamlation_desktop.playback.states import PlayerState, Problem
from tests.support.data import real_data
from tests.support.numbered_video import write_numbered
from tests.support.player_rig import Rig

FAMILIES = {"source.lost", "source.no-audio", "source.not-found", "source.forbidden", "source.unsupported"}


def problems(rig: Rig) -> list[Problem]:
    return [event for event in rig.events if isinstance(event, Problem)]


def test_damage_in_the_middle_is_played_over(rig: Rig, tmp_path: Path) -> None:
    path = write_numbered(tmp_path / "damaged.ts", [n / 25 for n in range(200)], gop=25, sound=8.0)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4000] = os.urandom(4000)
    path.write_bytes(data)
    rig.open(path, paused=False)
    rig.play_to(7.5, step=0.02)
    rig.wait_for(lambda: rig.number >= 186, "pictures after the damage")
    assert problems(rig) == []


def test_a_file_cut_off_plays_as_far_as_it_goes(rig: Rig, tmp_path: Path) -> None:
    path = write_numbered(tmp_path / "cut.mkv", [n / 25 for n in range(200)], gop=25, sound=8.0)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    rig.open(path, paused=False)
    rig.play_to(2.0, step=0.02)
    rig.play_out()


@pytest.mark.parametrize(
    "content", [b"", b"no media at all " * 500, b"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n/etc/passwd\n"]
)
def test_what_is_no_media_is_refused_as_for_recognition(rig: Rig, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "thing.mp4"
    path.write_bytes(content)
    rig.player.open(str(path))
    rig.wait_for(lambda: rig.player.state is PlayerState.FAILED, "refusal")
    assert problems(rig)[0].code in FAMILIES
    assert "\n" not in problems(rig)[0].message


@pytest.mark.parametrize("address", ["concat:/etc/passwd", "http://169.254.169.254/latest", "file:///etc/passwd", ""])
def test_addresses_that_recognition_refuses_are_refused(rig: Rig, address: str) -> None:
    rig.player.open(address)
    rig.wait_for(lambda: rig.player.state is PlayerState.FAILED, "refusal")
    assert problems(rig)[0].code in FAMILIES


def test_closing_ends_every_thread_at_once_even_while_a_server_is_silent(tmp_path: Path, film: Path) -> None:
    import socket

    before = {thread.name for thread in threading.enumerate()}
    silent = socket.create_server(("127.0.0.1", 0))
    rig = Rig()
    rig.player.open(f"rtmp://127.0.0.1:{silent.getsockname()[1]}/live/x")
    connection, _ = silent.accept()
    started = time.monotonic()
    rig.player.close()
    took = time.monotonic() - started
    connection.close()
    silent.close()
    assert {thread.name for thread in threading.enumerate()} <= before
    assert took < 2.0  # the bound of every wait; what is usual is measured in the benchmarks


def sample(root: Path) -> list[Path]:
    """One file per folder and suffix, all of ``broken``; every file when asked for."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    if os.environ.get("STREAMLATION_TEST_ALL_MEDIA"):
        return files
    first = {(path.parent, path.suffix): path for path in reversed(files) if path.stat().st_size < 1_000_000}
    return sorted({*first.values(), *(path for path in files if path.parent.name == "broken")})


@pytest.mark.slow
def test_every_real_file_plays_or_tells_why_not() -> None:
    outcomes: dict[str, int] = {}
    for path in sample(real_data("real", "media")):
        rig = Rig((320, 180))
        rig.player.open(str(path), paused=False)
        rig.wait_for(lambda rig=rig: rig.seeks or rig.player.state is PlayerState.FAILED, f"an answer for {path}")  # type: ignore[misc]
        if rig.player.state is PlayerState.FAILED:
            outcome = problems(rig)[0].code
        else:
            for _ in range(10):
                rig.time.advance(0.05)
                rig.tick()
            count = len(rig.seeks)
            rig.player.seek((rig.player.duration or 2.0) / 2)
            rig.wait_for(lambda rig=rig, count=count: len(rig.seeks) > count, f"the middle of {path}")  # type: ignore[misc]
            outcome = "pictures" if rig.sink.pictures else "sound"
        rig.player.close()
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    assert set(outcomes) <= {"pictures", "sound", *FAMILIES}
    assert outcomes["pictures"] >= 20
    assert outcomes["sound"] >= 20
