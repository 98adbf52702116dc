from __future__ import annotations

import itertools
import os
import subprocess
import threading
import time
import wave
from pathlib import Path

import av
import pytest
from av.video.stream import VideoStream

from streamlation_desktop.media.ffmpeg import ffmpeg_path
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


@pytest.mark.parametrize("suffix", ["wav", "mp4"])
def test_a_file_that_holds_nothing_but_its_head_is_told_and_does_not_just_end(
    rig: Rig, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"head.{suffix}"
    if suffix == "wav":
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(16_000)
    else:
        with av.open(str(path), "w", options={"movflags": "empty_moov"}) as film:
            stream = film.add_stream("mpeg4", rate=25)
            assert isinstance(stream, VideoStream)
            stream.width, stream.height = 64, 48
            film.start_encoding()
    rig.player.open(str(path))
    rig.wait_for(lambda: rig.player.state is PlayerState.FAILED, "what is wrong")
    assert [(one.code, one.fatal) for one in problems(rig)] == [("source.unsupported", True)]
    assert "neither picture nor sound" in problems(rig)[0].message


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
    deadline = time.monotonic() + 10
    while not {thread.name for thread in threading.enumerate()} <= before:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert took < 2.0  # far above the bound of the wait; what is usual is measured in the benchmarks


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
            if rig.player.duration:  # a live stream of which nothing is kept has no other place
                count = len(rig.seeks)
                rig.player.seek(rig.player.duration / 2)
                rig.wait_for(lambda rig=rig, count=count: len(rig.seeks) > count, f"the middle of {path}")  # type: ignore[misc]
            outcome = "pictures" if rig.sink.pictures else "sound"
        rig.player.close()
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    assert set(outcomes) <= {"pictures", "sound", *FAMILIES}
    assert outcomes["pictures"] >= 20
    assert outcomes["sound"] >= 20


def test_a_film_of_a_dash_manifest_has_pictures_and_sound(rig: Rig, tmp_path: Path) -> None:
    film = write_numbered(tmp_path / "film.mp4", [n / 25 for n in range(100)], gop=25, b_frames=0, sound=4.0)
    manifest = tmp_path / "dash" / "film.mpd"
    manifest.parent.mkdir()
    write = ["-v", "error", "-i", str(film), "-c", "copy", "-f", "dash", "-seg_duration", "1", str(manifest)]
    subprocess.run([ffmpeg_path(), *write], check=True, timeout=60)
    rig.open(manifest)
    info = rig.player.info
    assert info is not None
    assert info.audio
    rig.seek(2.0)
    assert rig.number == pytest.approx(50, abs=2)  # the encoder's lead-in of the sound counts as time in DASH


def test_a_film_of_ten_hours_is_open_at_once_and_sought_in_exactly(rig: Rig, tmp_path: Path) -> None:
    path = write_numbered(tmp_path / "long.mkv", [n * 120.0 for n in range(300)], gop=10)
    rig.open(path)
    assert rig.player.duration == pytest.approx(36_000, abs=150)
    for seconds in (35_880.0, 120.0, 18_000.0):
        rig.seek(seconds)
        assert rig.number == seconds / 120


def test_pictures_at_uneven_times_are_shown_each_at_its_own(rig: Rig, tmp_path: Path) -> None:
    times = [0.0]
    for step in itertools.islice(itertools.cycle((0.01, 0.2, 0.033, 0.5, 0.02)), 60):
        times.append(round(times[-1] + step, 3))
    path = write_numbered(tmp_path / "uneven.mkv", times, gop=20, sound=times[-1])
    rig.open(path, paused=False)
    rig.play_to(times[-1] - 0.1, step=0.005)
    assert rig.numbers == sorted(rig.numbers)
    for number in (7, 23, 48):
        rig.seek(times[number])
        assert rig.number == number


def test_a_film_whose_clock_wraps_begins_at_zero_and_goes_on(rig: Rig, tmp_path: Path) -> None:
    """Two seconds before the 33 bits are full: FFmpeg lets such a film begin below zero."""
    wrap = 2**33 / 90_000
    path = write_numbered(tmp_path / "wrap.ts", [n / 25 for n in range(100)], gop=25, sound=4.0, offset=wrap - 2.0)
    rig.open(path)
    assert rig.seeks[0] == pytest.approx(0.0, abs=0.1)
    assert rig.number == 0
    rig.seek(3.0)
    assert rig.number == pytest.approx(75, abs=2)


def test_8k_pictures_are_scaled_to_the_window(tmp_path: Path) -> None:
    rig = Rig((640, 360))
    path = tmp_path / "8k.mkv"
    source = av.open("testsrc2=size=7680x4320:rate=25", format="lavfi")
    with av.open(str(path), "w") as output:
        video = output.add_stream("libx264", rate=25, options={"preset": "ultrafast", "crf": "40", "g": "2"})
        assert isinstance(video, VideoStream)
        video.width, video.height, video.pix_fmt = 7680, 4320, "yuv420p"
        for frame in itertools.islice(source.decode(video=0), 2):
            output.mux(video.encode(frame.reformat(format="yuv420p")))
        output.mux(video.encode(None))
    source.close()
    rig.open(path)
    rig.seek(0.04)
    assert rig.sink.pictures[-1].pixels.shape[:2] == (360, 640)
    rig.player.close()


def test_a_file_that_is_cut_short_while_it_plays_ends_there(rig: Rig, tmp_path: Path) -> None:
    path = write_numbered(tmp_path / "film.ts", [n / 25 for n in range(500)], gop=25, sound=20.0)
    rig.open(path, paused=False)
    rig.play_to(1.0, step=0.02)
    os.truncate(path, path.stat().st_size // 3)
    rig.play_out()
    rig.seek(0.4)  # it can still be used
