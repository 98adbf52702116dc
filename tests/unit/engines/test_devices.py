from __future__ import annotations

from pathlib import Path

import pytest

from streamlation_desktop.engines import autotune as autotune_module
from streamlation_desktop.engines import devices
from streamlation_desktop.engines.autotune import TuneResult, autotune, cpu_compute_types, recall_tune
from streamlation_desktop.engines.cuda_probe import CudaProbe
from streamlation_desktop.engines.devices import choose_device, list_devices
from streamlation_desktop.engines.random_whisper import WhisperShape
from streamlation_desktop.engines.remembered import recall, remember

WORKING = CudaProbe(True, "Quadro T1", ("float16", "float32", "int8_float16"))
BROKEN = CudaProbe(False, "Quadro T1", (), "no answer within 20 s")


def with_gpu(monkeypatch: pytest.MonkeyPatch, probe: CudaProbe) -> None:
    monkeypatch.setattr(devices, "probe_cuda", lambda cache_dir, refresh=False: probe)


@pytest.mark.parametrize("requested", ["auto", "cuda"])
def test_a_working_gpu_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, requested: str) -> None:
    with_gpu(monkeypatch, WORKING)

    choice = choose_device(requested, None, tmp_path)  # type: ignore[arg-type]

    assert (choice.device, choice.compute_type) == ("cuda", "float16")
    assert "Quadro T1" in choice.reason


@pytest.mark.parametrize("requested", ["auto", "cuda"])
def test_a_gpu_that_does_not_work_gives_the_cpu_and_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, requested: str
) -> None:
    with_gpu(monkeypatch, BROKEN)

    choice = choose_device(requested, None, tmp_path)  # type: ignore[arg-type]

    assert (choice.device, choice.compute_type) == ("cpu", "int8")
    assert "no answer within 20 s" in choice.reason


def test_the_cpu_is_taken_without_a_look_at_the_gpu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "probe_cuda", None)

    assert choose_device("cpu", "float32", tmp_path).compute_type == "float32"


def test_a_compute_type_that_the_device_lacks_is_replaced_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_gpu(monkeypatch, WORKING)

    on_gpu = choose_device("cuda", "bfloat16", tmp_path)
    on_cpu = choose_device("cpu", "float16", tmp_path)

    assert (on_gpu.compute_type, on_cpu.compute_type) == ("float16", "int8")
    assert "does not support bfloat16" in on_gpu.reason
    assert "does not support float16" in on_cpu.reason


def test_what_was_tuned_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "recall_tune", lambda cache_dir: TuneResult("float32", 3, {"float32 x3": 0.1}))

    choice = choose_device("cpu", None, tmp_path)

    assert (choice.compute_type, choice.intra_threads) == ("float32", 3)
    assert list_devices(tmp_path)[0].detail == "float32, 3 threads are fastest"


@pytest.fixture
def quick_trials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autotune_module, "TRIAL_SHAPE", WhisperShape(16, 1, 1))


@pytest.mark.usefixtures("quick_trials")
def test_tuning_picks_the_fastest_and_remembers_it(tmp_path: Path) -> None:
    result = autotune(tmp_path, budget=60)

    kinds = {name.split()[0] for name in result.seconds}
    assert kinds == set(autotune_module._CANDIDATES).intersection(cpu_compute_types())
    chosen = result.seconds[f"{result.compute_type} x{result.intra_threads}"]
    assert chosen * 0.9 <= min(result.seconds.values())
    assert recall_tune(tmp_path) == result


@pytest.mark.usefixtures("quick_trials")
def test_tuning_stops_when_its_time_is_up(tmp_path: Path) -> None:
    assert len(autotune(tmp_path, budget=0).seconds) == 1


def test_another_machine_does_not_see_what_was_remembered(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "f.json"
    remember(file, "this", BROKEN)

    assert recall(file, "this", CudaProbe) == BROKEN
    assert recall(file, "that", CudaProbe) is None


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"key": "k", "value": 3}', '{"key": "k", "value": {}}'])
def test_a_damaged_memory_counts_as_none(tmp_path: Path, content: str) -> None:
    file = tmp_path / "f.json"
    file.write_text(content, encoding="utf-8")

    assert recall(file, "k", CudaProbe) is None


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    remember(tmp_path / "file" / "f.json", "k", BROKEN)

    assert recall(tmp_path / "file" / "f.json", "k", CudaProbe) is None
