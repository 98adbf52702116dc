"""A ring that is written in real time from a file, as a live session writes it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import av

from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.ring.writer import RingWriter


@contextmanager
def live_ring(folder: Path, source: Path, at_edge: Callable[[float], None], ahead: float = 0.0) -> Iterator[Path]:
    """Write `source` at normal speed; `at_edge` is told the media time of the newest packet.

    Args:
        ahead: seconds that are there at once, as of a session that has run for so long.
    """
    folder.mkdir()
    stop = threading.Event()
    writer = RingWriter(RingLimits(folder))
    thread = threading.Thread(target=_write, args=(writer, source, at_edge, stop, ahead), daemon=True)
    thread.start()
    try:
        yield folder
    finally:
        stop.set()
        thread.join(10)


def _write(
    writer: RingWriter, source: Path, at_edge: Callable[[float], None], stop: threading.Event, ahead: float
) -> None:
    begun = time.monotonic() - ahead
    with av.open(str(source)) as container:
        streams = [container.streams.video[0], container.streams.audio[0]]
        writer.connect(streams, None)
        for packet in container.demux(*streams):
            if packet.dts is None:
                continue
            at = float(packet.dts * packet.time_base)
            if stop.wait(max(0.0, begun + at - time.monotonic())):
                break
            writer.write(packet, streams.index(packet.stream), at)
            at_edge(at)
    writer.close()
