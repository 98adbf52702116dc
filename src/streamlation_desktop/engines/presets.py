"""How much time an engine may spend on a better result."""

from __future__ import annotations

from enum import Enum


class Preset(Enum):
    """The user's choice between speed and quality."""

    FAST = "fast"
    BALANCED = "balanced"
    ACCURATE = "accurate"
