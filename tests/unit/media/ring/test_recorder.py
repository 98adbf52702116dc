"""Recordings made from a ring."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from av.stream import Stream

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, DiskFull, NotWritable, UnsupportedMedia, UsageError
from streamlation_desktop.media.ring.folder import RingFolder
from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.ring.recorder import RingRecorder
from streamlation_desktop.media.ring.writer import RingWriter
from streamlation_desktop.media.source import open_source
from tests.support.media_files import heard, write_tones
from tests.support.ring_files import ingest, write_film


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_film(tmp_path_factory.mktemp("film") / "film.ts", 10)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with RingFolder(tmp_path / "rings") as folder:
        yield folder.path


def pattern(path: Path) -> list[int | None]:
    """Which second of the tones is heard in each second of a file."""
    source = open_source(str(path), CancelToken())
    samples = np.concatenate([chunk.samples for chunk in source.audio()])
    source.close()
    return [heard(samples, at + 0.5) for at in range(round(len(samples) / 16_000))]


def pictures(path: Path) -> int:
    with av.open(str(path)) as file:
        return sum(1 for _ in file.decode(video=0))


@pytest.mark.parametrize("suffix", [".mkv", ".mp4", ".ts"])
def test_a_recording_has_all_of_the_ring_at_its_media_time(
    folder: Path, film: Path, tmp_path: Path, suffix: str
) -> None:
    writer = RingWriter(RingLimits(folder))
    ingest(writer, film)
    ingest(writer, film, shift=13.0)
    writer.close()
    recorder = RingRecorder(folder, tmp_path / f"Nachrichten ÄÖ{suffix}", CancelToken())

    recorder.run()

    [path] = recorder.files
    assert pattern(path) == [*range(10), None, None, None, *range(10)]
    assert pictures(path) == 500
    assert recorder.seconds == pytest.approx(23.0, abs=0.15)


def test_other_stream_parameters_go_to_a_file_of_their_own(folder: Path, film: Path, tmp_path: Path) -> None:
    other = write_film(tmp_path / "other.ts", 4, width=240)
    writer = RingWriter(RingLimits(folder))
    ingest(writer, film)
    ingest(writer, other, shift=15.0)
    writer.close()
    recorder = RingRecorder(folder, tmp_path / "talk.mkv", CancelToken())

    recorder.run()

    assert [path.name for path in recorder.files] == ["talk.mkv", "talk-2.mkv"]
    assert [pictures(path) for path in recorder.files] == [250, 100]


def test_a_recording_of_sound_alone(folder: Path, film: Path, tmp_path: Path) -> None:
    sound = tmp_path / "sound.ts"
    with av.open(str(film)) as source, av.open(str(sound), "w") as output:
        copy = output.add_stream_from_template(source.streams.audio[0])
        for packet in source.demux(source.streams.audio[0]):
            if packet.size:
                packet.stream = copy
                output.mux_one(packet)
    writer = RingWriter(RingLimits(folder))
    ingest(writer, sound)
    writer.close()
    recorder = RingRecorder(folder, tmp_path / "radio.m4a", CancelToken())

    recorder.run()

    assert pattern(recorder.files[0]) == list(range(10))


@pytest.mark.parametrize("suffix", [".mkv", ".mp4", ".ts"])
def test_sound_of_a_telephone_that_no_container_holds_is_heard_at_its_media_time(
    folder: Path, tmp_path: Path, suffix: str
) -> None:
    spoken = write_tones(tmp_path / "spoken.wav", 10, codec="pcm_mulaw")
    writer = RingWriter(RingLimits(folder))
    ingest(writer, spoken)
    ingest(writer, spoken, shift=13.0)
    writer.close()
    recorder = RingRecorder(folder, tmp_path / f"camera{suffix}", CancelToken())

    recorder.run()

    [path] = recorder.files
    assert pattern(path) == [*range(10), None, None, None, *range(10)]


def test_a_name_without_a_container_is_refused_before_anything_happens(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.avi"):
        RingRecorder(folder, tmp_path / "talk.avi", CancelToken())


def test_a_folder_that_is_not_there_is_told(folder: Path, film: Path, tmp_path: Path) -> None:
    writer = RingWriter(RingLimits(folder))
    ingest(writer, film)
    writer.close()

    with pytest.raises(NotWritable):
        RingRecorder(folder, tmp_path / "none" / "talk.mkv", CancelToken()).run()


def test_a_container_that_cannot_hold_the_streams_is_told(folder: Path, tmp_path: Path) -> None:
    raw = write_film(tmp_path / "vp8.mkv", 1, video_codec="libvpx")
    writer = RingWriter(RingLimits(folder))
    with av.open(str(raw)) as source:
        streams: list[Stream] = [source.streams.video[0]]
        writer.connect(streams, None)
        for packet in source.demux(*streams):
            if packet.size:
                writer.write(packet, 0, float((packet.pts or 0) * packet.time_base))
    writer.close()

    with pytest.raises(UnsupportedMedia, match="cannot hold") as refused:
        RingRecorder(folder, tmp_path / "talk.mp4", CancelToken()).run()
    assert ".mkv" in refused.value.hint


def test_a_full_disk_ends_the_recording_with_what_is_there(folder: Path, film: Path, tmp_path: Path) -> None:
    """In a child, because the limit on file sizes holds for the whole process."""
    writer = RingWriter(RingLimits(folder))
    for round_ in range(6):
        ingest(writer, film, shift=10.0 * round_)
    writer.close()
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from streamlation_desktop.core.cancel import CancelToken\n"
        "from streamlation_desktop.core.errors import StorageError\n"
        "from streamlation_desktop.media.ring.recorder import RingRecorder\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "try:\n"
        "    RingRecorder(Path(sys.argv[1]), Path(sys.argv[2]), CancelToken()).run()\n"
        "except StorageError as exc:\n"
        "    print(exc.code)\n"
    )
    output = tmp_path / "talk.mkv"

    done = subprocess.run(
        [sys.executable, "-c", script, str(folder), str(output)], capture_output=True, text=True, timeout=60, check=True
    )

    assert done.stdout.strip() == DiskFull.code
    assert len(pattern(output)) >= 3


@pytest.mark.parametrize("suffix", [".mkv", ".mp4", ".ts"])
def test_a_killed_recording_can_be_played(folder: Path, film: Path, tmp_path: Path, suffix: str) -> None:
    writer = RingWriter(RingLimits(folder))
    ingest(writer, film)  # and never closed: the recorder waits for more
    output = tmp_path / f"talk{suffix}"
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from streamlation_desktop.core.cancel import CancelToken\n"
        "from streamlation_desktop.media.ring.recorder import RingRecorder\n"
        "class Told(RingRecorder):\n"
        "    def _copy(self, found):\n"
        "        super()._copy(found)\n"
        "        if found.time > 9.8: print('done', flush=True)\n"
        "Told(Path(sys.argv[1]), Path(sys.argv[2]), CancelToken()).run()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder), str(output)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "done\n"
        os.kill(child.pid, signal.SIGKILL)
    writer.close()

    assert pattern(output)[:8] == list(range(8))
    assert pictures(output) >= 200


def test_cancelling_a_recording_keeps_what_was_written(folder: Path, film: Path, tmp_path: Path) -> None:
    writer = RingWriter(RingLimits(folder))
    ingest(writer, film)
    token = CancelToken()
    recorder = RingRecorder(folder, tmp_path / "talk.mkv", token)
    threading.Timer(0.5, token.cancel).start()

    with pytest.raises(Cancelled):
        recorder.run()

    writer.close()
    assert pattern(recorder.files[0]) == list(range(10))
