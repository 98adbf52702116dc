"""Makes media whose sound tells the time: second n is a tone of 300 + 100 n Hz."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
from av.audio.stream import AudioStream

RATE = 16_000


def tones(seconds: float, first: float = 0.0) -> npt.NDArray[np.float32]:
    """Samples ``(n,)`` of the pattern from second `first` on."""
    clock = first + np.arange(int(seconds * RATE)) / RATE
    return (0.3 * np.sin(2 * np.pi * (300 + 100 * np.floor(clock)) * clock)).astype(np.float32)


def heard(samples: npt.NDArray[np.float32], at: float) -> int | None:
    """Which second of the pattern sounds around `at` seconds of media time; None for silence."""
    window = samples[int((at - 0.2) * RATE) : int((at + 0.2) * RATE)]
    if not len(window) or np.abs(window).max() < 0.05:
        return None
    frequency = np.abs(np.fft.rfft(window)).argmax() * RATE / len(window)
    return round((frequency - 300) / 100)


def write_tones(
    path: Path,
    seconds: float,
    *,
    container: str | None = None,
    codec: str = "aac",
    offset: float = 0.0,
    first: float = 0.0,
    options: dict[str, str] | None = None,
) -> Path:
    """Write the pattern as a media file, its time stamps starting at `offset` seconds."""
    with av.open(str(path), "w", format=container, options=options or {}) as output:
        stream = output.add_stream(codec, rate=RATE, layout="mono")
        assert isinstance(stream, AudioStream)
        samples = tones(seconds, first)
        for start in range(0, len(samples), 1024):
            block = samples[start : start + 1024].reshape(1, -1)
            if codec.startswith("pcm_s16") or codec == "flac":
                frame = av.AudioFrame.from_ndarray((block * 32767).astype(np.int16), format="s16", layout="mono")
            else:
                frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="mono")
            frame.sample_rate = RATE
            frame.pts = start + int(offset * RATE)
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return path


def write_hls(folder: Path, seconds: int, *, live: bool = False) -> Path:
    """Write one-second segments ``s0.ts`` … and ``list.m3u8``."""
    folder.mkdir(parents=True, exist_ok=True)
    options = {"hls_time": "1", "hls_list_size": "0", "hls_segment_filename": str(folder / "s%d.ts")}
    options["hls_flags"] = "omit_endlist" if live else "independent_segments"
    return write_tones(folder / "list.m3u8", seconds, container="hls", options=options)
