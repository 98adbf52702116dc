from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from streamlation_desktop.engines import cuda_probe
from streamlation_desktop.engines.cuda_probe import CudaProbe, probe_cuda
from tests.support import faults


@pytest.fixture
def driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts an nvidia-smi on the path that reports a GPU."""
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs), prepend=":")

    def install(output: str) -> None:
        program = programs / "nvidia-smi"
        program.write_text(f"#!/bin/sh\n{output}\n", encoding="utf-8")
        program.chmod(0o755)

    return install


GPU = 'echo "Quadro T1, 550.1"'


def test_a_machine_without_a_driver_has_no_gpu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if cuda_probe.gpu_and_driver() is not None:
        pytest.skip("this machine has an NVIDIA driver")

    assert probe_cuda(tmp_path) == CudaProbe(False, reason="no NVIDIA driver found")


def test_a_driver_without_a_working_gpu_is_told(tmp_path: Path, driver: Callable[[str], None]) -> None:
    driver(GPU)

    probe = probe_cuda(tmp_path, timeout=60)

    if probe.available:
        pytest.skip("this machine has a working NVIDIA GPU")
    assert probe.gpu_name == "Quadro T1"
    assert probe.reason


@pytest.mark.parametrize(
    ("fault", "timeout", "reason"),
    [(faults.crash, 60, "SIGSEGV"), (faults.complain, 60, "no kernel image"), (faults.hang, 1, "no answer")],
)
def test_a_gpu_that_fails_its_trial_is_not_available(
    tmp_path: Path,
    driver: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[[], object],
    timeout: float,
    reason: str,
) -> None:
    driver(GPU)
    monkeypatch.setattr(cuda_probe, "use_cuda", fault)

    probe = probe_cuda(tmp_path, timeout=timeout)

    assert not probe.available
    assert reason in probe.reason


def test_the_result_is_remembered_until_the_driver_changes_or_a_new_trial_is_asked_for(
    tmp_path: Path, driver: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    driver(GPU)
    monkeypatch.setattr(cuda_probe, "use_cuda", faults.complain)
    first = probe_cuda(tmp_path, timeout=60)
    monkeypatch.setattr(cuda_probe, "use_cuda", faults.exit_quietly)

    assert probe_cuda(tmp_path, timeout=60) == first
    assert "status 3" in probe_cuda(tmp_path, timeout=60, refresh=True).reason
    monkeypatch.setattr(cuda_probe, "use_cuda", faults.complain)
    driver('echo "Quadro T1, 560.0"')
    assert probe_cuda(tmp_path, timeout=60) == first


def test_a_driver_program_that_fails_counts_as_no_driver(tmp_path: Path, driver: Callable[[str], None]) -> None:
    driver("exit 9")
    if cuda_probe.gpu_and_driver() is not None:
        pytest.skip("this machine has an NVIDIA driver")

    assert not probe_cuda(tmp_path).available
