"""Subtitle tracks read, muxed and burnt in: real files, looked at again afterwards."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import av
import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import (
    Cancelled,
    NotWritable,
    SourceNotFound,
    UnsupportedMedia,
    UsageError,
)
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.media.burn import burn_in
from streamlation_desktop.media.ffmpeg import ffmpeg_path
from streamlation_desktop.media.mux import SubtitleFile, mux_subtitles
from streamlation_desktop.media.source import probe_source
from streamlation_desktop.media.subtitle_tracks import SubtitleEvent, read_subtitle_track
from tests.support.data import real_data

ASS = """[Script Info]
ScriptType: v4.00+
PlayResX: 320
PlayResY: 180

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, Outline, Shadow, Alignment, MarginV
Style: Default,DejaVu Sans,24,&H00FFFFFF,0,0,2,10

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Grüße {\\i1}an{\\i0} alle
"""
SRT = "1\n00:00:01,000 --> 00:00:02,000\nGrüße <i>an</i> alle\n\n2\n00:00:02,500 --> 00:00:03,000\nZwei\nZeilen\n"
EVENTS = [
    SubtitleEvent(TimeSpan(1.0, 2.0), "Grüße an alle"),
    SubtitleEvent(TimeSpan(2.5, 3.0), "Zwei\nZeilen"),
]


def ignore(done: float, total: float | None) -> None:
    """No progress is shown."""


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three seconds of dark blue with a tone; a transport stream that starts at 1.4 s."""
    path = tmp_path_factory.mktemp("outputs") / "it's a: film [1].ts"
    picture = ["-f", "lavfi", "-i", "color=c=navy:s=320x180:r=10", "-f", "lavfi", "-i", "sine=440"]
    encode = ["-t", "3", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", f"file:{path}"]
    subprocess.run([ffmpeg_path(), "-v", "error", *picture, *encode], check=True, timeout=60)
    return path


@pytest.fixture
def srt(tmp_path: Path) -> Path:
    path = tmp_path / "a.srt"
    path.write_text(SRT, encoding="utf-8")
    return path


@pytest.fixture
def ass(tmp_path: Path) -> Path:
    path = tmp_path / "it's, [so]: called.ass"
    path.write_text(ASS, encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", [".mkv", ".mp4", ".mov", ".m4v"])
def test_muxed_subtitles_are_read_back_at_the_same_times(video: Path, srt: Path, tmp_path: Path, suffix: str) -> None:
    output = tmp_path / f"out{suffix}"

    mux_subtitles(video, [SubtitleFile(srt, LanguageCode("de"), "Deutsch", True)], output, CancelToken(), ignore)

    info = probe_source(str(output), CancelToken())
    assert [track.language for track in info.subtitles] == ["de"]
    assert info.audio
    assert info.video is not None
    assert read_subtitle_track(str(output), 0, CancelToken()) == EVENTS


def test_muxing_keeps_earlier_tracks_chapters_and_attachments(
    video: Path, srt: Path, ass: Path, tmp_path: Path
) -> None:
    first, second, note = tmp_path / "first.mkv", tmp_path / "second.mkv", tmp_path / "font.ttf"
    chapters = tmp_path / "chapters.txt"
    chapters.write_text(";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle=One\n")
    note.write_bytes(b"a font")
    attach = ["-attach", str(note), "-metadata:s:t", "mimetype=application/x-truetype-font"]
    inputs = ["-i", f"file:{video}", "-i", str(chapters), "-map_metadata", "1", "-c", "copy", *attach]
    subprocess.run([ffmpeg_path(), "-v", "error", *inputs, str(first)], check=True, timeout=60)

    mux_subtitles(first, [SubtitleFile(ass, LanguageCode("de"))], second, CancelToken(), ignore)
    mux_subtitles(second, [SubtitleFile(srt, LanguageCode("es"), "", True)], first, CancelToken(), ignore)

    with av.open(str(first)) as container:
        assert [chapter["metadata"]["title"] for chapter in container.chapters()] == ["One"]
        assert [stream.data for stream in container.streams.attachments] == [b"a font"]
        assert [bool(s.disposition & 1) for s in container.streams.subtitles] == [False, True]
    assert read_subtitle_track(str(first), 0, CancelToken()) == EVENTS[:1]
    assert read_subtitle_track(str(first), 1, CancelToken()) == EVENTS


def test_burnt_in_text_is_in_the_picture_while_its_cue_lasts(video: Path, ass: Path, tmp_path: Path) -> None:
    seen: list[float] = []
    output = tmp_path / "out.mp4"

    burn_in(video, ass, output, CancelToken(), lambda done, total: seen.append(done))

    brightest = {}
    with av.open(str(output)) as container:
        assert container.streams.audio[0].codec_context.name == "aac"
        for frame in container.decode(video=0):
            brightest[round(frame.time or 0.0, 1)] = int(frame.to_ndarray(format="gray")[120:].max())
    assert brightest[1.5] > 200
    assert brightest[0.5] < 60
    assert brightest[2.5] < 60
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(3.0, abs=0.3)


def test_a_folder_of_fonts_is_used(video: Path, ass: Path, tmp_path: Path) -> None:
    fonts = tmp_path / "fönts & <more>"
    fonts.mkdir()
    output = tmp_path / "out.mkv"

    burn_in(video, ass, output, CancelToken(), ignore, fonts)

    with av.open(str(output)) as container:
        frames = [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]
    assert int(frames[15][120:].max()) > 200


def test_cancelling_a_burn_in_leaves_nothing_behind(video: Path, ass: Path, tmp_path: Path) -> None:
    token = CancelToken()
    output = tmp_path / "new" / "out.mp4"
    output.parent.mkdir()

    with pytest.raises(Cancelled):
        burn_in(video, ass, output, token, lambda done, total: token.cancel())

    assert list(output.parent.iterdir()) == []


@pytest.mark.parametrize("write", [mux_subtitles, burn_in])
def test_a_folder_that_is_not_there_is_told(
    video: Path, srt: Path, ass: Path, tmp_path: Path, write: Callable[..., None]
) -> None:
    subtitles = ass if write is burn_in else [SubtitleFile(srt, LanguageCode("de"))]

    with pytest.raises(NotWritable):
        write(video, subtitles, tmp_path / "gone" / "out.mkv", CancelToken(), ignore)


def test_an_existing_output_survives_a_failure(video: Path, ass: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.mp4"
    output.write_text("mine")
    broken = tmp_path / "broken.ts"
    broken.write_bytes(b"no video")

    with pytest.raises(UnsupportedMedia):
        burn_in(broken, ass, output, CancelToken(), ignore)

    assert output.read_text() == "mine"
    assert not list(tmp_path.glob(".streamlation*"))


def test_wrong_requests_are_told(video: Path, srt: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no subtitle track 0"):
        read_subtitle_track(str(video), 0, CancelToken())
    with pytest.raises(UsageError, match=r"\.avi"):
        mux_subtitles(video, [], tmp_path / "out.avi", CancelToken(), ignore)
    gone = SubtitleFile(tmp_path / "gone.srt", LanguageCode("de"))
    with pytest.raises(SourceNotFound):
        mux_subtitles(video, [gone], tmp_path / "out.mkv", CancelToken(), ignore)


def test_every_text_track_of_the_real_files_is_read() -> None:
    folder = real_data("real", "media")
    read = 0
    for path in sorted([*folder.glob("subtitleedit/*"), *folder.glob("androidx/mkv/*.mkv")]):
        try:
            tracks = probe_source(str(path), CancelToken()).subtitles
        except UnsupportedMedia:
            continue
        for track in tracks:
            if track.is_text:
                events = read_subtitle_track(str(path), track.index, CancelToken())
                assert all("{\\" not in event.text for event in events)
                read += bool(events)
            else:
                with pytest.raises(UnsupportedMedia, match="pictures"):
                    read_subtitle_track(str(path), track.index, CancelToken())
    assert read >= 5
