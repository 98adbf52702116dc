"""Real files that players choke on: each is read, or refused with an error of the right family, in time."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceError
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import open_source
from tests.support.data import real_data

FAMILIES = {"opened", "source.lost", "source.no-audio", "source.not-found", "source.forbidden", "source.unsupported"}
QUICK = SourceOptions(open_timeout=5.0, read_timeout=3.0)


def sample(root: Path) -> list[Path]:
    """One file per folder and suffix, all of ``broken``; every file when asked for."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    if os.environ.get("STREAMLATION_TEST_ALL_MEDIA"):
        return files
    first = {(path.parent, path.suffix): path for path in reversed(files) if path.stat().st_size < 1_000_000}
    return sorted({*first.values(), *(path for path in files if path.parent.name == "broken")})


def seconds_of(path: Path) -> float:
    source = open_source(str(path), CancelToken(), QUICK)
    try:
        end = 0
        for chunk in source.audio():
            assert chunk.first_sample == end
            end += len(chunk.samples)
        return end / 16_000
    finally:
        source.close()


@pytest.mark.slow
def test_every_file_is_read_or_refused_with_a_reason() -> None:
    outcomes: dict[str, int] = {}
    for path in sample(real_data("real", "media")):
        try:
            seconds_of(path)
            outcome = "opened"
        except SourceError as exc:
            outcome = exc.code if "\n" not in str(exc) else f"{path} has more than a line"
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    assert set(outcomes) <= FAMILIES
    assert outcomes["opened"] >= 50
    assert outcomes.get("source.lost", 0) <= 2  # a manifest whose segments are damaged


@pytest.mark.slow
def test_lengths_agree_with_a_plain_decoding() -> None:
    root = real_data("real", "media")
    compared = 0
    for entry in json.loads((root / "media.json").read_text())[::12]:
        probe = entry.get("probe") or {}
        expected = probe.get("audio_s")
        if not expected or probe.get("ts_jumps") or entry["file"].endswith((".m3u8", ".mpd")) or expected > 60:
            continue
        try:
            found = seconds_of(root / entry["file"])
        except SourceError:
            continue
        assert found >= expected - 0.2, entry["file"]
        compared += 1
    assert compared >= 15


def test_sound_that_starts_after_the_picture_starts_with_silence() -> None:
    source = open_source(
        str(real_data("real", "media", "androidx", "mkv", "sample_with_vorbis_audio.mkv")), CancelToken()
    )
    first = next(source.audio())
    source.close()

    assert source.counters.gap_seconds == pytest.approx(0.06, abs=0.005)
    assert not first.samples[: int(0.055 * 16_000)].any()


def test_an_hls_film_whose_clock_starts_at_eleven_hours_starts_at_zero() -> None:
    path = real_data("real", "media", "shaka", "hls-ts-muxed-ac3-h264", "s_00004.ts")

    assert seconds_of(path) == pytest.approx(2.6, abs=0.2)


def test_a_file_is_read_to_its_end_however_late_a_read_comes_back() -> None:
    """A recognizer that keeps the interpreter for ten seconds makes nothing of the file that is read meanwhile."""
    path = real_data("real", "speech", "en", "azure-content.wav")
    source = open_source(str(path), CancelToken(), SourceOptions(read_timeout=0.0))
    try:
        samples = sum(len(chunk.samples) for chunk in source.audio())
    finally:
        source.close()

    assert samples / 16_000 == pytest.approx(35.23, abs=0.05)
    assert source.counters.read_errors == 0
