"""Real models in the layouts that are published, with weights small enough for a test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import sentencepiece
from ctranslate2.specs import transformer_spec, whisper_spec

_WIDTH, _INNER, _HEADS = 8, 16, 2
FAVOURITE_TOKEN = 5
"""Index of the token that the translators say all the time."""
_CORPUS = [
    f"the {size} {thing} is here" for size in ("small", "large", "old") for thing in ("house", "dog", "boat")
] * 4


def make_translator(folder: Path) -> Path:
    """CTranslate2 weights with ``source.spm`` and ``target.spm``."""
    make_opus_zip_content(folder)
    ctranslate2.converters.OpusMTConverter(str(folder)).convert(str(folder / "converted"))
    for path in (folder / "converted").iterdir():
        path.rename(folder / path.name)
    (folder / "converted").rmdir()
    for name in ("opus.npz", "opus.vocab.yml", "decoder.yml", "README.md", "LICENSE"):
        (folder / name).unlink()
    return folder


def make_argos(folder: Path, source: str = "en", target: str = "es") -> Path:
    """The unpacked content of an Argos package."""
    make_translator(folder / "model")
    (folder / "model" / "source.spm").rename(folder / "sentencepiece.model")
    (folder / "model" / "target.spm").unlink()
    metadata = {"package_version": "1.0", "argos_version": "1.0", "from_code": source, "to_code": target}
    (folder / "metadata.json").write_text(json.dumps(metadata))
    return folder


def make_opus_zip_content(folder: Path) -> Path:
    """What an OPUS-MT zip holds: Marian weights, vocabulary, SentencePiece models, licence."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("source", "target"):
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(_CORPUS),
            model_prefix=str(folder / name),
            vocab_size=40,
            hard_vocab_limit=False,
            minloglevel=2,
        )
        (folder / f"{name}.vocab").unlink()
        (folder / f"{name}.model").rename(folder / f"{name}.spm")
    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    pieces = [processor.id_to_piece(index) for index in range(3, processor.get_piece_size())]
    tokens = ["</s>", "<unk>", *pieces]
    lines = [f"{json.dumps(token, ensure_ascii=False)}: {index}" for index, token in enumerate(tokens)]
    (folder / "opus.vocab.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    np.savez(folder / "opus.npz", **_marian_weights(len(tokens)))
    (folder / "decoder.yml").write_text("models:\n  - opus.npz\nvocabs:\n  - opus.vocab.yml\n  - opus.vocab.yml\n")
    (folder / "README.md").write_text("# opus\n\n* source language(s): eng\n* target language(s): spa\n")
    (folder / "LICENSE").write_text("Creative Commons Attribution 4.0 International Public License\n")
    return folder


def make_whisper(folder: Path) -> Path:
    """A multilingual Whisper with four tokens."""
    rng = np.random.default_rng(0)
    spec = whisper_spec.WhisperSpec(1, _HEADS, 1, _HEADS)
    encoder, decoder = spec.encoder, spec.decoder
    for conv, shape in ((encoder.conv1, (_WIDTH, 80, 3)), (encoder.conv2, (_WIDTH, _WIDTH, 3))):
        conv.weight, conv.bias = _random(rng, *shape), np.zeros(_WIDTH, np.float32)
    encoder.position_encodings.encodings = _random(rng, 1500, _WIDTH)
    decoder.position_encodings.encodings = _random(rng, 448, _WIDTH)
    decoder.embeddings.weight = _random(rng, 4, _WIDTH)
    decoder.projection.weight = decoder.embeddings.weight
    _norm(encoder.layer_norm)
    _norm(decoder.layer_norm)
    for layer in (encoder.layer[0], decoder.layer[0]):
        _attention(rng, layer.self_attention, is_self=True)
        _feed_forward(rng, layer.ffn)
    _attention(rng, decoder.layer[0].attention, is_self=False)
    spec.register_vocabulary(["a", "b", "<|en|>", "<|endoftext|>"])
    spec.validate()
    spec.optimize(quantization=None)
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))
    (folder / "tokenizer.json").write_text("{}")
    return folder


def make_voice(folder: Path, name: str = "es_ES-test-low") -> Path:
    """A Piper voice as published: weights, description, model card (the weights are never loaded here)."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.onnx").write_bytes(np.arange(4000, dtype=np.float32).tobytes())
    (folder / f"{name}.onnx.json").write_text(json.dumps({"espeak": {"voice": "es"}, "audio": {"sample_rate": 16000}}))
    (folder / "MODEL_CARD").write_text("# Model card for test\n\n* Language: es_ES\n")
    return folder


def translate(model: Path, text: str) -> list[str]:
    """Run a CTranslate2 translator on one sentence; returns the pieces."""
    tokenizer = next(path for path in (model / "source.spm", model.parent / "sentencepiece.model") if path.exists())
    processor = sentencepiece.SentencePieceProcessor(model_file=str(tokenizer))
    translator = ctranslate2.Translator(str(model), device="cpu", intra_threads=1)
    [result] = translator.translate_batch([processor.encode(text, out_type=str)], max_decoding_length=8)
    pieces: list[str] = result.hypotheses[0]
    return pieces


def _marian_weights(vocabulary: int) -> dict[str, Any]:
    rng = np.random.default_rng(1)
    config = (
        "type: transformer\nenc-depth: 1\ndec-depth: 1\ntransformer-heads: 2\n"
        "transformer-decoder-autoreg: self-attention\n"
        "transformer-no-projection: false\ntransformer-ffn-activation: swish\ntransformer-preprocess: ''\n"
        "transformer-postprocess: dan\ntransformer-postprocess-emb: d\ntransformer-guided-alignment-layer: last\n"
    )
    weights = {
        "special:model.yml": np.frombuffer(config.encode() + b"\0", dtype=np.int8),
        "Wemb": _random(rng, vocabulary, _WIDTH),
        "decoder_ff_logit_out_b": _preference(vocabulary),
    }
    for scope in ("encoder_l1_self", "decoder_l1_self", "decoder_l1_context"):
        for name in "qkvo":
            weights[f"{scope}_W{name}"] = _random(rng, _WIDTH, _WIDTH)
            weights[f"{scope}_b{name}"] = np.zeros((1, _WIDTH), np.float32)
        weights |= _marian_norm(f"{scope}_Wo")
    for scope in ("encoder_l1_ffn", "decoder_l1_ffn"):
        weights[f"{scope}_W1"], weights[f"{scope}_b1"] = _random(rng, _WIDTH, _INNER), np.zeros((1, _INNER), np.float32)
        weights[f"{scope}_W2"], weights[f"{scope}_b2"] = _random(rng, _INNER, _WIDTH), np.zeros((1, _WIDTH), np.float32)
        weights |= _marian_norm(f"{scope}_ffn")
    return weights


def _preference(vocabulary: int) -> np.ndarray:
    bias = np.zeros((1, vocabulary), np.float32)
    bias[0, FAVOURITE_TOKEN] = 50.0
    return bias


def _marian_norm(scope: str) -> dict[str, np.ndarray]:
    ones, zeros = np.ones((1, _WIDTH), np.float32), np.zeros((1, _WIDTH), np.float32)
    return {f"{scope}_ln_scale": ones, f"{scope}_ln_bias": zeros}


def _random(rng: np.random.Generator, *shape: int) -> np.ndarray:
    return (rng.standard_normal(shape) * 0.3).astype(np.float32)


def _norm(spec: transformer_spec.common_spec.LayerNormSpec) -> None:
    spec.gamma, spec.beta = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)


def _linear(rng: np.random.Generator, spec: transformer_spec.common_spec.LinearSpec, outputs: int, inputs: int) -> None:
    spec.weight, spec.bias = _random(rng, outputs, inputs), np.zeros(outputs, np.float32)


def _attention(
    rng: np.random.Generator, spec: transformer_spec.attention_spec.MultiHeadAttentionSpec, *, is_self: bool
) -> None:
    _norm(spec.layer_norm)
    outputs = [3 * _WIDTH, _WIDTH] if is_self else [_WIDTH, 2 * _WIDTH, _WIDTH]
    for linear, size in zip(spec.linear, outputs, strict=True):
        _linear(rng, linear, size, _WIDTH)


def _feed_forward(rng: np.random.Generator, spec: transformer_spec.FeedForwardSpec) -> None:
    _norm(spec.layer_norm)
    _linear(rng, spec.linear_0, _INNER, _WIDTH)
    _linear(rng, spec.linear_1, _WIDTH, _INNER)
