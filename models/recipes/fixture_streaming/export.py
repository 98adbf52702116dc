"""Write the trained network as sherpa-onnx reads NeMo's streaming CTC models.

    python -m models.recipes.fixture_streaming.export --work FOLDER --checkpoint FILE

Inputs are a chunk of features (B, 80, T), its length and three caches; outputs are log-probabilities, their length and the
new caches. What this network remembers lies in ``cache_last_time``; the other two are passed on.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from models.recipes.fixture_streaming import pieces
from models.recipes.fixture_streaming.network import DILATIONS, MELS, MEMORY, STACK, WIDTH, Network

CHUNK = 16
"""Frames of 10 ms that are decoded at once."""
INPUTS = ("audio_signal", "length", "cache_last_channel", "cache_last_time", "cache_last_channel_len")
OUTPUTS = ("logprobs", "encoded_lengths", *(f"{name}_next" for name in INPUTS[2:]))


class Streaming(nn.Module):
    """The network behind NeMo's names."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, signal: Tensor, length: Tensor, channel: Tensor, past: Tensor, channel_len: Tensor
    ) -> tuple[Tensor, ...]:
        written, now = self.network(signal.transpose(1, 2), past)
        return written, length // STACK, channel + 0.0, now, channel_len + length // STACK


def save(network: Network, names: tuple[str, ...], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "model.onnx"
    example = (
        torch.zeros(1, MELS, CHUNK),
        torch.tensor([CHUNK]),
        torch.zeros(1, 1, 1, 1),
        network.nothing(1),
        torch.zeros(1, dtype=torch.int64),
    )
    axes = {name: {0: "batch"} for name in (*INPUTS, *OUTPUTS)}
    torch.onnx.export(
        Streaming(network).eval(), example, str(path), input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip
    model = onnx.load(str(path))
    told = {
        "model_type": "EncDecCTCModelBPE",
        "comment": "streaming fixture, for tests",
        "window_size": CHUNK,
        "chunk_shift": CHUNK,
        "subsampling_factor": STACK,
        "vocab_size": len(names) - 1,
        "cache_last_channel_dim1": 1,
        "cache_last_channel_dim2": 1,
        "cache_last_channel_dim3": 1,
        "cache_last_time_dim1": len(DILATIONS),
        "cache_last_time_dim2": WIDTH,
        "cache_last_time_dim3": MEMORY,
    }
    onnx.helper.set_model_props(model, {name: str(value) for name, value in told.items()})
    onnx.save(model, str(path))
    lines = [f"{name} {number}\n" for number, name in enumerate(names)]
    (folder / "tokens.txt").write_text("".join(lines), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("models/fixtures/streaming-fixture-en"))
    options = parser.parse_args()
    names = pieces.table(options.work)
    network = Network(len(names))
    network.load_state_dict(torch.load(options.checkpoint)["average"])
    save(network, names, options.out)


if __name__ == "__main__":
    main()
