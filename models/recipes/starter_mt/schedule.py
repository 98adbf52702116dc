"""Learning rate for a run whose end is not known."""

from __future__ import annotations

import math

from .config import Config


def rate(step: int, config: Config, cool_from: int = 0, cool_steps: int = 0) -> float:
    """Rate at ``step``: rise, hold, then fall with the root of the step; a cool-down goes to zero from where it begins.

    The trunk never ends; a cool-down branches off from any step (Hu et al. 2024, Hägele et al. 2024).
    """
    if cool_steps:
        left = max(0.0, 1 - (step - cool_from) / cool_steps)
        return rate(cool_from, config) * left
    rise = min(1.0, (step + 1) / config.warm_steps)
    return config.peak_rate * rise * min(1.0, math.sqrt(config.hold_steps / (step + 1)))
