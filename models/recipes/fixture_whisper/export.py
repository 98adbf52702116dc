"""Write the trained network in CTranslate2's Whisper layout, int8, with the tokeniser and the features' settings."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from ctranslate2.specs import common_spec, transformer_spec, whisper_spec
from torch import nn

from models.recipes.fixture_whisper import tokens
from models.recipes.fixture_whisper.attention import Attention
from models.recipes.fixture_whisper.model import Block, Whisper
from models.recipes.fixture_whisper.train import new_model

NEVER = -40.0
"""Logit of a token the fixture cannot say."""
HEADS = ((3, 0), (3, 1), (3, 2))
"""(decoder layer, head) pairs that look at the word being written; `measure_heads` ranks all of them."""
FEATURES = {"chunk_length": 30, "feature_size": 80, "hop_length": 160, "n_fft": 400, "sampling_rate": 16000}

Array = npt.NDArray[np.float32]


def _array(tensor: torch.Tensor) -> Array:
    return np.ascontiguousarray(tensor.detach().numpy(), dtype=np.float32)


def _linear(spec: common_spec.LinearSpec, *parts: nn.Linear) -> None:
    """One or several layers with the same input, stacked; a missing bias is zero."""
    spec.weight = np.concatenate([_array(part.weight) for part in parts])
    spec.bias = np.concatenate([_bias(part) for part in parts])


def _bias(part: nn.Linear) -> Array:
    return np.zeros(part.out_features, np.float32) if part.bias is None else _array(part.bias)


def _norm(spec: common_spec.LayerNormSpec, norm: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = _array(norm.weight), _array(norm.bias)


def _block(
    spec: transformer_spec.TransformerEncoderLayerSpec | transformer_spec.TransformerDecoderLayerSpec, block: Block
) -> None:
    own, cross = block.own, block.cross
    _norm(spec.self_attention.layer_norm, block.own_norm)
    _linear(spec.self_attention.linear[0], own.query, own.key, own.value)
    _linear(spec.self_attention.linear[1], own.out)
    if isinstance(cross, Attention) and block.cross_norm is not None:
        _norm(spec.attention.layer_norm, block.cross_norm)
        _linear(spec.attention.linear[0], cross.query)
        _linear(spec.attention.linear[1], cross.key, cross.value)
        _linear(spec.attention.linear[2], cross.out)
    _norm(spec.ffn.layer_norm, block.mlp_norm)
    _linear(spec.ffn.linear_0, block.up)
    _linear(spec.ffn.linear_1, block.down)


def _vocabulary(model: Whisper) -> tuple[Array, Array]:
    """Rows of the whole vocabulary: zero, and a bias no text overcomes, for what the fixture cannot say."""
    known = _array(model.embedding())
    table = np.zeros((tokens.SIZE, known.shape[1]), np.float32)
    bias = np.full(tokens.SIZE, NEVER, np.float32)
    ids = list(tokens.used())
    table[ids], bias[ids] = known, _array(model.bias)
    return table, bias


def specification(model: Whisper) -> whisper_spec.WhisperSpec:
    heads = model.encoder[0].own.heads
    spec = whisper_spec.WhisperSpec(len(model.encoder), heads, len(model.decoder), heads)
    for conv, layer in ((spec.encoder.conv1, model.conv1), (spec.encoder.conv2, model.conv2)):
        conv.weight, conv.bias = _array(layer.weight), _array(layer.bias)
    spec.encoder.position_encodings.encodings = _array(model.frames)
    spec.decoder.position_encodings.encodings = _array(model.tokens)
    _norm(spec.encoder.layer_norm, model.encoder_norm)
    _norm(spec.decoder.layer_norm, model.decoder_norm)
    for layer_spec, block in zip(
        [*spec.encoder.layer, *spec.decoder.layer], [*model.encoder, *model.decoder], strict=True
    ):
        _block(layer_spec, block)
    table, bias = _vocabulary(model)
    spec.decoder.embeddings.weight = table
    spec.decoder.projection.weight, spec.decoder.projection.bias = table, bias
    spec.register_vocabulary(tokens.build()[1])
    return spec


def save(model: Whisper, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    spec = specification(model)
    spec.config.suppress_ids = [tokens.SOT, tokens.TRANSLATE, tokens.TRANSCRIBE, tokens.SOT_LM, tokens.SOT_PREV]
    spec.config.suppress_ids_begin = [220, tokens.EOT]
    spec.config.lang_ids = [tokens.LANGUAGE_IDS[language] for language in ("en", "es")]
    spec.config.alignment_heads = [list(head) for head in HEADS]
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))
    tokens.write(folder)
    text = json.dumps({**FEATURES, "feature_extractor_type": "WhisperFeatureExtractor"}, indent=2)
    (folder / "preprocessor_config.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("models/fixtures/whisper-fixture"))
    options = parser.parse_args()
    model = new_model()
    model.load_state_dict(torch.load(options.work / "whisper.pt")["average"])
    save(model, options.out)
    for path in sorted(options.out.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
