from __future__ import annotations

from pathlib import Path

import pytest

from streamlation_desktop.engines.autotune import TuneResult
from streamlation_desktop.engines.pace import WhisperSize, expected_pace, read_size
from streamlation_desktop.engines.random_whisper import WhisperShape, save_random_whisper

TUNE = TuneResult("int8", 1, {"int8 x1": 0.05, "float32 x1": 0.1})
BASE, SMALL, LARGE = WhisperSize(512, 6, 6), WhisperSize(768, 12, 12), WhisperSize(1280, 32, 32)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whisper")
    save_random_whisper(folder, WhisperShape(64, 2, 3))
    return folder


def test_the_size_of_a_model_is_read_from_its_file(folder: Path) -> None:
    assert read_size(folder / "model.bin") == WhisperSize(64, 3, 3)


@pytest.mark.parametrize("content", [b"", b"\x06", b"\xff" * 300, b"\x06\0\0\0\x02\0a\0" + b"\0" * 8])
def test_files_that_are_no_whisper_model_have_no_pace(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "model.bin").write_bytes(content)
    assert expected_pace(tmp_path, TUNE) is None
    assert expected_pace(tmp_path / "absent", TUNE) is None


def test_a_cut_file_has_no_pace(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "model.bin").write_bytes((folder / "model.bin").read_bytes()[:5000])
    assert expected_pace(tmp_path, TUNE) is None


def test_the_pace_follows_the_speed_of_the_machine(folder: Path) -> None:
    pace, slower = (expected_pace(folder, TuneResult("int8", 1, {"int8 x1": s})) for s in (0.05, 0.1))
    assert pace is not None
    assert slower == pytest.approx(2 * pace)


def test_larger_models_need_more_work_in_about_the_known_ratios() -> None:
    base, small, large = (size.work(1500, 120) for size in (BASE, SMALL, LARGE))
    assert 2.5 < small / base < 6
    assert 15 < large / base < 40
