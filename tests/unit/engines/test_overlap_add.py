from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streamlation_desktop.core.types import Samples
from streamlation_desktop.engines.adapters.overlap_add import OverlapAdd

WINDOW = np.sqrt(np.hanning(513)[:-1]).astype(np.float32)


def unchanged(frame: Samples) -> Samples:
    return frame * WINDOW * WINDOW


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 5_000), st.integers(1, 900))
def test_what_is_not_changed_comes_out_as_it_went_in_however_it_is_cut(length: int, cut: int) -> None:
    sound = np.random.default_rng(length).standard_normal(length).astype(np.float32)
    stream = OverlapAdd(512, 256, unchanged)
    parts = [stream.feed(sound[first : first + cut]) for first in range(0, length, cut)]
    heard = np.concatenate([*parts, stream.finish()])
    assert len(heard) == length
    assert heard == pytest.approx(sound, abs=1e-5)
