"""Sound in the form the player mixes and plays: interleaved stereo floats, at any tempo with the pitch kept."""

from __future__ import annotations

import av
import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.filter import Graph
from av.filter.context import FilterContext

Stereo = npt.NDArray[np.float32]
"""Shape ``(n_frames, 2)``."""


class StereoMaker:
    """Converts decoded frames; follows a stream whose format changes."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._key: tuple[object, ...] = ()
        self._resampler: AudioResampler | None = None

    def convert(self, frame: AudioFrame) -> Stereo:
        """The frame's sound; some frames may come with the next call."""
        key = (frame.format.name, frame.layout.name, frame.sample_rate)
        if self._resampler is None or key != self._key:
            self._resampler = AudioResampler(format="flt", layout="stereo", rate=self._rate)
            self._key = key
        frame.pts = None  # the caller keeps the time; a jump must not fill or cut here
        parts = [part.to_ndarray().reshape(-1, 2) for part in self._resampler.resample(frame)]
        joined = np.concatenate(parts) if parts else np.zeros((0, 2), np.float32)
        return np.nan_to_num(joined, nan=0.0, posinf=1.0, neginf=-1.0)


class TempoFilter:
    """FFmpeg's ``atempo``: faster or slower, with the pitch kept."""

    def __init__(self, rate: int, tempo: float) -> None:
        self._rate = rate
        self.tempo = tempo
        graph = Graph()
        source = graph.add_abuffer(sample_rate=rate, format="flt", layout="stereo")
        self._stretch: FilterContext = graph.add("atempo", f"{tempo:.4f}")
        graph.link_nodes(source, self._stretch, graph.add("abuffersink")).configure()
        self._graph = graph

    def set_tempo(self, tempo: float) -> None:
        """Change it while sound flows."""
        if abs(tempo - self.tempo) > 1e-4:
            self._stretch.process_command("tempo", f"{tempo:.4f}")
            self.tempo = tempo

    def process(self, pcm: Stereo) -> Stereo:
        """What comes out after `pcm` went in."""
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(pcm.reshape(1, -1)), "flt", "stereo")
        frame.sample_rate = self._rate
        self._graph.push(frame)
        return self._pulled()

    def finish(self) -> Stereo:
        """The rest; nothing may be put in afterwards."""
        self._graph.push(None)
        return self._pulled()

    def _pulled(self) -> Stereo:
        parts: list[Stereo] = []
        while True:
            try:
                part = self._graph.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                break
            assert isinstance(part, AudioFrame)
            parts.append(part.to_ndarray().reshape(-1, 2).astype(np.float32, copy=False))
        return np.concatenate(parts) if parts else np.zeros((0, 2), np.float32)


def resampled(samples: npt.NDArray[np.float32], rate: int, wanted: int) -> npt.NDArray[np.float32]:
    """Mono samples at another rate."""
    if rate == wanted or not len(samples):
        return samples
    frame = AudioFrame.from_ndarray(np.ascontiguousarray(samples.reshape(1, -1), np.float32), "flt", "mono")
    frame.sample_rate = rate
    resampler = AudioResampler(format="flt", layout="mono", rate=wanted)
    parts = [part.to_ndarray().reshape(-1) for part in (*resampler.resample(frame), *resampler.resample(None))]
    return np.concatenate(parts).astype(np.float32, copy=False)
