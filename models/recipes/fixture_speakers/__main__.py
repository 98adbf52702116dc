"""Build the networks: ``python -m models.recipes.fixture_speakers models/fixtures/sherpa-fixture``."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

Weights = npt.NDArray[np.float32]

RATE, WINDOW, FRAME = 16_000, 160_000, 400
"""Hz, samples of a window, samples from frame to frame of the segmentation."""
TAPS, HOP = 1601, 40
DEEP, HIGH = (70.0, 125.0), (165.0, 320.0)
"""Hz that only a man's voice has, and that a man's overtones and a woman's fundamental tone share."""
FACTOR = 20.0
"""How much more there is of the higher ones in a man's voice."""
SPEECH = 1e-5
"""Power from which somebody speaks."""
CLASSES = 7
"""Nobody, one of three, two of three."""
BINS, VOICE_BINS = 1024, slice(18, 372)
"""Of a spectrum of 4096 samples at 44.1 kHz: 0 to 11 kHz, and 200 to 4000 Hz of them."""


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(segmentation(), folder / "segmentation.onnx")
    onnx.save(embedding(), folder / "embedding.onnx")
    is_voice = np.zeros(BINS, np.float32)
    is_voice[VOICE_BINS] = 1.0
    onnx.save(stem("vocals", is_voice), folder / "vocals.onnx")
    onnx.save(stem("accompaniment", 1 - is_voice), folder / "accompaniment.onnx")


def segmentation() -> onnx.ModelProto:
    """Nobody below a power, else the first speaker for deep and the second for high voices."""
    nodes = [
        helper.make_node("Conv", ["x", "bands"], ["band"], strides=[HOP], pads=[TAPS // 2, TAPS // 2]),
        helper.make_node("Mul", ["band", "band"], ["band_power"]),
        _mean("band_power", "heights", 200, FRAME // HOP),
        helper.make_node("Mul", ["x", "x"], ["power"]),
        _mean("power", "loud", 4800, FRAME),
        helper.make_node("MatMul", ["sides", "heights"], ["side"]),
        helper.make_node("ReduceSum", ["heights", "channels"], ["total"], keepdims=1),
        helper.make_node("Add", ["total", "little"], ["some"]),
        helper.make_node("Div", ["side", "some"], ["leaning"]),
        helper.make_node("Mul", ["leaning", "steep"], ["steeper"]),
        helper.make_node("Sigmoid", ["steeper"], ["who"]),
        helper.make_node("Mul", ["who", "loud"], ["speakers"]),
        helper.make_node("Mul", ["loud", "none"], ["nothing"]),
        helper.make_node("Add", ["nothing", "threshold"], ["nobody"]),
        helper.make_node("Concat", ["nobody", "speakers", *["nothing"] * (CLASSES - 3)], ["classes"], axis=1),
        helper.make_node("Transpose", ["classes"], ["y"], perm=[0, 2, 1]),
    ]
    weights = {
        "bands": np.stack([_band(*DEEP), _band(*HIGH)])[:, None],
        "sides": np.array([[[FACTOR, -1], [-FACTOR, 1]]], np.float32),
        "channels": np.array([1], np.int64),
        "little": np.array(1e-9, np.float32),
        "steep": np.array(50, np.float32),
        "none": np.array(0, np.float32),
        "threshold": np.array(SPEECH, np.float32),
    }
    told = {
        "sample_rate": RATE,
        "window_size": WINDOW,
        "receptive_field_size": FRAME,
        "receptive_field_shift": FRAME,
        "num_speakers": 3,
        "powerset_max_classes": 2,
        "num_classes": CLASSES,
    }
    return _model("segmentation", nodes, weights, ["N", 1, "T"], ["N", "F", CLASSES], told)


def embedding() -> onnx.ModelProto:
    """The mean spectrum of what somebody says, without its level."""
    nodes = [
        helper.make_node("ReduceMean", ["x", "time"], ["mean"], keepdims=0),
        helper.make_node("ReduceMean", ["mean", "bins"], ["level"], keepdims=1),
        helper.make_node("Sub", ["mean", "level"], ["y"]),
    ]
    weights = {"time": np.array([1], np.int64), "bins": np.array([1], np.int64)}
    told = {
        "framework": "wespeaker",
        "language": "any",
        "output_dim": 80,
        "sample_rate": RATE,
        "normalize_samples": 1,
    }
    return _model("embedding", nodes, weights, ["N", "T", 80], ["N", 80], told)


def stem(name: str, mask: Weights) -> onnx.ModelProto:
    """One of two stems: what of a spectrum belongs to it."""
    nodes = [helper.make_node("Mul", ["x", "mask"], ["y"])]
    shape = [2, "splits", 512, BINS]
    return _model(name, nodes, {"mask": mask}, shape, shape, {"model_type": "spleeter", "stems": 2})


def _mean(source: str, result: str, length: int, hop: int) -> onnx.NodeProto:
    return helper.make_node(
        "AveragePool",
        [source],
        [result],
        kernel_shape=[length],
        strides=[hop],
        pads=[(length - hop) // 2, (length - hop) // 2],
    )


def _band(low: float, high: float) -> Weights:
    """A filter that lets the tones between two heights through."""
    times = (np.arange(TAPS) - TAPS // 2) / RATE
    ideal = 2 * (high * np.sinc(2 * high * times) - low * np.sinc(2 * low * times)) / RATE
    return (ideal * np.hamming(TAPS)).astype(np.float32)


def _model(
    name: str,
    nodes: Sequence[onnx.NodeProto],
    weights: Mapping[str, npt.NDArray[np.generic]],
    takes: Sequence[int | str],
    gives: Sequence[int | str],
    told: Mapping[str, object],
) -> onnx.ModelProto:
    graph = helper.make_graph(
        list(nodes),
        name,
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, takes)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, gives)],
        [numpy_helper.from_array(np.asarray(value), key) for key, value in weights.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    helper.set_model_props(model, {key: str(value) for key, value in told.items()})
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    main()
