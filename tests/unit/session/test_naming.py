from __future__ import annotations

from pathlib import Path

import pytest

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.media.names import is_url
from streamlation_desktop.session.naming import caption_path, output_stem, video_path
from streamlation_desktop.session.request import JobRequest, OutputRequest

ES = LanguageCode("es")


@pytest.mark.parametrize(
    ("location", "stem"),
    [
        ("/films/Movie.mkv", "Movie"),
        ("/films/My.Movie.2024.1080p.mkv", "My.Movie.2024.1080p"),
        ("Señor ñandú 🎬.mp4", "Señor ñandú 🎬"),
        ("https://host/live/stream.m3u8?token=secret", "stream"),
        ("https://host/", "host"),
        ("rtmp://host/app/key", "key"),
        ("https://host/a%2F..%2Fb.mp4", "b"),
        ("-", "stdin"),
    ],
)
def test_outputs_are_named_after_the_source(location: str, stem: str) -> None:
    assert output_stem(location) == stem


def test_a_very_long_name_is_shortened_so_that_the_file_system_takes_it() -> None:
    request = JobRequest("/x/" + "ü" * 125 + ".mp4")
    assert len(caption_path(request, ES, "srt", partial=True).name.encode()) <= 255


def test_captions_lie_beside_a_file_and_in_the_working_folder_for_a_stream(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert caption_path(JobRequest("/films/Movie.mkv"), ES, "srt") == Path("/films/Movie.es.srt")
    assert caption_path(JobRequest("https://host/a.mp4"), ES, "vtt") == tmp_path / "a.es.vtt"


def test_a_given_folder_wins() -> None:
    request = JobRequest("/films/Movie.mkv", output=OutputRequest(folder=Path("/out")))
    assert caption_path(request, ES, "srt") == Path("/out/Movie.es.srt")


def test_copies_keep_the_container_that_holds_their_tracks() -> None:
    assert video_path(JobRequest("/films/Movie.mp4"), ES, "subtitled").name == "Movie.subtitled.mp4"
    assert video_path(JobRequest("/films/Movie.avi"), ES, "subtitled").name == "Movie.subtitled.mkv"
    assert video_path(JobRequest("/films/Movie.avi"), ES, "burned").name == "Movie.es.burned.mp4"


def test_a_windows_drive_is_not_a_url() -> None:
    assert not is_url("C:/films/Movie.mkv")
    assert not is_url("C:\\films\\Movie.mkv")
    assert is_url("srt://host:9000")
