"""How long a broken connection is put up with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """How often in a row a connection may break without bringing a byte."""

    attempts: int = 5
    first_wait: float = 1.0
    """Seconds before the next attempt; doubled each time."""
