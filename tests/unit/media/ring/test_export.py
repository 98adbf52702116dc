"""Segments of a ring as files that any device plays."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceLost
from streamlation_desktop.media.ring.export import RingExport
from streamlation_desktop.media.ring.folder import RingFolder
from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.ring.writer import RingWriter
from tests.support.ring_files import ingest, write_film


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[Path]:
    film = write_film(tmp_path / "film.ts", 6)
    with RingFolder(tmp_path / "rings") as folder:
        writer = RingWriter(RingLimits(folder.path))
        ingest(writer, film, shift=100.0)
        ingest(writer, film, shift=110.0)
        yield folder.path
        writer.close()


@pytest.mark.parametrize("container", ["mpegts", "mp4"])
def test_each_segment_is_a_file_of_its_own_at_its_media_time(ring: Path, container: str) -> None:
    export = RingExport(ring, CancelToken())
    segments = export.segments()
    pictures = 0
    for segment in segments:
        with av.open(io.BytesIO(export.read(segment.number, container)), "r") as file:
            first = next(file.decode(video=0))
            assert first.time == pytest.approx(segment.start, abs=0.2)
            pictures += 1 + sum(1 for _ in file.decode(video=0))
    export.close()

    assert pictures >= 225
    assert [segment.is_discontinuous for segment in segments] == [True, False, False, True, False]


def test_the_segment_that_is_being_written_is_not_listed(ring: Path) -> None:
    export = RingExport(ring, CancelToken())

    listed = export.segments()

    assert listed[-1].start + listed[-1].duration < 115.0
    assert sum(segment.duration for segment in listed) == pytest.approx(14.0, abs=0.5)
    export.close()


def test_a_segment_that_fell_out_of_the_ring_is_told(ring: Path) -> None:
    export = RingExport(ring, CancelToken())

    with pytest.raises(SourceLost):
        export.read(99)
    export.close()
