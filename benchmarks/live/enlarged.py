"""The fixture Whisper at the size of a real one: the same words, the full work.

Every channel, head and layer is there as often as the larger shape asks for: copies of the fixture's weights that
share each sum among them, so that layer norms, attention and logits stay what they are, and more layers that add
nothing. A machine has exactly the work of Whisper base or small; the words are those of the fixture, which random
weights have none of.

Usage: python -m benchmarks.live.enlarged FIXTURE FOLDER [--shape base]
"""

from __future__ import annotations

import argparse
import json
import shutil
import struct
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt
from ctranslate2.specs.whisper_spec import WhisperSpec

from streamlation_desktop.engines.random_whisper import BASE_SHAPE, TINY_SHAPE, WhisperShape

SHAPES = {"tiny": TINY_SHAPE, "base": BASE_SHAPE, "small": WhisperShape(768, 12, 12)}
HEADS, HEAD = 4, 32
"""Of the fixture: heads of a layer, and channels of a head."""
SOFT = 1e-6
"""What layers that the fixture does not have add to the sum."""
TYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32}

Array = npt.NDArray[Any]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("fixture", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shape", choices=SHAPES, default="base")
    options = parser.parse_args()
    enlarge(options.fixture, options.folder, SHAPES[options.shape])


def enlarge(fixture: Path, folder: Path, shape: WhisperShape) -> None:
    """Write the larger model to `folder`."""
    weights = read(fixture / "model.bin")
    spec = WhisperSpec(shape.layers, shape.heads, shape.layers, shape.heads)
    wide = Widened(weights, shape)
    for part in ("encoder", "decoder"):
        target = getattr(spec, part)
        own = {
            name.split("/")[1]
            for name in weights
            if name.startswith(f"{part}/layer_") and name.split("/")[1] != "layer_norm"
        }
        for number, layer in enumerate(target.layer):
            wide.layer(layer, f"{part}/layer_{min(number, len(own) - 1)}", max(0, number + 1 - len(own)))
        wide.norm(target.layer_norm, f"{part}/layer_norm")
        target.position_encodings.encodings = wide.columns(weights[f"{part}/position_encodings/encodings"])
    wide.convolutions(spec.encoder)
    table = wide.columns(weights["decoder/embeddings/weight"])
    spec.decoder.embeddings.weight = table
    spec.decoder.projection.weight = table / wide.copies
    spec.decoder.projection.bias = weights["decoder/projection/bias"]
    finish(spec, fixture, folder)


def finish(spec: WhisperSpec, fixture: Path, folder: Path) -> None:
    spec.register_vocabulary(json.loads((fixture / "vocabulary.json").read_text(encoding="utf-8")))
    for name, value in json.loads((fixture / "config.json").read_text(encoding="utf-8")).items():
        setattr(spec.config, name, value)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))
    for name in ("tokenizer.json", "preprocessor_config.json"):
        shutil.copy(fixture / name, folder / name)


class Widened:
    """The fixture's layers, as wide as another shape."""

    def __init__(self, weights: dict[str, Array], shape: WhisperShape) -> None:
        self._weights = weights
        self.copies = shape.width // (HEADS * HEAD)
        head = shape.width // shape.heads
        within = np.arange(shape.width) % head % HEAD
        self._heads = np.arange(shape.width) // head % HEADS * HEAD + within
        self._query = (HEAD / head) ** 0.5
        """Each product of a head is summed more often, and divided by the root of its width."""

    def columns(self, array: Array) -> Array:
        """The last axis once for each copy."""
        return np.tile(array, (1,) * (array.ndim - 1) + (self.copies,)).astype(np.float32)

    def norm(self, target: Any, name: str) -> None:
        target.gamma = self.columns(self._weights[f"{name}/gamma"])
        target.beta = self.columns(self._weights[f"{name}/beta"])

    def layer(self, target: Any, name: str, extra: int) -> None:
        """A layer of the fixture, or the `extra`-th one behind its last, which adds next to nothing."""
        for kind in ("self_attention", "attention"):
            if f"{name}/{kind}/linear_0/weight" in self._weights:
                self._attention(getattr(target, kind), f"{name}/{kind}", extra=extra)
        self.norm(target.ffn.layer_norm, f"{name}/ffn/layer_norm")
        self._linear(target.ffn.linear_0, f"{name}/ffn/linear_0", extra=extra)
        self._linear(target.ffn.linear_1, f"{name}/ffn/linear_1", extra=extra)

    def _attention(self, target: Any, name: str, *, extra: int) -> None:
        self.norm(target.layer_norm, f"{name}/layer_norm")
        for number, linear in enumerate(target.linear[:-1]):
            self._inward(linear, f"{name}/linear_{number}", extra, has_query=number == 0)
        last = f"{name}/linear_{len(target.linear) - 1}"
        weight = self._weights[f"{last}/weight"][:, self._heads] / self.copies
        self._set(target.linear[-1], weight, self._weights[f"{last}/bias"], extra=extra)

    def _inward(self, target: Any, name: str, extra: int, *, has_query: bool) -> None:
        """Queries, keys and values, those of them that the layer holds."""
        size, parts, biases = HEADS * HEAD, [], []
        for number in range(len(self._weights[f"{name}/bias"]) // size):
            scale = self._query if has_query and number == 0 else 1.0
            rows = slice(number * size, (number + 1) * size)
            parts.append(self._weights[f"{name}/weight"][rows][self._heads] * scale)
            biases.append(self._weights[f"{name}/bias"][rows][self._heads] * scale)
        target.weight = np.roll(self.columns(np.concatenate(parts)) / self.copies, extra, 0)
        target.bias = np.concatenate(biases).astype(np.float32)

    def _linear(self, target: Any, name: str, *, extra: int = 0) -> None:
        weight = self.columns(self._weights[f"{name}/weight"]) / self.copies
        self._set(target, weight, self._weights[f"{name}/bias"], extra=extra)

    def _set(self, target: Any, weight: Array, bias: Array, *, extra: int) -> None:
        share = SOFT if extra else 1.0
        # turned, so that no two layers are the same to the library, which would keep one of them
        target.weight = (np.roll(np.tile(weight, (self.copies, 1)), extra, 0) * share).astype(np.float32)
        target.bias = (np.tile(bias, self.copies) * share).astype(np.float32)

    def convolutions(self, encoder: Any) -> None:
        for number, target in enumerate((encoder.conv1, encoder.conv2), start=1):
            weight, bias = (self._weights[f"encoder/conv{number}/{part}"] for part in ("weight", "bias"))
            inward = weight if number == 1 else np.tile(weight, (1, self.copies, 1)) / self.copies
            target.weight = np.tile(inward, (self.copies, 1, 1)).astype(np.float32)
            target.bias = np.tile(bias, self.copies).astype(np.float32)


def read(path: Path) -> dict[str, Array]:
    """The weights of a model in CTranslate2's format, as real numbers."""
    with path.open("rb") as file:
        struct.unpack("I", file.read(4))
        _name(file)
        _, count = struct.unpack("II", file.read(8))
        found = dict(_variable(file) for _ in range(count))
    scaled = {name.removesuffix("_scale"): value for name, value in found.items() if name.endswith("_scale")}
    return {
        name: value / scaled[name].reshape(-1, *(1,) * (value.ndim - 1)) if name in scaled else value
        for name, value in found.items()
    }


def _name(file: BinaryIO) -> str:
    (length,) = struct.unpack("H", file.read(2))
    return file.read(length)[:-1].decode()


def _variable(file: BinaryIO) -> tuple[str, Array]:
    name = _name(file)
    (rank,) = file.read(1)
    shape = struct.unpack("I" * rank, file.read(4 * rank))
    (kind,) = file.read(1)
    (size,) = struct.unpack("I", file.read(4))
    return name, np.frombuffer(file.read(size), TYPES[kind]).reshape(shape)


if __name__ == "__main__":
    main()
