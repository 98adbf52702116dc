"""Puts captured sound, which comes as samples, into a ring."""

from __future__ import annotations

import io

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream

from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.ring.writer import RingWriter


class SoundRing:
    """Encodes 16 kHz mono samples as AAC, which every container and player takes."""

    def __init__(self, limits: RingLimits) -> None:
        """Start an empty ring; raises OSError."""
        self._ring = RingWriter(limits)
        self._container = av.open(io.BytesIO(), "w", format="nut")  # only its stream is used
        stream = self._container.add_stream("aac", rate=SAMPLE_RATE, layout="mono")
        assert isinstance(stream, AudioStream)
        stream.bit_rate = 96_000
        self._container.start_encoding()
        self._stream = stream
        self._ring.connect([stream], None)
        self._position = 0

    def write(self, samples: Samples) -> None:
        """Append samples."""
        if not len(samples):
            return
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(samples.reshape(1, -1)), format="fltp", layout="mono")
        frame.sample_rate, frame.pts = SAMPLE_RATE, self._position
        self._position += len(samples)
        for packet in self._stream.encode(frame):
            base = packet.time_base
            self._ring.write(packet, 0, float((packet.dts or 0) * base))

    def close(self) -> None:
        """Tell the readers that nothing will follow."""
        self._ring.close()
        self._container.close()
