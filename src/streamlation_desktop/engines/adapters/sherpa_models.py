"""Finds out what streaming model lies in a folder, and loads it with sherpa-onnx (an extra).

The library ends the process when a model lacks what it looks for, so all of that is checked before it is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sherpa_onnx

from streamlation_desktop.core.errors import ModelDamaged, ModelNotInstalled
from streamlation_desktop.engines.adapters.onnx_metadata import onnx_metadata

TOKENS = "tokens.txt"
_TRANSDUCERS = frozenset({"conformer", "ebranchformer", "lstm", "zipformer", "zipformer2"})
"""Values of ``model_type`` that the library knows; NeMo's are known by their caches."""
_CTC = {
    "zipformer2": (
        "encoder_dims",
        "query_head_dims",
        "value_head_dims",
        "num_heads",
        "num_encoder_layers",
        "cnn_module_kernels",
        "left_context_len",
        "T",
        "decode_chunk_len",
    ),
    "wenet": (
        "head",
        "num_blocks",
        "output_size",
        "cnn_module_kernel",
        "right_context",
        "subsampling_factor",
        "vocab_size",
    ),
    "nemo": (
        "window_size",
        "chunk_shift",
        "subsampling_factor",
        "vocab_size",
        "cache_last_channel_dim1",
        "cache_last_channel_dim2",
        "cache_last_channel_dim3",
        "cache_last_time_dim1",
        "cache_last_time_dim2",
        "cache_last_time_dim3",
    ),
    "t-one": ("frame_length_ms", "state_dim", "sample_rate"),
}
"""Kinds of CTC models, and the properties that the library cannot do without."""
_BLANKS = frozenset({"<blk>", "<eps>", "<blank>"})
_ASSUMED = 4
"""Frames per step that the library reckons the times of CTC models with, whatever the model says."""


@dataclass(frozen=True, slots=True)
class SherpaModel:
    """A loaded model."""

    recognizer: Any
    stretch: float
    """By which its times must be multiplied."""
    is_upper: bool
    """It writes capitals only."""


def load_sherpa(folder: Path, threads: int) -> SherpaModel:
    """Load the streaming model of a folder: ``tokens.txt`` beside one ONNX file (CTC), or encoder, decoder and joiner.

    Raises:
        ModelNotInstalled: a file is missing.
        ModelDamaged: it is no streaming model that the library knows.
    """
    tokens = folder / TOKENS
    if not tokens.is_file():
        raise ModelNotInstalled(f"no {TOKENS} in {folder.name}", hint="Fetch all files of the model.")
    symbols = _symbols(tokens)
    common = {"tokens": str(tokens), "num_threads": threads}
    try:
        if any(folder.glob("*joiner*.onnx")):
            recognizer, stretch = _transducer(folder, common), 1.0
        else:
            recognizer, stretch = _ctc(folder, common, symbols)
    except (RuntimeError, ValueError) as exc:
        raise ModelDamaged(f"{folder.name} cannot be loaded: {exc}", hint="Fetch it again.") from exc
    letters = [symbol for symbol in symbols if symbol.upper() != symbol.lower() and not symbol.startswith("<")]
    return SherpaModel(recognizer, stretch, bool(letters) and all(each == each.upper() for each in letters))


def _transducer(folder: Path, common: dict[str, Any]) -> Any:
    encoder, decoder, joiner = (_one(folder, f"*{part}*.onnx") for part in ("encoder", "decoder", "joiner"))
    told = onnx_metadata(encoder)
    if told.get("model_type") not in _TRANSDUCERS and not set(_CTC["nemo"][4:]) <= set(told):
        raise _unknown(folder, told)
    return sherpa_onnx.OnlineRecognizer.from_transducer(
        encoder=str(encoder), decoder=str(decoder), joiner=str(joiner), **common
    )


def _ctc(folder: Path, common: dict[str, Any], symbols: frozenset[str]) -> tuple[Any, float]:
    model = _one(folder, "*.onnx")
    told = onnx_metadata(model)
    kind = next((name for name, needed in _CTC.items() if set(needed) <= set(told)), "")
    if not kind or not symbols & _BLANKS:
        raise _unknown(folder, told)
    make = {
        "zipformer2": sherpa_onnx.OnlineRecognizer.from_zipformer2_ctc,
        "wenet": sherpa_onnx.OnlineRecognizer.from_wenet_ctc,
        "nemo": sherpa_onnx.OnlineRecognizer.from_nemo_ctc,
        "t-one": sherpa_onnx.OnlineRecognizer.from_t_one_ctc,
    }[kind]
    stretch = int(told["subsampling_factor"]) / _ASSUMED if kind in ("wenet", "nemo") else 1.0
    return make(model=str(model), **common), stretch


def _symbols(tokens: Path) -> frozenset[str]:
    """The pieces of ``tokens.txt``: one a line, with its number behind it; the space may stand for itself."""
    found = set()
    for line in tokens.read_text(encoding="utf-8", errors="replace").splitlines():
        symbol, _, number = line.rstrip().rpartition(" ")
        if not number.isdecimal() or (" " in symbol.strip()):
            raise ModelDamaged(f"{tokens.name} is not a list of tokens with their numbers: {line[:40]!r}")
        found.add(symbol or " ")
    return frozenset(found)


def _one(folder: Path, pattern: str) -> Path:
    """The file of a part; the quantised one where there are two."""
    found = sorted(folder.glob(pattern), key=lambda path: (".int8." not in path.name, path.name))
    if not found:
        raise ModelNotInstalled(f"no {pattern} in {folder.name}", hint="Fetch all files of the model.")
    return found[0]


def _unknown(folder: Path, told: dict[str, str]) -> ModelDamaged:
    what = told.get("model_type") or ", ".join(sorted(told)[:4]) or "no properties"
    return ModelDamaged(
        f"{folder.name} is no streaming model that sherpa-onnx knows ({what})",
        hint="Known are streaming transducers and the CTC models of zipformer2, WeNet, NeMo and T-one.",
    )
