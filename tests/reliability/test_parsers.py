"""Broken files of every kind end in a value or in one plain line; the long form is ``dev.py reliability parsers``."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.broken_media import media_target
from tests.support.fuzz import Target, attempt, broken, targets

TARGETS = targets()
FAST = sorted(set(TARGETS) - {"playlist", "dash"})


def times_of(target: Target, folder: Path, rounds: int, seed: int) -> float:
    """The longest time that an input took."""
    rng, longest = random.Random(seed), 0.0
    for _ in range(rounds):
        data = broken(target, rng)
        started = time.process_time()
        attempt(target, data, folder)
        longest = max(longest, time.process_time() - started)
    return longest


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_sound_files_are_accepted(name: str, tmp_path: Path) -> None:
    if name in ("playlist", "dash"):
        pytest.skip("their segments are not there")
    assert any(attempt(TARGETS[name], seed, tmp_path) for seed in TARGETS[name].seeds)


@pytest.mark.parametrize("name", FAST)
def test_broken_files_are_read_or_refused_quickly(name: str, tmp_path: Path) -> None:
    assert times_of(TARGETS[name], tmp_path, 120, seed=1) < TARGETS[name].most_seconds


@pytest.mark.parametrize("name", ["playlist", "dash"])
def test_broken_playlists_are_refused(name: str, tmp_path: Path) -> None:
    times_of(TARGETS[name], tmp_path, 12, seed=1)


@pytest.mark.parametrize("name", FAST)
def test_any_bytes_are_read_or_refused(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp(name)

    @settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    @given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace"))))
    def parse(data: bytes) -> None:
        attempt(TARGETS[name], data, folder)

    parse()


def test_broken_films_and_sound_are_read_or_refused(tmp_path: Path) -> None:
    """Of every kind one sound file, and some broken ones; 2,000 in the long form."""
    target = media_target(tmp_path)
    assert all(attempt(target, seed, tmp_path) for seed in target.seeds)
    assert times_of(target, tmp_path, 40, seed=1) < target.most_seconds
