"""How fast the models of the catalogue would be on this machine, from one measurement."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.engines.autotune import TuneResult
from streamlation_desktop.engines.pace import WhisperSize, pace_of

SIZES = {
    "whisper-tiny": WhisperSize(384, 4, 4),
    "whisper-base": WhisperSize(512, 6, 6),
    "whisper-small": WhisperSize(768, 12, 12),
    "whisper-medium": WhisperSize(1024, 24, 24),
    "whisper-large-v3": WhisperSize(1280, 32, 32),
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
    return tuple(SpeedEstimate(model, pace_of(size, tune)) for model, size in SIZES.items())
