"""A complete Whisper folder with random weights: everything works but the words are noise."""

from __future__ import annotations

import json
from pathlib import Path

from faster_whisper.tokenizer import _LANGUAGE_CODES
from tokenizers import AddedToken, Tokenizer
from tokenizers.decoders import ByteLevel as ByteLevelDecoder
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import ByteLevel

from streamlation_desktop.engines.random_whisper import (
    LANGUAGES,
    TEXT_TOKENS,
    VOCABULARY,
    WhisperShape,
    save_random_whisper,
)

_LANGUAGE_TOKENS = tuple(f"<|{code}|>" for code in _LANGUAGE_CODES[:LANGUAGES])


def make_random_whisper(folder: Path, shape: WhisperShape) -> Path:
    """Weights, tokenizer and feature settings; the text tokens are bytes and made-up words."""
    save_random_whisper(folder, shape, _LANGUAGE_TOKENS)
    letters = sorted(ByteLevel.alphabet())
    words = [f"Ġ{number:x}" for number in range(TEXT_TOKENS - len(letters))]
    tokenizer = Tokenizer(BPE({token: number for number, token in enumerate([*letters, *words])}, []))
    tokenizer.pre_tokenizer = ByteLevel(add_prefix_space=False)
    tokenizer.decoder = ByteLevelDecoder()
    special = [
        "<|translate|>",
        "<|transcribe|>",
        "<|startoflm|>",
        "<|startofprev|>",
        "<|nospeech|>",
        "<|notimestamps|>",
    ]
    names = ["<|endoftext|>", "<|startoftranscript|>", *_LANGUAGE_TOKENS, *special]
    names += [f"<|{number * 0.02:.2f}|>" for number in range(VOCABULARY - TEXT_TOKENS - len(names))]
    tokenizer.add_special_tokens([AddedToken(name, special=True) for name in names])
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "preprocessor_config.json").write_text(json.dumps({"feature_size": shape.mels}), encoding="utf-8")
    return folder
