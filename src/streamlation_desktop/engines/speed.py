"""How fast the models of the catalogue would be on this machine, from one measurement."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.engines.autotune import TuneResult, trial_work
from streamlation_desktop.engines.random_whisper import WhisperShape, operations

_WINDOW_SECONDS = 30.0
_FRAMES = 3_000
"""Mel frames of a window."""
_TOKENS = 80
"""Of a window of ordinary speech."""
SHAPES = {
    "whisper-tiny": WhisperShape(384, 6, 4),
    "whisper-base": WhisperShape(512, 8, 6),
    "whisper-small": WhisperShape(768, 12, 12),
    "whisper-medium": WhisperShape(1024, 16, 24),
    "whisper-large-v3": WhisperShape(1280, 20, 32, 128),
}
"""Of the models that people choose between."""


@dataclass(frozen=True, slots=True)
class SpeedEstimate:
    """What to expect of a model."""

    model: str
    real_time_factor: float
    """Seconds of work per second of media: below 1, it is faster than it plays."""


def estimate_speeds(tune: TuneResult) -> tuple[SpeedEstimate, ...]:
    """Scale the time of the trial by the arithmetic of each model.

    The trial is small, so that larger models, which use a processor better, come out somewhat too slow.
    """
    seconds = tune.seconds[f"{tune.compute_type} x{tune.intra_threads}"]
    per_operation = seconds / trial_work()
    return tuple(
        SpeedEstimate(model, per_operation * operations(shape, 1, _FRAMES, _TOKENS) / _WINDOW_SECONDS)
        for model, shape in SHAPES.items()
    )
