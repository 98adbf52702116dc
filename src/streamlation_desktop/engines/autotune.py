"""Measures which number format and how many threads suit this machine's CPU best.

No rule of thumb holds: int8 is twice as fast as float32 where the CPU has instructions for it and
slower where it has not. The measurement uses a small Whisper with random weights, whose time is as
true as its text is not. Whisper calls are made one at a time, so parallel calls are not measured.
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from streamlation_desktop.engines.random_whisper import PROMPT, WhisperShape, save_random_whisper
from streamlation_desktop.engines.remembered import recall, remember

BUDGET_SECONDS = 5.0
TRIAL_SHAPE = WhisperShape(192, 3, 2)
TRIAL_BATCH, TRIAL_FRAMES, TRIAL_TOKENS = 2, 1000, 16
"""Work of one trial: 50 ms on one core of 2022."""
_CANDIDATES = ("int8", "float32", "int16", "bfloat16")
"""The likeliest, and smallest, first. The other types are these under more exact names."""
_CLEARLY = 0.9
"""Times that are closer than this are told apart by chance."""
_FILE = "autotune.json"


@dataclass(frozen=True, slots=True)
class TuneResult:
    """The fastest way that was found to run a model on the CPU."""

    compute_type: str
    intra_threads: int
    seconds: dict[str, float]
    """Best time of one trial by ``"<compute type> x<threads>"``."""


def recall_tune(cache_dir: Path) -> TuneResult | None:
    """What was measured before on this machine, if anything."""
    return recall(cache_dir / _FILE, machine_name(), TuneResult)


def autotune(cache_dir: Path, *, budget: float = BUDGET_SECONDS) -> TuneResult:
    """Measure and remember.

    Args:
        cache_dir: where the result is kept until the CPU or the library change.
        budget: seconds after which no further trial is begun; one is always made.
    """
    deadline = time.monotonic() + budget
    best: dict[tuple[str, int], float] = {}
    with TemporaryDirectory() as folder:
        save_random_whisper(Path(folder), TRIAL_SHAPE)
        for kind in (k for k in _CANDIDATES if k in cpu_compute_types()):
            _measure(Path(folder), kind, _cores(), deadline, best)
        fastest = _fastest(best)[0]
        for threads in _thread_counts():
            _measure(Path(folder), fastest, threads, deadline, best)
    kind, threads = _fastest(best)
    result = TuneResult(kind, threads, {f"{kind} x{n}": round(t, 4) for (kind, n), t in best.items()})
    remember(cache_dir / _FILE, machine_name(), result)
    return result


def _fastest(best: dict[tuple[str, int], float]) -> tuple[str, int]:
    """The kind with the best time; an earlier candidate unless a later one is clearly faster."""
    chosen = next(iter(best))
    for tried, seconds in best.items():
        if seconds < _CLEARLY * best[chosen]:
            chosen = tried
    return chosen


def cpu_compute_types() -> tuple[str, ...]:
    """CTranslate2 compute types that the CPU supports, sorted."""
    import ctranslate2

    return tuple(sorted(ctranslate2.get_supported_compute_types("cpu")))


def _cores() -> int:
    """CPUs that this process may use, as CTranslate2 would use them: its default stops at 4."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, 4)


def _thread_counts() -> Iterator[int]:
    """Other numbers of threads worth a trial: all CPUs, half of them (hyper-threads help little)."""
    total = os.cpu_count() or 1
    yield from sorted({min(total, 16), max(total // 2, 1)} - {_cores()}, reverse=True)


def _measure(
    folder: Path, compute_type: str, threads: int, deadline: float, best: dict[tuple[str, int], float]
) -> None:
    """Time trials of one kind into `best`: one to warm up, then two; none of them if the time is up."""
    import ctranslate2

    if best and time.monotonic() > deadline:
        return
    model = ctranslate2.models.Whisper(str(folder), compute_type=compute_type, intra_threads=threads)
    features = np.random.default_rng(0).normal(0, 0.5, (TRIAL_BATCH, TRIAL_SHAPE.mels, TRIAL_FRAMES)).astype(np.float32)
    for _ in range(3):
        started = time.perf_counter()
        _work(model, ctranslate2.StorageView.from_array(features))
        elapsed = time.perf_counter() - started
        best[compute_type, threads] = min(elapsed, best.get((compute_type, threads), elapsed))
        if time.monotonic() > deadline:
            return


def _work(model: Any, features: Any) -> None:
    encoded = model.encode(features)
    model.generate(encoded, [list(PROMPT)] * TRIAL_BATCH, beam_size=1, max_length=2 * TRIAL_TOKENS)


def machine_name() -> str:
    """What measurements hold for: the processor and the library."""
    return f"{_cpu_name()} / {os.cpu_count()} CPUs / ctranslate2 {version('ctranslate2')}"


def _cpu_name() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())
