"""Write a trained translator as CTranslate2's converter writes a Marian model, int8."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from ctranslate2.specs import common_spec, transformer_spec
from torch import nn

from models.recipes.fixture_marian.model import HEADS, LAYERS, Layer, Marian


def _array(tensor: torch.Tensor) -> npt.NDArray[np.float32]:
    return np.ascontiguousarray(tensor.detach().numpy(), dtype=np.float32)


def _linear(spec: common_spec.LinearSpec, *parts: nn.Linear) -> None:
    spec.weight = np.concatenate([_array(part.weight) for part in parts])
    spec.bias = np.concatenate([_array(part.bias) for part in parts])


def _norm(spec: common_spec.LayerNormSpec, norm: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = _array(norm.weight), _array(norm.bias)


def _layer(
    spec: transformer_spec.TransformerEncoderLayerSpec | transformer_spec.TransformerDecoderLayerSpec, layer: Layer
) -> None:
    own, cross = layer.own, layer.cross
    _linear(spec.self_attention.linear[0], own.query, own.key, own.value)
    _linear(spec.self_attention.linear[1], own.out)
    _norm(spec.self_attention.layer_norm, layer.own_norm)
    if cross is not None and layer.cross_norm is not None:
        _linear(spec.attention.linear[0], cross.query)
        _linear(spec.attention.linear[1], cross.key, cross.value)
        _linear(spec.attention.linear[2], cross.out)
        _norm(spec.attention.layer_norm, layer.cross_norm)
    _linear(spec.ffn.linear_0, layer.up)
    _linear(spec.ffn.linear_1, layer.down)
    _norm(spec.ffn.layer_norm, layer.norm)


def save(model: Marian, vocabulary: list[str], folder: Path) -> None:
    spec = transformer_spec.TransformerSpec.from_config(
        (LAYERS, LAYERS), HEADS, pre_norm=False, activation=common_spec.Activation.SWISH
    )
    table = _array(model.embedding)
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = spec.decoder.projection.weight = table
    spec.decoder.projection.bias = _array(model.bias)
    for side, layers in ((spec.encoder, model.encoder), (spec.decoder, model.decoder)):
        side.scale_embeddings = True
        side.position_encodings.encodings = _array(model.at)
        for layer_spec, layer in zip(side.layer, layers, strict=True):
            _layer(layer_spec, layer)
    spec.decoder.start_from_zero_embedding = True
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.add_source_eos = True
    spec.config.unk_token, spec.config.eos_token = "<unk>", "</s>"
    spec.config.decoder_start_token = "</s>"
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))
