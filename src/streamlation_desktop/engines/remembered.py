"""Keeps what was measured on this machine, for as long as the machine stays the same."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def recall(file: Path, key: str, kind: type[T]) -> T | None:
    """What was remembered under `key`; None when nothing was, or it cannot be read."""
    from pydantic import TypeAdapter, ValidationError

    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        return TypeAdapter(kind).validate_python(stored["value"]) if stored["key"] == key else None
    except (OSError, ValueError, TypeError, KeyError, ValidationError):
        return None


def remember(file: Path, key: str, value: object) -> None:
    """Keep a dataclass under `key`, instead of what the file held. Without the disk, it is measured again."""
    from pydantic import TypeAdapter

    text = json.dumps({"key": key, "value": TypeAdapter(type(value)).dump_python(value, mode="json")}, indent=1)
    part = file.with_suffix(".part")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(file)
