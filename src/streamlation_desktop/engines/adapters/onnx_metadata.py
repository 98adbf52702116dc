"""What an ONNX file tells about itself, read without loading the model."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from streamlation_desktop.core.errors import ModelDamaged

_PROPERTIES = 14
"""Number of ``metadata_props`` in the message ``ModelProto``."""
_BYTES = 2
"""Protocol Buffers' wire type of what carries its length."""
_FIXED = {1: 8, 5: 4}
"""Lengths of the wire types that have one."""


def onnx_metadata(path: Path) -> dict[str, str]:
    """The custom properties of a model; its graph is skipped, so that the largest files take no longer.

    Raises:
        ModelDamaged: not an ONNX file.
    """
    found: dict[str, str] = {}
    try:
        with path.open("rb") as file:
            for number, content in _fields(file, path.stat().st_size, _PROPERTIES):
                if number == _PROPERTIES:
                    entry = dict(_entry(content))
                    found[entry[1].decode()] = entry[2].decode()
    except (EOFError, KeyError, UnicodeDecodeError) as exc:
        raise ModelDamaged(f"{path.name} is not an ONNX model", hint="Fetch it again.") from exc
    return found


def _fields(file: BinaryIO, end: int, wanted: int) -> Iterator[tuple[int, bytes]]:
    """Numbers of the fields of a message, with the content of those that are wanted."""
    while file.tell() < end:
        number, kind = divmod(_varint(file), 8)
        if kind == 0:
            _varint(file)
            continue
        length = _varint(file) if kind == _BYTES else _FIXED[kind]
        if file.tell() + length > end:
            raise EOFError
        if number == wanted:
            yield number, file.read(length)
        else:
            file.seek(length, os.SEEK_CUR)


def _entry(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Key (1) and value (2) of a property."""
    at = 0
    while at < len(content):
        number = content[at] >> 3
        length, shift, at = 0, 0, at + 1
        while True:
            length |= (content[at] & 0x7F) << shift
            shift, at = shift + 7, at + 1
            if content[at - 1] < 0x80:
                break
        yield number, content[at : at + length]
        at += length


def _varint(file: BinaryIO) -> int:
    value = shift = 0
    while True:
        byte = file.read(1)
        if not byte or shift > 63:
            raise EOFError
        value |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return value
        shift += 7
