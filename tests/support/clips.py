"""Cuts short pieces of media for tests."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import av
import numpy as np


def cut(source: Path, output: Path, seconds: float) -> Path:
    """Copy the first `seconds` of every stream."""
    with av.open(str(source)) as reader, av.open(str(output), "w") as writer:
        streams = {stream.index: writer.add_stream_from_template(stream) for stream in reader.streams}
        for packet in reader.demux():
            if packet.dts is None or packet.pts is None:
                continue
            if float(packet.pts * packet.time_base) < seconds:
                packet.stream = streams[packet.stream.index]
                writer.mux(packet)
    return output


def spaced_out(source: Path, output: Path, sentences: int = 6, pause: float = 4.5) -> Path:
    """Write the first sentences of the sample as WAV, each followed by `pause` seconds of silence.

    So long a pause ends a recognition window: the job has a chunk per sentence or two.
    """
    spans = [
        (sentence["start"], sentence["end"])
        for sentence in json.loads(source.with_suffix(".json").read_text(encoding="utf-8"))["sentences"][:sentences]
    ]
    with av.open(str(source)) as reader:
        resampler = av.AudioResampler("s16", "mono", 16_000)
        frames = [new for frame in reader.decode(audio=0) for new in resampler.resample(frame)]
    samples = np.concatenate([frame.to_ndarray()[0] for frame in frames])
    silence = np.zeros(round(pause * 16_000), np.int16)
    pieces = [samples[round((start - 0.1) * 16_000) : round((end + 0.1) * 16_000)] for start, end in spans]
    with wave.open(str(output), "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(16_000)
        writer.writeframes(b"".join(part.tobytes() for piece in pieces for part in (silence, piece, silence)))
    return output
