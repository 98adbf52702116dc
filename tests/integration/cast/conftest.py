"""One browser for all devices that are cast to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.fake_chromecast import kept_receivers


@pytest.fixture(scope="package", autouse=True)
def receivers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with kept_receivers(tmp_path_factory.mktemp("receivers")):
        yield
