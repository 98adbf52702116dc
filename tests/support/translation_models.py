"""Small translation models in the real layouts of their families, with random weights.

They prove tokens, prefixes and file layouts; what they "translate" is noise.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import ctranslate2
import numpy as np
import sentencepiece
from ctranslate2.specs import common_spec, transformer_spec


@dataclass(frozen=True, slots=True)
class ModelSize:
    """Dimensions of a Transformer with as many encoder as decoder layers."""

    width: int
    heads: int
    feed_forward: int
    layers: int


SMALL = ModelSize(width=32, heads=2, feed_forward=64, layers=1)

LINES = [
    "Hello world, how are you today?",
    "The quick brown fox jumps over the lazy dog.",
    "I would like to have a cup of coffee, please.",
    "Hola mundo, ¿cómo estás hoy?",
    "El zorro marrón salta sobre el perro perezoso.",
]


def write_pieces(path: Path) -> list[str]:
    """Train a SentencePiece model on a few lines; return its pieces."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(LINES),
        model_writer=model,
        vocab_size=120,
        model_type="bpe",
        character_coverage=1.0,
        minloglevel=2,
    )
    path.write_bytes(model.getvalue())
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    return [processor.id_to_piece(index) for index in range(processor.get_piece_size())]


def write_model(
    folder: Path, pieces: Sequence[str], tags: Sequence[str], *, add_source_eos: bool = False, size: ModelSize = SMALL
) -> None:
    """Write a Transformer with random weights whose vocabulary is `pieces` and `tags`."""
    special = ["<s>", "</s>", "<unk>"]
    vocabulary = [*special, *(piece for piece in pieces if piece not in special), *tags]
    random = np.random.default_rng(0)
    width = size.width

    def linear(spec: common_spec.LinearSpec, outputs: int, inputs: int) -> None:
        spec.weight = (random.standard_normal((outputs, inputs)) / np.sqrt(inputs)).astype(np.float32)
        spec.bias = np.zeros(outputs, np.float32)

    def norm(spec: common_spec.LayerNormSpec) -> None:
        spec.gamma, spec.beta = np.ones(width, np.float32), np.zeros(width, np.float32)

    model = transformer_spec.TransformerSpec.from_config((size.layers, size.layers), size.heads)
    for side in (model.encoder.embeddings[0], model.decoder.embeddings):
        side.weight = random.standard_normal((len(vocabulary), width)).astype(np.float32)
    for part in (model.encoder, model.decoder):
        part.position_encodings.encodings = random.standard_normal((256, width)).astype(np.float32)
        norm(part.layer_norm)
        for layer in part.layer:
            norm(layer.self_attention.layer_norm)
            linear(layer.self_attention.linear[0], 3 * width, width)
            linear(layer.self_attention.linear[1], width, width)
            norm(layer.ffn.layer_norm)
            linear(layer.ffn.linear_0, size.feed_forward, width)
            linear(layer.ffn.linear_1, width, size.feed_forward)
    for layer in model.decoder.layer:
        norm(layer.attention.layer_norm)
        linear(layer.attention.linear[0], width, width)
        linear(layer.attention.linear[1], 2 * width, width)
        linear(layer.attention.linear[2], width, width)
    linear(model.decoder.projection, len(vocabulary), width)
    model.register_source_vocabulary(vocabulary)
    model.register_target_vocabulary(vocabulary)
    model.config.decoder_start_token = "</s>"
    model.config.add_source_eos = add_source_eos
    model.validate()
    model.optimize(quantization="int8")
    folder.mkdir(exist_ok=True)
    model.save(str(folder))


def raw_translation(
    folder: Path, source: Sequence[str], prefix: Sequence[str] = (), *, max_decoding_length: int = 256
) -> list[str]:
    """What CTranslate2 itself gives for these very tokens, the prefix included (beam 2, int8)."""
    translator = ctranslate2.Translator(str(folder), compute_type="int8")
    [result] = translator.translate_batch(
        [list(source)],
        target_prefix=[list(prefix)] if prefix else None,
        beam_size=2,
        disable_unk=True,
        max_decoding_length=max_decoding_length,
    )
    hypothesis: list[str] = result.hypotheses[0]
    return hypothesis
