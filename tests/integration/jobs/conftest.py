"""What the tests of the queue have in common."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.app import build_services
from streamlation_desktop.session.services import Services
from tests.support.dubs import make_talk


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return make_talk(tmp_path_factory.mktemp("talk"))


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with build_services() as services:
        yield services
