"""The graph: phoneme ids in, samples out, in standard ONNX operators."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from models.recipes.fixture_voice.phonemes import BANDS, HARMONICS, HOP, RATE

_NOISE_SAMPLES = 12_000
_SMOOTHING = np.array([0.06, 0.12, 0.2, 0.24, 0.2, 0.12, 0.06], np.float32)
PITCHES = np.array([104.0, 176.0], np.float32)
"""Hz of each speaker at the start; it falls by a sixth to the end."""


def noise_bands(seed: int = 7) -> np.ndarray:
    """Noise of unit power in each band, as 8-bit numbers at a 48th."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(_NOISE_SAMPLES))
    frequencies = np.fft.rfftfreq(_NOISE_SAMPLES, 1 / RATE)
    bands = []
    for low, high in BANDS:
        band = np.fft.irfft(spectrum * ((frequencies >= low) & (frequencies < high)), _NOISE_SAMPLES)
        bands.append(band / band.std())
    return np.clip(np.round(np.array(bands) * 32), -127, 127).astype(np.int8)


def build(frames: np.ndarray, table: np.ndarray) -> onnx.ModelProto:
    """The network.

    Args:
        frames: ``(ids,)``: how many frames of `HOP` samples each id lasts at its natural tempo.
        table: ``(ids, HARMONICS + bands)``: amplitudes of each id.
    """
    constants: list[onnx.TensorProto] = []
    nodes: list[onnx.NodeProto] = []
    count = table.shape[1]

    def constant(name: str, value: np.ndarray) -> str:
        constants.append(numpy_helper.from_array(value, name))
        return name

    def add(operator: str, inputs: list[str], output: str, **attributes: object) -> str:
        nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    zero, one = constant("zero", np.array(0, np.int64)), constant("one", np.array(1, np.int64))
    flat = constant("flat", np.array([-1], np.int64))
    first_axis, second_axis = constant("axis0", np.array([0], np.int64)), constant("axis1", np.array([1], np.int64))
    ids = add("Reshape", ["input", flat], "ids")
    length_scale = add("Gather", ["scales", one], "length_scale")
    natural = add("Gather", [constant("frames", frames.astype(np.float32)), ids], "natural")
    ends = add("CumSum", [add("Mul", [natural, length_scale], "lasting"), zero], "ends_exact")
    ends = add("Cast", [add("Round", [ends], "ends_round")], "ends", to=TensorProto.INT64)
    total = add("ReduceMax", [ends], "total_frames", keepdims=0)
    total = add("Max", [total, one], "frames_out")
    frame = add("Range", [zero, total, one], "frame")
    column = add("Unsqueeze", [frame, second_axis], "frame_column")
    passed = add("Cast", [add("GreaterOrEqual", [column, ends], "is_past")], "past", to=TensorProto.INT64)
    index = add("ReduceSum", [passed, second_axis], "index", keepdims=0)
    last = add("Sub", [add("Size", [ids], "id_count"), one], "last")
    index = add("Min", [index, last], "index_inside")
    rows = add("Gather", [constant("table", table.astype(np.float32)), add("Gather", [ids, index], "frame_ids")], "rows")
    planes = add("Unsqueeze", [add("Transpose", [rows], "planes", perm=[1, 0]), first_axis], "planes3")
    kernel = constant("kernel", np.tile(_SMOOTHING, (count, 1, 1)).astype(np.float32))
    reach = len(_SMOOTHING) // 2
    smooth = add("Conv", [planes, kernel], "smooth", group=count, pads=[reach, reach])
    scales = constant("resize", np.array([1, 1, HOP], np.float32))
    wide = add("Resize", [smooth, "", scales], "wide", mode="linear")
    wide = add("Squeeze", [wide, first_axis], "amplitudes")
    split = constant("split", np.array([HARMONICS, len(BANDS)], np.int64))
    nodes.append(helper.make_node("Split", [wide, split], ["voiced", "unvoiced"], axis=0))

    hop = constant("hop", np.array(HOP, np.int64))
    samples = add("Mul", [total, hop], "sample_count")
    clock = add("Range", [zero, samples, one], "clock")
    progress = add(
        "Div",
        [
            add("Cast", [clock], "clock_float", to=TensorProto.FLOAT),
            add("Cast", [samples], "samples_float", to=TensorProto.FLOAT),
        ],
        "progress",
    )
    fall = constant("fall", np.array(-1 / 6, np.float32))
    melody = add("Add", [add("Mul", [progress, fall], "falling"), constant("unit", np.array(1, np.float32))], "melody")
    pitch = add("Gather", [constant("pitches", PITCHES), add("Reshape", ["sid", flat], "speaker")], "pitch")
    turn = constant("turn", np.array(2 * np.pi / RATE, np.float32))
    step = add("Mul", [add("Mul", [melody, pitch], "hertz"), turn], "step")
    phase = add("CumSum", [add("Cast", [step], "step_double", to=TensorProto.DOUBLE), zero], "phase_double")
    circle = constant("circle", np.array(2 * np.pi, np.float64))
    phase = add("Cast", [add("Mod", [phase, circle], "phase_mod", fmod=1)], "phase", to=TensorProto.FLOAT)
    numbers = constant("numbers", np.arange(1, HARMONICS + 1, dtype=np.float32)[:, None])
    waves = add("Sin", [add("Mul", [numbers, phase], "phases")], "waves")
    harmonic = add("ReduceSum", [add("Mul", ["voiced", waves], "tones"), first_axis], "harmonic", keepdims=0)

    stored = constant("noise", noise_bands())
    around = add("Mod", [clock, constant("noise_length", np.array(_NOISE_SAMPLES, np.int64))], "around")
    noise = add("Cast", [add("Gather", [stored, around], "noise_bytes", axis=1)], "noise_float", to=TensorProto.FLOAT)
    noise = add("Mul", [noise, constant("noise_unit", np.array(1 / 32, np.float32))], "noise_unit_power")
    breath = add("ReduceSum", [add("Mul", ["unvoiced", noise], "hisses"), first_axis], "breath", keepdims=0)
    sound = add("Add", [harmonic, breath], "sound")
    add("Reshape", [sound, constant("shape", np.array([1, 1, 1, -1], np.int64))], "output")
    return _model(nodes, constants)


def _model(nodes: list[onnx.NodeProto], constants: list[onnx.TensorProto]) -> onnx.ModelProto:
    graph = helper.make_graph(
        nodes,
        "fixture_voice",
        [
            helper.make_tensor_value_info("input", TensorProto.INT64, ["batch", "phonemes"]),
            helper.make_tensor_value_info("input_lengths", TensorProto.INT64, ["batch"]),
            helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
            helper.make_tensor_value_info("sid", TensorProto.INT64, ["batch"]),
        ],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, ["batch", 1, 1, "time"])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="fixture_voice")
    model.ir_version = 9
    onnx.checker.check_model(model)
    return model
