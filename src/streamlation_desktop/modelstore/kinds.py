"""What a model does, how its files are laid out, and which languages it serves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, PlainSerializer

from streamlation_desktop.core.language import LanguageCode


class ModelKind(StrEnum):
    """What a model does."""

    RECOGNIZER = "recognizer"
    TRANSLATOR = "translator"
    VOICE = "voice"


class Family(StrEnum):
    """The layout of a model's files and the conventions of its tokens: what an engine must know to load it."""

    WHISPER = "whisper"
    """faster-whisper: ``model.bin``, ``config.json``, ``tokenizer.json``, ``vocabulary.*``."""
    SHERPA = "sherpa-streaming"
    """sherpa-onnx's streaming recognizers: ``tokens.txt`` beside one ONNX file, or encoder, decoder and joiner."""
    OPUS_MT = "opus-mt"
    """CTranslate2 beside ``source.spm`` and ``target.spm``."""
    M2M100 = "m2m100"
    """CTranslate2 beside ``sentencepiece.bpe.model``; language tokens ``__en__``."""
    NLLB = "nllb"
    """CTranslate2 beside ``sentencepiece.bpe.model``; language tokens ``eng_Latn``."""
    ARGOS = "argos"
    """``metadata.json``, ``model/`` (CTranslate2), ``sentencepiece.model`` or ``bpe.model``."""
    STARTER = "starter"
    """CTranslate2 beside ``spm.model`` and ``starter.json``."""
    PIPER = "piper"
    """``X.onnx`` and ``X.onnx.json``."""
    ESPEAK = "espeak-ng"
    """The rules and dictionaries inside the eSpeak NG package."""
    POCKETSPHINX = "pocketsphinx"
    """The acoustic model inside the PocketSphinx package."""


class Quality(StrEnum):
    """How good a model is among its kind."""

    STARTER = "starter"
    BASIC = "basic"
    GOOD = "good"
    HIGH = "high"


@dataclass(frozen=True, slots=True, order=True)
class Direction:
    """From one language into another; written ``en-es``."""

    source: LanguageCode
    target: LanguageCode

    @classmethod
    def parse(cls, text: str) -> Direction:
        """Read ``en-es``.

        Raises:
            ValueError: not two language codes.
        """
        match = re.fullmatch(r"([a-z]{2,3})-([a-z]{2,3})", text)
        if match is None:
            raise ValueError(f"{text!r} is not a pair such as en-es")
        return cls(LanguageCode(match[1]), LanguageCode(match[2]))

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"


def _direction(value: object) -> Direction:
    return value if isinstance(value, Direction) else Direction.parse(str(value))


def is_safe_path(name: str) -> bool:
    """True when `name` stays inside the folder it is joined to, on every platform."""
    path = PurePosixPath(name)
    is_inside = bool(path.parts) and not path.is_absolute() and ".." not in path.parts
    return is_inside and re.search(r'[\\:*?"<>|\x00-\x1f]', name) is None


def safe_relative_path(name: str) -> str:
    """Return `name` in its normal form.

    Raises:
        ValueError: absolute, with ``..``, a drive, a backslash or control characters.
    """
    if not is_safe_path(name):
        raise ValueError(f"unsafe path: {name!r}")
    return str(PurePosixPath(name))


DirectionField = Annotated[Direction, BeforeValidator(_direction), PlainSerializer(str)]
PathField = Annotated[str, AfterValidator(safe_relative_path)]
