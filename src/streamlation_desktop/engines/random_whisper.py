"""Makes a Whisper model of any size with random weights: the real work for a machine, and no words.

Used to find out what a machine can do (device probe, autotune) before any model is installed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from ctranslate2.specs.whisper_spec import WhisperSpec

VOCABULARY = 51_865
TEXT_TOKENS = 50_257
"""Ids below are text; the special tokens follow in the order of multilingual Whisper."""
LANGUAGES = 99
END_OF_TEXT, START_OF_TRANSCRIPT, FIRST_LANGUAGE = TEXT_TOKENS, TEXT_TOKENS + 1, TEXT_TOKENS + 2
PROMPT = (START_OF_TRANSCRIPT, FIRST_LANGUAGE, FIRST_LANGUAGE + LANGUAGES + 1, FIRST_LANGUAGE + LANGUAGES + 5)
"""Start, English, transcribe, no timestamps."""


@dataclass(frozen=True, slots=True)
class WhisperShape:
    """The dimensions of a Whisper model."""

    width: int
    heads: int
    layers: int
    """In the encoder, and as many in the decoder."""
    mels: int = 80


PROBE_SHAPE = WhisperShape(64, 2, 1)
"""7 MB on disk in int8: enough to load every library that a GPU needs."""
TINY_SHAPE = WhisperShape(384, 6, 4)
BASE_SHAPE = WhisperShape(512, 8, 6)


def save_random_whisper(folder: Path, shape: WhisperShape, language_tokens: tuple[str, ...] = ()) -> None:
    """Write `model.bin`, `config.json` and the vocabulary to `folder` in CTranslate2's format, int8.

    Args:
        folder: made if absent.
        shape: the size of the model.
        language_tokens: names of the 99 language tokens, ``"<|en|>"`` …; made-up ones if empty.
    """
    from ctranslate2.specs.whisper_spec import WhisperSpec

    spec = WhisperSpec(shape.layers, shape.heads, shape.layers, shape.heads)
    _fill(spec, shape, np.random.default_rng(0))
    spec.register_vocabulary(_tokens(language_tokens))
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = [220, END_OF_TEXT]
    spec.config.lang_ids = list(range(FIRST_LANGUAGE, FIRST_LANGUAGE + LANGUAGES))
    spec.config.alignment_heads = [[shape.layers - 1, head] for head in range(shape.heads)]
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))


def _tokens(language_tokens: tuple[str, ...]) -> list[str]:
    languages = language_tokens or tuple(f"<|l{n}|>" for n in range(LANGUAGES))
    special = [
        "<|translate|>",
        "<|transcribe|>",
        "<|startoflm|>",
        "<|startofprev|>",
        "<|nospeech|>",
        "<|notimestamps|>",
    ]
    text = [f"t{n}" for n in range(TEXT_TOKENS - 1)] + [""]  # by the empty token a model is known as multilingual
    tokens = [*text, "<|endoftext|>", "<|startoftranscript|>", *languages, *special]
    return tokens + [f"<|{n * 0.02:.2f}|>" for n in range(VOCABULARY - len(tokens))]


def _fill(spec: WhisperSpec, shape: WhisperShape, rng: np.random.Generator) -> None:
    encoder, decoder, width = spec.encoder, spec.decoder, shape.width

    def normal(*size: int, scale: float) -> npt.NDArray[np.float32]:
        return (rng.standard_normal(size, np.float32) * scale).astype(np.float32)

    def linear(layer: Any, outputs: int, inputs: int) -> None:
        layer.weight = normal(outputs, inputs, scale=inputs**-0.5)
        layer.bias = np.zeros(outputs, np.float32)

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(width, np.float32), np.zeros(width, np.float32)

    def attention(layer: Any, *outputs: int) -> None:
        norm(layer.layer_norm)
        for part, size in zip(layer.linear, outputs, strict=True):
            linear(part, size, width)

    def feed_forward(layer: Any) -> None:
        norm(layer.layer_norm)
        linear(layer.linear_0, 4 * width, width)
        linear(layer.linear_1, width, 4 * width)

    for convolution, inputs in ((encoder.conv1, shape.mels), (encoder.conv2, width)):
        convolution.weight, convolution.bias = normal(width, inputs, 3, scale=0.05), np.zeros(width, np.float32)
    for part, length in ((encoder, 1500), (decoder, 448)):
        part.position_encodings.encodings = normal(length, width, scale=1.0)
        norm(part.layer_norm)
    for layer in encoder.layer:
        attention(layer.self_attention, 3 * width, width)
        feed_forward(layer.ffn)
    for layer in decoder.layer:
        attention(layer.self_attention, 3 * width, width)
        attention(layer.attention, width, 2 * width, width)
        feed_forward(layer.ffn)
    decoder.embeddings.weight = normal(VOCABULARY, width, scale=width**-0.5)
    decoder.projection.weight = normal(VOCABULARY, width, scale=width**-0.5)
