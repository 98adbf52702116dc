"""Values of `core` as compact JSON, checked when they are read back."""

from __future__ import annotations

import json
import os
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from streamlation_desktop.core.errors import DatabaseDamaged

T = TypeVar("T")

_adapters: dict[type, TypeAdapter[Any]] = {}  # building one takes milliseconds

Column = str | bytes
"""How SQLite keeps a string that may not be valid Unicode."""


def encode(value: object) -> str:
    """One line of JSON; fields that have their default value are left out, floats are exact."""
    plain = _adapter(type(value)).dump_python(value, mode="json", exclude_defaults=True)
    return storable(json.dumps(plain, ensure_ascii=False, separators=(",", ":")))


def decode(kind: type[T], text: str) -> T:
    """The value that `encode` was given.

    Raises:
        DatabaseDamaged: `text` is not such a value.
    """
    try:
        return _adapter(kind).validate_json(text)
    except ValidationError as exc:
        raise DatabaseDamaged(
            f"a stored {kind.__name__} cannot be read", hint="Run the job again, or purge this session."
        ) from exc


def canonical(value: object) -> str:
    """JSON of a dataclass that is the same for equal values, in every run and version of Python."""
    plain = _adapter(type(value)).dump_python(value, mode="json")
    return json.dumps(plain, sort_keys=True, separators=(",", ":"))


def to_column(text: str) -> Column:
    """A path or address for the database; file names need not be valid Unicode."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(text)
    return text


def from_column(value: Column) -> str:
    """What `to_column` was given."""
    return os.fsdecode(value) if isinstance(value, bytes) else value


def storable(text: str) -> str:
    """`text` with ``?`` for what is not valid Unicode."""
    return text.encode(errors="replace").decode()


def _adapter(kind: type[T]) -> TypeAdapter[T]:
    adapter = _adapters.get(kind)
    if adapter is None:
        adapter = _adapters[kind] = TypeAdapter(kind)
    return adapter
