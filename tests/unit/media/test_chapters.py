"""Chapters as the container has them, in media time."""

from __future__ import annotations

from pathlib import Path

import pytest

from streamlation_desktop.media.av_streams.demuxer import MediaDemuxer
from tests.support.numbered_video import write_numbered


def chapters_of(path: Path) -> list[tuple[float, str]]:
    source = MediaDemuxer(str(path))
    source.close()
    return [(round(chapter.start, 2), chapter.title) for chapter in source.info.chapters]


@pytest.mark.parametrize("ending", ["mkv", "mp4"])
def test_chapters_are_told_with_their_titles(tmp_path: Path, ending: str) -> None:
    chapters = {0.0: "One\n  line", 1.0: "Two"}
    film = write_numbered(tmp_path / f"film.{ending}", [n / 10 for n in range(20)], chapters=chapters)
    assert chapters_of(film) == [(0.0, "One line"), (1.0, "Two")]


def test_chapters_count_from_where_the_film_begins(tmp_path: Path) -> None:
    times = [n / 10 for n in range(20)]
    film = write_numbered(tmp_path / "film.mkv", times, offset=30.0, chapters={0.0: "One", 1.0: ""})
    assert chapters_of(film) == [(0.0, "One"), (1.0, "")]


def test_chapters_after_the_end_are_left_out(tmp_path: Path) -> None:
    film = write_numbered(tmp_path / "film.mkv", [n / 10 for n in range(20)], chapters={0.0: "One", 60.0: "Gone"})
    assert chapters_of(film) == [(0.0, "One")]
