"""Voices that say the same text in the same way each time: their noise is taken from a table, not drawn.

onnxruntime's random operators go on from one call to the next, and their state cannot be set. A line that is
said again, because a kill came in the middle of it, would differ from what an undisturbed run says.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.message import DecodeError

_PREFIX = "streamlation_noise"
_TABLE = f"{_PREFIX}_table"
_ENTRIES = 1 << 18
"""Numbers in the table: a voice draws some 16 000 for a second of speech."""
_SEED = 20_011
_INT64, _FLOAT = 7, 1
_RANDOM = ("RandomNormal", "RandomUniform", "Bernoulli", "Multinomial")
_NORMAL = {"mean": 0.0, "scale": 1.0}


def without_chance(model: bytes) -> tuple[bytes, bool]:
    """A network whose standard normal noise comes from a table; and whether no other chance is left in it.

    Args:
        model: in ONNX format.

    Raises:
        ValueError: it is no such network.
    """
    kinds = _messages()
    network = kinds["Model"]()
    try:
        network.ParseFromString(model)
    except DecodeError as exc:
        raise ValueError("not an ONNX network") from exc
    nodes = list(network.graph.node)
    drawing = [node for node in nodes if _draws_normal(node)]
    if drawing:
        del network.graph.node[:]
        for number, node in enumerate(nodes):
            network.graph.node.extend(_from_table(kinds, node, number) if _draws_normal(node) else [node])
        network.graph.initializer.extend(_constants(kinds))
    is_free = not any(node.op_type.startswith(_RANDOM) for node in network.graph.node)
    return (network.SerializeToString() if drawing else model), is_free


def _draws_normal(node: Any) -> bool:
    given = {each.name: each.f for each in node.attribute if each.name in _NORMAL}
    return node.op_type == "RandomNormalLike" and all(_NORMAL[name] == value for name, value in given.items())


def _from_table(kinds: dict[str, Any], node: Any, number: int) -> Iterator[Any]:
    """As many entries of the table as the output has elements, from its start, over and over."""
    name = f"{_PREFIX}_{number}"
    steps = (
        ("Shape", [node.input[0]], f"{name}_shape"),
        ("Size", [node.input[0]], f"{name}_size"),
        ("Range", [f"{_PREFIX}_zero", f"{name}_size", f"{_PREFIX}_one"], f"{name}_range"),
        ("Mod", [f"{name}_range", f"{_PREFIX}_entries"], f"{name}_index"),
        ("Gather", [_TABLE, f"{name}_index"], f"{name}_flat"),
        ("Reshape", [f"{name}_flat", f"{name}_shape"], node.output[0]),
    )
    for operation, inputs, output in steps:
        yield kinds["Node"](input=inputs, output=[output], name=f"{name}_{operation}", op_type=operation)


def _constants(kinds: dict[str, Any]) -> Iterator[Any]:
    noise = np.random.default_rng(_SEED).standard_normal(_ENTRIES, np.float32)
    yield kinds["Tensor"](dims=[_ENTRIES], data_type=_FLOAT, name=_TABLE, raw_data=noise.astype("<f4").tobytes())
    for name, value in (("zero", 0), ("one", 1), ("entries", _ENTRIES)):
        data = np.array(value, "<i8").tobytes()
        yield kinds["Tensor"](data_type=_INT64, name=f"{_PREFIX}_{name}", raw_data=data)


@cache
def _messages() -> dict[str, Any]:
    """The few fields of ONNX's messages that are looked at, by their published numbers; all others stay as they are."""
    file = descriptor_pb2.FileDescriptorProto(name="streamlation_onnx.proto", package=_PREFIX, syntax="proto3")
    text, number, real, data = (getattr(descriptor_pb2.FieldDescriptorProto, f"TYPE_{kind}") for kind in _KINDS)
    _message(file, "Attribute", (("name", 1, text, False), ("f", 2, real, False)))
    _message(file, "Tensor", (("dims", 1, number, True), ("data_type", 2, number, False), ("name", 8, text, False)))
    _field(file.message_type[-1], "raw_data", 9, data, is_list=False)
    _message(file, "Node", (("input", 1, text, True), ("output", 2, text, True), ("name", 3, text, False)))
    _field(file.message_type[-1], "op_type", 4, text, is_list=False)
    _field(file.message_type[-1], "attribute", 5, "Attribute", is_list=True)
    _message(file, "Graph", ())
    _field(file.message_type[-1], "node", 1, "Node", is_list=True)
    _field(file.message_type[-1], "initializer", 5, "Tensor", is_list=True)
    _message(file, "Model", ())
    _field(file.message_type[-1], "graph", 7, "Graph", is_list=False)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    names = [each.name for each in file.message_type]
    return {name: message_factory.GetMessageClass(pool.FindMessageTypeByName(f"{_PREFIX}.{name}")) for name in names}


_KINDS = ("STRING", "INT64", "FLOAT", "BYTES")


def _message(
    file: descriptor_pb2.FileDescriptorProto, name: str, fields: tuple[tuple[str, int, int, bool], ...]
) -> None:
    message = file.message_type.add(name=name)
    for field_name, number, kind, is_list in fields:
        _field(message, field_name, number, kind, is_list=is_list)


def _field(message: descriptor_pb2.DescriptorProto, name: str, number: int, kind: int | str, *, is_list: bool) -> None:
    known = descriptor_pb2.FieldDescriptorProto
    field = message.field.add(name=name, number=number, label=known.LABEL_REPEATED if is_list else known.LABEL_OPTIONAL)
    if isinstance(kind, str):
        field.type, field.type_name = known.TYPE_MESSAGE, f".{_PREFIX}.{kind}"
    else:
        field.type = kind
