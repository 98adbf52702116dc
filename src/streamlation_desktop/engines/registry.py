"""Finds engines: the built-in table first, then installed plug-ins."""

from __future__ import annotations

import importlib
import shutil
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import Any

from streamlation_desktop.core.errors import EngineNotInstalled

ENTRY_POINT_GROUP = "streamlation.engines"


_EXTRAS = dict.fromkeys(("sherpa-onnx", "sherpa-streaming"), "streamlation extras install sherpa")


class EngineKind(Enum):
    """What an engine does."""

    VOICE_ACTIVITY = "voice-activity"
    RECOGNIZER = "recognizer"
    TRANSLATOR = "translator"
    STREAMING = "streaming"
    """A recognizer that listens while someone speaks."""
    SYNTHESIZER = "synthesizer"
    ENHANCER = "enhancer"
    DIARIZER = "diarizer"
    SEPARATOR = "separator"

    @property
    def is_optional(self) -> bool:
        """True for what a job does without where it is not there."""
        return self in (EngineKind.ENHANCER, EngineKind.DIARIZER, EngineKind.SEPARATOR)


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """An engine that could be used; nothing heavy is imported to describe it."""

    name: str
    kind: EngineKind
    target: str
    """``"package.module:factory"``, imported on first use."""
    requires: tuple[str, ...] = ()
    """Importable modules the adapter needs."""
    programs: tuple[str, ...] = ()
    """Programs it needs on the search path."""

    @property
    def is_available(self) -> bool:
        """True when every module and program it needs can be found."""
        modules = all(find_spec(module) is not None for module in self.requires)
        return modules and all(shutil.which(program) is not None for program in self.programs)


_OPENERS = "streamlation_desktop.engines.adapters.openers"
_CTRANSLATE2 = ("ctranslate2", "sentencepiece")

BUILT_IN: tuple[EngineInfo, ...] = (
    EngineInfo("silero", EngineKind.VOICE_ACTIVITY, f"{_OPENERS}:silero", ("onnxruntime", "faster_whisper")),
    EngineInfo("faster-whisper", EngineKind.RECOGNIZER, f"{_OPENERS}:whisper", ("faster_whisper",)),
    EngineInfo("pocketsphinx", EngineKind.RECOGNIZER, f"{_OPENERS}:sphinx", ("pocketsphinx",)),
    EngineInfo("faster-whisper", EngineKind.STREAMING, f"{_OPENERS}:whisper_streaming", ("faster_whisper",)),
    EngineInfo("pocketsphinx", EngineKind.STREAMING, f"{_OPENERS}:sphinx_streaming", ("pocketsphinx",)),
    EngineInfo("sherpa-streaming", EngineKind.RECOGNIZER, f"{_OPENERS}:sherpa", ("sherpa_onnx",)),
    EngineInfo("sherpa-streaming", EngineKind.STREAMING, f"{_OPENERS}:sherpa_streaming", ("sherpa_onnx",)),
    EngineInfo("opus-mt", EngineKind.TRANSLATOR, f"{_OPENERS}:opus_mt", _CTRANSLATE2),
    EngineInfo("argos", EngineKind.TRANSLATOR, f"{_OPENERS}:argos", _CTRANSLATE2),
    EngineInfo("m2m100", EngineKind.TRANSLATOR, f"{_OPENERS}:m2m100", _CTRANSLATE2),
    EngineInfo("nllb", EngineKind.TRANSLATOR, f"{_OPENERS}:nllb", _CTRANSLATE2),
    EngineInfo("starter+apertium", EngineKind.TRANSLATOR, f"{_OPENERS}:joined", _CTRANSLATE2, ("apertium",)),
    EngineInfo("starter", EngineKind.TRANSLATOR, f"{_OPENERS}:starter", _CTRANSLATE2),
    EngineInfo("apertium", EngineKind.TRANSLATOR, f"{_OPENERS}:apertium", (), ("apertium",)),
    EngineInfo("piper", EngineKind.SYNTHESIZER, f"{_OPENERS}:piper", ("piper", "onnxruntime")),
    EngineInfo("espeak-ng", EngineKind.SYNTHESIZER, f"{_OPENERS}:espeak", ("espeakng_loader",)),
    EngineInfo("onnx", EngineKind.ENHANCER, f"{_OPENERS}:enhancer", ("onnxruntime",)),
    EngineInfo("sherpa-onnx", EngineKind.DIARIZER, f"{_OPENERS}:diarizer", ("sherpa_onnx",)),
    EngineInfo("sherpa-onnx", EngineKind.SEPARATOR, f"{_OPENERS}:separator", ("sherpa_onnx",)),
)
"""In order of preference."""


class EngineRegistry:
    """The engines of this installation."""

    def __init__(self, infos: tuple[EngineInfo, ...] = BUILT_IN) -> None:
        self._infos = {(info.kind, info.name): info for info in infos}

    def load_plugins(self) -> None:
        """Add what installed packages offer under the entry-point group; built-in names win."""
        for point in entry_points(group=ENTRY_POINT_GROUP):
            info: EngineInfo = point.load()
            self._infos.setdefault((info.kind, info.name), info)

    def available(self, kind: EngineKind) -> tuple[EngineInfo, ...]:
        """Engines of a kind whose packages are installed, in order of preference."""
        return tuple(info for (known, _), info in self._infos.items() if known is kind and info.is_available)

    def create(self, kind: EngineKind, name: str, *arguments: Any) -> Any:
        """Import and construct an engine.

        Raises:
            EngineNotInstalled: no such engine, or a package it needs is missing.
        """
        info = self._infos.get((kind, name))
        if info is None or not info.is_available:
            hint = f"It is an extra: {_EXTRAS[name]}" if name in _EXTRAS else ""
            raise EngineNotInstalled(f"{kind.value} {name!r} is not installed", hint=hint)
        module, _, attribute = info.target.partition(":")
        return getattr(importlib.import_module(module), attribute)(*arguments)
