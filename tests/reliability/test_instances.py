"""Several starts at once make one window; 50 in the long form."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.instances import complaints, wait_for_one, windows


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="needs Qt's offscreen platform")
def test_of_three_starts_at_once_one_stays_and_the_others_end_well(tmp_path: Path) -> None:
    home = tmp_path / "fresh"
    with windows(home, 3) as started:
        assert wait_for_one(started) == [0, 0]
    assert complaints(home) == []
