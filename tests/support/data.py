"""Finds the optional folder of real speech, media and corpora."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

VARIABLE = "STREAMLATION_TEST_DATA"


def real_data(*parts: str) -> Path:
    """A path in the test-data folder; skips the test where it is absent."""
    root = os.environ.get(VARIABLE)
    if not root:
        pytest.skip(f"{VARIABLE} is not set: no real speech, media or corpora here")
    path = Path(root).joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{path.name} is not in the test-data folder")
    return path
