"""Fixtures for every test: a home of its own, and no unexpected log records."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError  # noqa: F401 - see gui/main.py

from tests.support.left_running import left_running

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # hundreds of processes would compile the same again: 0.6 s each

_PATIENCE = 10.0
"""Seconds for what was told to end."""
_OUTSIDE = (
    "gui",
    "integration/capture",
    "integration/cast",
    "integration/media",
    "integration/playback",
    "integration/web",
)
"""Tests that talk to programs and devices of others in real time; one that fails is tried twice more, and told."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what may be tried again."""
    folders = tuple(str(Path(__file__).parent / folder) for folder in _OUTSIDE)
    for item in items:
        if str(item.path).startswith(folders):
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty application home for each test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("STREAMLATION_HOME", str(folder))
    return folder


@pytest.fixture(scope="module", autouse=True)
def nothing_left_running() -> Iterator[None]:
    """What the tests of a module started ends with them: it would disturb those of another one."""
    before = left_running()
    yield
    deadline = time.monotonic() + _PATIENCE
    while (left := left_running() - before) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not left, f"still there: {', '.join(sorted(name for _, name in left))}"


@pytest.fixture(autouse=True)
def no_unexpected_warnings(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """An unexpected log record of our own at WARNING or above fails the test."""
    yield
    if request.node.get_closest_marker("expects_warnings"):
        return
    records = [
        r for r in caplog.get_records("call") if r.levelno >= logging.WARNING and r.name.startswith("streamlation")
    ]
    assert not records, [record.getMessage() for record in records]
