"""A sliding stretch of audio in one fixed piece of memory."""

from __future__ import annotations

import numpy as np

from streamlation_desktop.core.types import Samples


class SampleBuffer:
    """Samples from `first_sample` on: grows at the end, is cut at the front."""

    def __init__(self, capacity: int) -> None:
        self._memory = np.empty(capacity, np.float32)
        self._length = 0
        self.first_sample = 0
        """Index of the oldest kept sample in media time."""

    def __len__(self) -> int:
        return self._length

    @property
    def end(self) -> int:
        """Index in media time of the sample that comes next."""
        return self.first_sample + self._length

    @property
    def room(self) -> int:
        """Samples that can be added."""
        return len(self._memory) - self._length

    def restart(self, first_sample: int) -> None:
        """Forget everything; the next sample is `first_sample`."""
        self.first_sample, self._length = first_sample, 0

    def append(self, samples: Samples) -> None:
        """Add at the end; at most `room` samples."""
        self._memory[self._length : self._length + len(samples)] = samples
        self._length += len(samples)

    def drop_before(self, sample: int) -> None:
        """Forget what lies before `sample`."""
        count = min(max(sample - self.first_sample, 0), self._length)
        if count:
            self._memory[: self._length - count] = self._memory[count : self._length]
            self._length -= count
            self.first_sample += count

    def view(self, start: int, end: int) -> Samples:
        """Samples ``[start, end)``, valid until the next change."""
        return self._memory[start - self.first_sample : end - self.first_sample]
