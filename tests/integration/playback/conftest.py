from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.numbered_video import write_numbered
from tests.support.player_rig import Rig


@pytest.fixture
def rig() -> Iterator[Rig]:
    made = Rig()
    yield made
    made.player.close()


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """20 s at 25 pictures a second, with sound, one key frame in ten seconds."""
    path = tmp_path_factory.mktemp("films") / "film.mp4"
    return write_numbered(path, [n / 25 for n in range(500)], sound=20.0, languages=("eng", "spa"))
