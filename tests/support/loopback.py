"""Addresses of the loopback interface."""

from __future__ import annotations

import random
import sys


def address_of_its_own() -> str:
    """One that no other process listens on: of two that answer at the same address, one gets the question.

    Elsewhere than on Linux there is only the usual one.
    """
    if sys.platform != "linux":
        return "127.0.0.1"
    return f"127.{random.randint(1, 254)}.{random.randint(1, 254)}.{random.randint(1, 254)}"
