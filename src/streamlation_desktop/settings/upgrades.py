"""Settings files of earlier versions, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

UPGRADES: tuple[Upgrade, ...] = ()
"""``UPGRADES[n]`` makes version ``n + 2`` of version ``n + 1``; version 1 is the first."""


def upgraded(data: dict[str, Any], upgrades: Sequence[Upgrade] = UPGRADES) -> dict[str, Any]:
    """`data`, which says its own ``schema_version``, in the form of the latest version."""
    version = version_of(data)
    for step in upgrades[version - 1 :]:
        data = step(data)
    return data


def version_of(data: dict[str, Any]) -> int:
    """The version that `data` says it has; 1 where it says nothing sensible."""
    version = data.get("schema_version")
    return version if type(version) is int and version >= 1 else 1
