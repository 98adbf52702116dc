"""A chain of libavfilter's audio filters over blocks of samples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

import av
import av.filter
import numpy as np
from av.audio.frame import AudioFrame

from streamlation_desktop.core.types import Samples


class FilterChain:
    """Feed blocks of shape ``(n,)`` or ``(n, 2)``; take frames."""

    def __init__(self, filters: Sequence[tuple[str, str]], rate: int, channels: int, rate_out: int = 0) -> None:
        """Build the chain.

        Args:
            filters: name and options of each, in order.
            rate: Hz of what goes in.
            channels: 1 or 2.
            rate_out: Hz of what comes out; 0 for the same.
        """
        self._rate, self._layout = rate, "mono" if channels == 1 else "stereo"
        self._graph = av.filter.Graph()
        time_base = Fraction(1, rate)
        self._source = self._graph.add_abuffer(sample_rate=rate, format="flt", layout=self._layout, time_base=time_base)
        form = ("aformat", f"sample_fmts=flt:channel_layouts={self._layout}:sample_rates={rate_out or rate}")
        chain = [self._source, *(self._graph.add(name, options) for name, options in (*filters, form))]
        chain.append(self._graph.add("abuffersink"))
        for one, following in pairwise(chain):
            one.link_to(following)
        self._sink = chain[-1]
        self._graph.configure()
        self._position = 0

    def feed(self, block: Samples) -> Iterator[AudioFrame]:
        """What is ready when `block` has gone in."""
        if len(block):
            frame = AudioFrame.from_ndarray(
                np.ascontiguousarray(block, np.float32).reshape(1, -1), format="flt", layout=self._layout
            )
            frame.sample_rate, frame.time_base, frame.pts = self._rate, Fraction(1, self._rate), self._position
            self._position += len(block)
            self._source.push(frame)
        yield from self._ready()

    def finish(self) -> Iterator[AudioFrame]:
        """The rest."""
        self._source.push(None)
        yield from self._ready()

    def _ready(self) -> Iterator[AudioFrame]:
        while True:
            try:
                frame = self._sink.pull()
            except (av.BlockingIOError, av.EOFError):
                return
            assert isinstance(frame, AudioFrame)
            yield frame


def frame_samples(frame: AudioFrame, channels: int) -> Samples:
    """The samples of a frame that a `FilterChain` gave: ``(n,)`` or ``(n, 2)``."""
    flat = frame.to_ndarray().reshape(-1).astype(np.float32, copy=False)
    return flat if channels == 1 else flat.reshape(-1, channels)
