"""Decides where models run, and says why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from streamlation_desktop.engines.autotune import cpu_compute_types, recall_tune
from streamlation_desktop.engines.base import DeviceChoice
from streamlation_desktop.engines.cuda_libraries import load_cuda_libraries
from streamlation_desktop.engines.cuda_probe import CudaProbe, probe_cuda

DeviceRequest = Literal["auto", "cpu", "cuda"]

_CUDA_PREFERENCE = ("float16", "int8_float16", "bfloat16", "int8_bfloat16", "int8_float32", "float32")
"""Fastest first; GPUs older than 2016 have no quick float16, newer ones may lack int8."""


@dataclass(frozen=True, slots=True)
class DeviceInfo:
    """One device for `streamlation devices`."""

    device: str
    """``"cpu"`` or ``"cuda"``."""
    available: bool
    name: str
    compute_types: tuple[str, ...]
    detail: str
    """What was measured, or why the device is not available."""


def choose_device(requested: DeviceRequest, compute_type: str | None, cache_dir: Path) -> DeviceChoice:
    """Pick device, number format and threads.

    A GPU that does not work gives the CPU, and an unsupported format the device's best one; `reason`
    says so. The choice is a fall-back when its device is not the requested one.

    Args:
        requested: ``"auto"`` takes a GPU that works, else the CPU.
        compute_type: a CTranslate2 compute type, or None for the best.
        cache_dir: holds what was probed and tuned before.
    """
    if requested == "cpu":
        return _cpu(compute_type, cache_dir, "the CPU was asked for")
    probe = probe_cuda(cache_dir)
    if not probe.available:
        return _cpu(compute_type, cache_dir, f"the GPU cannot be used: {probe.reason}")
    load_cuda_libraries()
    return _cuda(compute_type, probe)


def list_devices(cache_dir: Path, *, refresh: bool = False) -> tuple[DeviceInfo, ...]:
    """Every kind of device, usable or not; `refresh` probes the GPU again."""
    tune = recall_tune(cache_dir)
    detail = f"{tune.compute_type}, {tune.intra_threads} threads are fastest" if tune else "not measured yet"
    probe = probe_cuda(cache_dir, refresh=refresh)
    return (
        DeviceInfo("cpu", True, "CPU", cpu_compute_types(), detail),
        DeviceInfo("cuda", probe.available, probe.gpu_name, probe.compute_types, probe.reason),
    )


def _cpu(compute_type: str | None, cache_dir: Path, reason: str) -> DeviceChoice:
    tune = recall_tune(cache_dir)
    best = tune.compute_type if tune else "int8"
    threads = tune.intra_threads if tune else 0
    wanted, reason = _supported(compute_type, cpu_compute_types(), best, "the CPU", reason)
    return DeviceChoice("cpu", wanted, threads, reason=reason)


def _cuda(compute_type: str | None, probe: CudaProbe) -> DeviceChoice:
    best = next((kind for kind in _CUDA_PREFERENCE if kind in probe.compute_types), "default")
    wanted, reason = _supported(compute_type, probe.compute_types, best, probe.gpu_name, f"{probe.gpu_name} works")
    return DeviceChoice("cuda", wanted, reason=reason)


def _supported(wanted: str | None, supported: tuple[str, ...], best: str, device: str, reason: str) -> tuple[str, str]:
    """The compute type to use, and the reason with a remark if it is not the wanted one."""
    if wanted is None or wanted in supported:
        return wanted or best, reason
    return best, f"{reason}; {device} does not support {wanted}"
