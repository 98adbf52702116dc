"""Finds out whether the GPU really works: by using it, in a process of its own.

A GPU that is listed may still lack a library (found out at the first encode, not at load), hang, or
take the process down. Run on an H100 and on machines without a card.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from streamlation_desktop.engines.cuda_libraries import load_cuda_libraries
from streamlation_desktop.engines.isolated import run_isolated
from streamlation_desktop.engines.random_whisper import PROBE_SHAPE, save_random_whisper
from streamlation_desktop.engines.remembered import recall, remember
from streamlation_desktop.settings.paths import CUDA_LIBRARIES_VARIABLE

PROBE_SECONDS = 60.0
"""CTranslate2 brings machine code for cards up to 8.x; for newer ones the driver makes it at the first use and keeps
it, which took 16 s on an H100."""
_QUERY = ("--query-gpu=name,driver_version", "--format=csv,noheader")
_QUERY_SECONDS = 5.0
_FILE = "cuda-probe.json"


@dataclass(frozen=True, slots=True)
class CudaProbe:
    """What the GPU can do, or why it cannot."""

    available: bool
    gpu_name: str = ""
    compute_types: tuple[str, ...] = ()
    """CTranslate2 compute types, sorted."""
    reason: str = ""
    """Why it is not available."""


def probe_cuda(cache_dir: Path, *, refresh: bool = False, timeout: float = PROBE_SECONDS) -> CudaProbe:
    """Use the GPU once, or tell what came of it the last time.

    Args:
        cache_dir: where the result is kept until driver, GPU or application change.
        refresh: try again whatever is remembered.
        timeout: seconds that the trial may take.
    """
    gpu = gpu_and_driver()
    if gpu is None:
        return CudaProbe(False, reason="no NVIDIA driver found")
    parts = (gpu, f"ctranslate2 {version('ctranslate2')}", f"streamlation {version('streamlation-desktop')}")
    key = " / ".join((*parts, *filter(None, [os.environ.get(CUDA_LIBRARIES_VARIABLE)])))
    known = None if refresh else recall(cache_dir / _FILE, key, CudaProbe)
    if known is not None:
        return known
    outcome = run_isolated(use_cuda, timeout=timeout)
    name = gpu.partition(",")[0]
    probe = CudaProbe(outcome.value is not None, name, outcome.value or (), outcome.failure)
    remember(cache_dir / _FILE, key, probe)
    return probe


def gpu_and_driver() -> str | None:
    """Name of the first GPU and version of the driver; None without a driver."""
    program = shutil.which("nvidia-smi")
    if program is not None:
        try:
            found = subprocess.run(
                [program, *_QUERY], capture_output=True, text=True, timeout=_QUERY_SECONDS, check=True
            ).stdout.strip()
        except (OSError, subprocess.SubprocessError):
            found = ""
        if found:
            return found.splitlines()[0]
    has_driver = any(ctypes.util.find_library(name) for name in ("cuda", "nvcuda"))
    return "NVIDIA GPU, driver unknown" if has_driver else None


def use_cuda() -> tuple[str, ...]:
    """Encode with a tiny model on the GPU; the compute types that it supports.

    Raises:
        RuntimeError: there is no GPU, or a library that it needs cannot be loaded.
    """
    load_cuda_libraries()
    import ctranslate2

    if not ctranslate2.get_cuda_device_count():
        raise RuntimeError("the driver lists no GPU")
    types = sorted(ctranslate2.get_supported_compute_types("cuda"))
    with TemporaryDirectory() as folder:
        save_random_whisper(Path(folder), PROBE_SHAPE)
        model = ctranslate2.models.Whisper(folder, device="cuda", compute_type="float32")
        silence = np.zeros((1, PROBE_SHAPE.mels, 3000), np.float32)
        model.encode(ctranslate2.StorageView.from_array(silence), to_cpu=True)
    return tuple(types)
