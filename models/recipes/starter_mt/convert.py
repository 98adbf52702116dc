"""Stage 5: averaged weights to a CTranslate2 folder in int8."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs import common_spec, transformer_spec

from . import checkpoint
from .network import positions
from .pieces import write_pieces
from .vocabulary import load_vocabulary

Weights = dict[str, np.ndarray]


def _linear(spec: Any, weights: Weights, name: str) -> None:
    spec.weight, spec.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]


def _norm(spec: Any, weights: Weights, name: str) -> None:
    spec.gamma, spec.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]


def _layer(spec: Any, weights: Weights, name: str, decoder: bool) -> None:
    _norm(spec.self_attention.layer_norm, weights, f"{name}.own_norm")
    _linear(spec.self_attention.linear[0], weights, f"{name}.own.all")
    _linear(spec.self_attention.linear[1], weights, f"{name}.own.out")
    if decoder:
        _norm(spec.attention.layer_norm, weights, f"{name}.cross_norm")
        for place, part in enumerate(("query", "key_value", "out")):
            _linear(spec.attention.linear[place], weights, f"{name}.cross.{part}")
    _norm(spec.ffn.layer_norm, weights, f"{name}.inner_norm")
    _linear(spec.ffn.linear_0, weights, f"{name}.inner")
    _linear(spec.ffn.linear_1, weights, f"{name}.outer")


def specification(weights: Weights, shape: dict[str, Any]) -> transformer_spec.TransformerSpec:
    """CTranslate2's description of our network, filled with its weights."""
    layers = shape["encoder_layers"], shape["decoder_layers"]
    spec = transformer_spec.TransformerSpec.from_config(
        layers, shape["heads"], pre_norm=True, activation=common_spec.Activation.RELU)
    embedding = weights["embedding.weight"]
    places = positions(shape["max_positions"], shape["width"]).numpy()
    for side, name in ((spec.encoder, "encoder"), (spec.decoder, "decoder")):
        side.scale_embeddings = True
        side.position_encodings.encodings = places
        _norm(side.layer_norm, weights, f"{name}_norm")
        for index, layer in enumerate(side.layer):
            _layer(layer, weights, f"{name}.{index}", name == "decoder")
    spec.encoder.embeddings[0].weight = embedding
    spec.decoder.embeddings.weight = embedding
    spec.decoder.projection.weight = embedding
    return spec


def convert(averaged: Path, prep: Path, out: Path, languages: list[str], quantization: str = "int8") -> None:
    """Write the CTranslate2 folder ``out`` with ``spm.model`` and ``vmap.txt``; files of an older model are replaced."""
    state = checkpoint.load(averaged)
    weights = {name: value.float().numpy() for name, value in state["model"].items()}
    spec = specification(weights, state["shape"])
    pieces = load_vocabulary(prep)
    names = [pieces.id_to_piece(index) for index in range(pieces.get_piece_size())]
    spec.register_source_vocabulary(names)
    spec.register_target_vocabulary(names)
    spec.config.unk_token, spec.config.bos_token, spec.config.eos_token = "<unk>", "<s>", "</s>"
    spec.config.decoder_start_token = "<s>"
    spec.config.add_source_eos, spec.config.add_source_bos = True, False
    spec.validate()
    spec.optimize(quantization=None if quantization == "float32" else quantization)
    part = out.with_name(out.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    spec.save(str(part))
    shutil.copy(prep / "spm.model", part)
    write_pieces(prep, languages, part)
    out.mkdir(parents=True, exist_ok=True)
    for path in part.iterdir():
        path.replace(out / path.name)
    part.rmdir()
    print(f"{out}: {sum(path.stat().st_size for path in out.iterdir()) / 1e6:.1f} MB", flush=True)
