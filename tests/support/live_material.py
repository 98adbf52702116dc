"""The sound that `live_origin` sends; apart from it, so that the server starts at once."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream

from tests.support.live_origin import BYTES_PER_SECOND, CYCLE
from tests.support.media_files import RATE


def write_material(folder: Path, seconds: int) -> None:
    """Segments ``s0.ts`` … of a second each, and a minute of radio."""
    options = {"hls_time": "1", "hls_list_size": "0", "hls_segment_filename": str(folder / "s%d.ts")}
    _write(folder / "list.m3u8", seconds, "aac", "hls", options)
    _write(folder / "radio.mp3", CYCLE, "libmp3lame", "mp3", {"write_xing": "0", "id3v2_version": "0"})


def _write(path: Path, seconds: int, codec: str, container: str, options: dict[str, str]) -> None:
    with av.open(str(path), "w", format=container, options=options) as output:
        stream = output.add_stream(codec, rate=RATE, layout="mono")
        assert isinstance(stream, AudioStream)
        stream.bit_rate = BYTES_PER_SECOND * 8
        step = 1024
        for start in range(0, seconds * RATE, step):
            clock = (start + np.arange(step)) / RATE
            tone = 0.3 * np.sin(2 * np.pi * (300 + 100 * np.floor(clock % CYCLE)) * clock)
            frame = av.AudioFrame.from_ndarray(tone.astype(np.float32).reshape(1, -1), format="fltp", layout="mono")
            frame.sample_rate, frame.pts = RATE, start
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
