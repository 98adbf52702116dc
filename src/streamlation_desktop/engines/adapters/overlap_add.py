"""A stream cut into overlapping frames, changed frame by frame, and put together again."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from streamlation_desktop.core.types import Samples

ChangeFrame = Callable[[Samples], Samples]
"""Gets and gives ``(block,)``; what it gives for overlapping frames is added up."""


class OverlapAdd:
    """As many samples come out as went in, in their places; the end with `finish`."""

    def __init__(self, block: int, hop: int, change: ChangeFrame) -> None:
        """Start a stream.

        Args:
            block: samples of a frame.
            hop: samples from frame to frame.
            change: what is done to each.
        """
        self._hop, self._change = hop, change
        self._frame = np.zeros(block, np.float32)
        self._sum = np.zeros(block, np.float32)
        self._pending = np.zeros(0, np.float32)
        self._lead = block - hop
        """Samples that still come out before the first that went in."""
        self._owed = 0

    def feed(self, samples: Samples) -> Samples:
        """What is ready when `samples` have gone in."""
        self._owed += len(samples)
        return self._advance(samples)

    def finish(self) -> Samples:
        """The rest."""
        owed = self._owed
        if not owed:
            return np.zeros(0, np.float32)
        silence = np.zeros(owed + self._lead + self._hop, np.float32)
        return self._advance(silence)[:owed]

    def _advance(self, samples: Samples) -> Samples:
        self._pending = np.concatenate((self._pending, samples))
        done: list[Samples] = []
        while len(self._pending) >= self._hop:
            self._frame = np.concatenate((self._frame[self._hop :], self._pending[: self._hop]))
            self._pending = self._pending[self._hop :]
            self._sum = self._sum + self._change(self._frame)
            done.append(self._sum[: self._hop])
            self._sum = np.concatenate((self._sum[self._hop :], np.zeros(self._hop, np.float32)))
        result = np.concatenate(done) if done else np.zeros(0, np.float32)
        dropped = min(self._lead, len(result))
        self._lead -= dropped
        self._owed -= len(result) - dropped
        return result[dropped:].astype(np.float32)
