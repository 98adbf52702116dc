"""The ring on disk: what is written comes back, whatever the reader's place and pace."""

from __future__ import annotations

import itertools
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import av
import pytest
from av.stream import Stream
from av.video.stream import VideoStream

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.media.ring.folder import RingFolder, remove_abandoned
from streamlation_desktop.media.ring.layout import segment_numbers, segment_path
from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.ring.reader import RingReader
from streamlation_desktop.media.ring.segment_file import RingPacket
from streamlation_desktop.media.ring.writer import RingWriter
from tests.support.ring_files import ingest, moved, write_film

Attach = Callable[..., RingReader]
Start = Callable[..., RingWriter]


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_film(tmp_path_factory.mktemp("film") / "film.ts", 10)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with RingFolder(tmp_path / "rings") as folder:
        yield folder.path


@pytest.fixture
def attach(folder: Path) -> Iterator[Attach]:
    with ExitStack() as stack:

        def make(token: CancelToken | None = None) -> RingReader:
            reader = RingReader(folder, token or CancelToken())
            stack.callback(reader.close)
            return reader

        yield make


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    with ExitStack() as stack:

        def make(**limits: float) -> RingWriter:
            writer = RingWriter(RingLimits(folder, **limits))  # type: ignore[arg-type]
            stack.callback(writer.close)
            return writer

        yield make


def everything(reader: RingReader) -> list[RingPacket]:
    return list(iter(lambda: reader.read(0.0), None))


def kinds(reader: RingReader, packets: list[RingPacket]) -> set[str]:
    return {reader.template(packet.epoch).streams[packet.stream].type for packet in packets}


def test_what_was_written_is_read_in_the_same_order_and_can_be_decoded(
    folder: Path, film: Path, attach: Attach, start: Start
) -> None:
    writer = start()
    ingest(writer, film)
    writer.close()
    reader = attach()

    packets = everything(reader)

    decoder = reader.template(0).streams.video[0].codec_context
    pictures = [picture for p in packets if p.stream == 1 for picture in decoder.decode(p.packet)]
    pictures += decoder.decode(None)
    assert len(pictures) == 250
    assert kinds(reader, packets) == {"audio", "video"}
    assert reader.ended
    assert reader.window.end == pytest.approx(10.0, abs=0.15)
    assert len(segment_numbers(folder)) == 5


def test_only_the_latest_seconds_are_kept(film: Path, attach: Attach, start: Start) -> None:
    writer = start(seconds=4.0, segment_seconds=1.0)
    ingest(writer, film)
    reader = attach()

    window = reader.window

    assert 4.0 <= window.duration <= 6.5
    assert window.end == pytest.approx(10.0, abs=0.15)
    assert everything(reader)[0].time == pytest.approx(window.start)


def test_a_reader_that_is_too_slow_is_told_what_it_missed(film: Path, attach: Attach, start: Start) -> None:
    writer = start(seconds=3.0, segment_seconds=1.0)
    ingest(writer, film)
    reader = attach()
    first = reader.read(0.0)
    assert first is not None
    ingest(writer, film, shift=10.0)

    packets = everything(reader)

    assert packets[-1].time == pytest.approx(20.0, abs=0.15)
    assert reader.missed_seconds == pytest.approx(8.0, abs=2.1)


def test_the_size_on_disk_is_bounded(folder: Path, film: Path, start: Start) -> None:
    writer = start(size=20_000, segment_seconds=1.0)
    ingest(writer, film)
    largest = max(segment_path(folder, number).stat().st_size for number in segment_numbers(folder))

    size = sum(path.stat().st_size for path in folder.iterdir())

    assert size < 20_000 + 2 * largest


def test_a_seek_lands_where_decoding_can_start(film: Path, attach: Attach, start: Start) -> None:
    writer = start()
    ingest(writer, film)
    reader = attach()

    reader.seek(5.3)
    packet = reader.read(0.0)

    assert packet is not None
    assert reader.lead == pytest.approx(6.0, abs=0.3)
    assert packet.time == pytest.approx(4.0, abs=0.1)
    assert packet.packet.is_keyframe
    assert isinstance(reader.template(packet.epoch).streams[packet.stream], VideoStream)


def test_a_seek_before_the_window_takes_the_oldest(film: Path, attach: Attach, start: Start) -> None:
    writer = start(seconds=3.0, segment_seconds=1.0)
    ingest(writer, film)
    reader = attach()

    reader.seek(0.0)
    packet = reader.read(0.0)

    assert packet is not None
    assert packet.time == pytest.approx(reader.window.start)


def test_a_reader_at_the_edge_waits_for_what_comes(film: Path, attach: Attach, start: Start) -> None:
    writer = start()
    reader = attach()
    assert reader.read(0.0) is None
    thread = threading.Thread(target=ingest, args=(writer, film))
    thread.start()

    packets = list(itertools.islice(iter(lambda: reader.read(20.0), None), 300))

    thread.join(20)
    assert len(packets) == 300


def test_cancelling_ends_the_wait_at_the_edge(attach: Attach, start: Start) -> None:
    start()
    token = CancelToken()
    reader = attach(token)
    threading.Timer(0.05, token.cancel).start()

    with pytest.raises(Cancelled):
        reader.read(60.0)


def test_a_new_connection_brings_its_own_parameters(film: Path, tmp_path: Path, attach: Attach, start: Start) -> None:
    other = write_film(tmp_path / "other.ts", 4, width=240)
    writer = start()
    ingest(writer, film)
    ingest(writer, other, shift=15.0)
    reader = attach()

    packets = everything(reader)

    assert {packet.epoch for packet in packets} == {0, 1}
    assert [reader.template(epoch).streams.video[0].width for epoch in (0, 1)] == [160, 240]
    assert min(packet.time for packet in packets if packet.epoch == 1) == pytest.approx(15.0, abs=0.15)


def test_pictures_before_the_first_key_frame_are_left_out(film: Path, attach: Attach, start: Start) -> None:
    writer = start()
    with av.open(str(film)) as source:
        streams: list[Stream] = [source.streams.video[0]]
        writer.connect(streams, None)
        for number, packet in enumerate(source.demux(*streams)):
            if packet.size and number >= 10:
                writer.write(packet, 0, moved(packet, -(source.start_time or 0) / 1e6))
    reader = attach()

    first = reader.read(0.0)

    assert first is not None
    assert first.packet.is_keyframe
    assert first.time == pytest.approx(1.0, abs=0.1)


def test_what_a_crash_tore_off_is_passed_over(folder: Path, film: Path, attach: Attach, start: Start) -> None:
    writer = start()
    ingest(writer, film)
    torn = segment_path(folder, 1)
    torn.write_bytes(torn.read_bytes()[:-37])
    damaged = segment_path(folder, 3)
    damaged.write_bytes(b"\xff" * 5000)
    reader = attach()

    times = [packet.time for packet in everything(reader)]

    assert times[0] < 0.1
    assert times[-1] == pytest.approx(10.0, abs=0.15)
    assert not any(6.2 < time < 7.8 for time in times)


def test_rings_of_the_dead_are_removed_and_those_of_the_living_stay(tmp_path: Path) -> None:
    living = RingFolder(tmp_path)
    dead = tmp_path / "ring-0123456789ab"
    dead.mkdir()
    (dead / "00000000.seg").write_bytes(b"x")

    removed = remove_abandoned(tmp_path)

    assert removed == 1
    assert living.path.is_dir()
    living.close()
    assert list(tmp_path.iterdir()) == []


def test_a_writer_goes_on_in_the_ring_of_one_that_died(folder: Path, film: Path, attach: Attach, start: Start) -> None:
    ingest(start(), film)
    reader = attach()
    before = everything(reader)
    assert not reader.ended
    writer = start(shift=20.0)
    assert (reader.edge, reader.window.start) == (20.0, before[0].time)
    ingest(writer, film)
    writer.close()

    packets = everything(reader)

    assert [packet.epoch for packet in (before[-1], packets[0], packets[-1])] == [0, 1, 1]
    assert [packet.time for packet in packets] == pytest.approx([packet.time + 20.0 for packet in before])
    first = packets[0].packet
    assert first.dts is not None
    assert float(first.dts * first.time_base) == pytest.approx(packets[0].time, abs=0.01)
    assert kinds(reader, packets) == {"audio", "video"}


def test_of_a_ring_that_was_taken_over_the_oldest_goes_first(film: Path, attach: Attach, start: Start) -> None:
    ingest(start(seconds=4.0, segment_seconds=1.0), film)
    ingest(start(seconds=4.0, segment_seconds=1.0, shift=12.0), film)

    assert attach().window.start > 12.0


def test_a_full_disk_costs_packets_and_never_the_session(folder: Path, film: Path, attach: Attach) -> None:
    """In a child, because the limit on file sizes holds for the whole process."""
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from streamlation_desktop.media.ring.limits import RingLimits\n"
        "from streamlation_desktop.media.ring.writer import RingWriter\n"
        "from tests.support.ring_files import ingest\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, 12_000))\n"
        "writer = RingWriter(RingLimits(Path(sys.argv[1])))\n"
        "ingest(writer, Path(sys.argv[2]))\n"
        "writer.close()\n"
        "print(writer.lost_packets)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder), str(film)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=Path(__file__).parents[4],
    )
    times = [packet.time for packet in everything(attach())]

    assert int(done.stdout) > 0
    assert times[-1] > 8.0  # what is old makes room for what is new


def test_many_reconnections_leave_no_open_files(film: Path, attach: Attach, start: Start) -> None:
    writer, reader = start(seconds=10.0), attach()
    opened = []
    for number in range(12):
        ingest(writer, film, shift=10.0 * number)
        for packet in everything(reader):
            reader.template(packet.epoch)
        opened.append(len(list(Path("/proc/self/fd").iterdir())))

    assert opened[-1] == opened[4]
    reader.seek(0.0)
    again = reader.read(0.0)
    assert again is not None
    assert reader.template(again.epoch).streams.video[0].width == 160
