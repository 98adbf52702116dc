"""Pictures for lists are made without asking: what is called a film and is none must not have anything else opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from streamlation_desktop.core.errors import SourceError
from streamlation_desktop.media.still import still
from tests.support.clips import cut
from tests.support.commands import SAMPLE
from tests.support.media_web import web_server


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return cut(SAMPLE, tmp_path / "film.mp4", 1.0)


def test_a_film_gives_a_picture(film: Path) -> None:
    assert still(str(film), 64).startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    "text",
    [
        "ffconcat version 1.0\nfile film.mp4\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfilm.mp4\n#EXT-X-ENDLIST\n",
    ],
)
def test_a_list_that_is_called_a_film_gives_none(text: str, film: Path) -> None:
    disguised = film.with_name("other.mp4")
    disguised.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError):
        still(str(disguised), 64)


@pytest.mark.network
def test_nothing_is_fetched_from_anywhere(film: Path) -> None:
    with web_server(film.parent) as web:
        for text in (f"ffconcat version 1.0\nfile {web.url}/film.mp4\n", f"#EXTM3U\n#EXTINF:1,\n{web.url}/film.mp4\n"):
            film.with_name("other.mp4").write_text(text, encoding="utf-8")
            for name in (str(film.with_name("other.mp4")), f"{web.url}/film.mp4"):
                with pytest.raises(SourceError):
                    still(name, 64)
        assert web.requests == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "film.mp4")
    with pytest.raises(SourceError):
        still(str(tmp_path / "film.mp4"), 64)
