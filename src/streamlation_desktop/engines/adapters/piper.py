"""Piper voices (VITS in ONNX), by the piper-tts package."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np

from streamlation_desktop.core.errors import EngineNotInstalled, InferenceFailed, LanguageNotSupported, ModelDamaged
from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, language_name, parse_language
from streamlation_desktop.core.types import Origin, Samples
from streamlation_desktop.engines.adapters.piper_noise import without_chance
from streamlation_desktop.engines.base import DeviceChoice
from streamlation_desktop.engines.speech_base import Speech, Utterance, VoiceInfo

# onnxruntime >= 1.29 writes a device id and reports home unless this is set before its first import
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

import onnxruntime
import piper

_PAUSE = 0.12
"""Seconds between the sentences of one utterance."""
_STATE = onnxruntime.capi.onnxruntime_pybind11_state
_RUNTIME_ERRORS = (RuntimeError, ValueError, _STATE.Fail, _STATE.RuntimeException, _STATE.InvalidArgument)
_DAMAGED = (
    OSError,
    KeyError,
    TypeError,
    ValueError,
    json.JSONDecodeError,
    UnknownLanguage,
    _STATE.Fail,
    _STATE.InvalidProtobuf,
    _STATE.InvalidGraph,
    _STATE.NoSuchFile,
)


class PiperSynthesizer:
    """One voice file, of one or several speakers; implements `Synthesizer`. Voices are named after its speakers."""

    def __init__(self, folder: Path, model: str, device: DeviceChoice) -> None:
        """Load it.

        Args:
            folder: holds ``X.onnx`` and ``X.onnx.json``.
            model: id, for `origin`.
            device: CUDA needs the GPU build of onnxruntime; without it the processor is used.

        Raises:
            ModelDamaged: the voice cannot be loaded.
            EngineNotInstalled: piper-tts came without the data of eSpeak NG.
        """
        _require_phonemizer()
        path = next(iter(sorted(folder.glob("*.onnx"))), folder / "voice.onnx")
        cuda = device.device == "cuda" and "CUDAExecutionProvider" in onnxruntime.get_available_providers()
        try:
            config = piper.PiperConfig.from_dict(json.loads(Path(f"{path}.json").read_text(encoding="utf-8")))
            network, self._is_repeatable = without_chance(path.read_bytes())
            self._voice = piper.PiperVoice(onnxruntime.InferenceSession(network, providers=_providers(cuda)), config)
            self._language = parse_language(self._voice.config.espeak_voice)
        except _DAMAGED as exc:
            raise ModelDamaged(f"the voice {model} cannot be loaded: {exc}", hint="Install it again.") from exc
        self._speakers: dict[str, int] = dict(self._voice.config.speaker_id_map or {})
        self._origin = Origin("piper", model)

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return self._origin

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """The one that the voice was trained on."""
        return frozenset({self._language})

    @property
    def is_repeatable(self) -> bool:
        """True unless the network draws chance of a kind that `without_chance` does not know."""
        return self._is_repeatable

    def voices(self, language: LanguageCode) -> tuple[VoiceInfo, ...]:
        """See `Synthesizer`: one for each speaker."""
        if language != self._language:
            return ()
        speakers = sorted(self._speakers.items(), key=lambda item: item[1])
        return tuple(VoiceInfo(name, name, language, number) for name, number in speakers) or (
            VoiceInfo("", self._origin.model, language),
        )

    def synthesize(self, utterance: Utterance) -> Speech:
        """See `Synthesizer`."""
        if utterance.language != self._language:
            raise LanguageNotSupported(f"{self._origin.model} does not speak {language_name(utterance.language)}")
        rate = int(self._voice.config.sample_rate)
        settings = piper.SynthesisConfig(speaker_id=self._speaker(utterance), length_scale=self._scale(utterance))
        try:
            chunks = [chunk.audio_float_array for chunk in self._voice.synthesize(utterance.text, settings)]
        except _RUNTIME_ERRORS as exc:
            raise InferenceFailed(f"{self._origin.model} cannot say {utterance.text!r}: {exc}") from exc
        return Speech(_joined(chunks, rate), rate)

    def close(self) -> None:
        """Release the model."""
        del self._voice

    def _scale(self, utterance: Utterance) -> float:
        return float(self._voice.config.length_scale) * utterance.length_scale

    def _speaker(self, utterance: Utterance) -> int | None:
        if utterance.voice and utterance.voice not in self._speakers:
            known = ", ".join(self._speakers) or "it has one only"
            raise LanguageNotSupported(
                f"{self._origin.model} has no speaker {utterance.voice!r}", hint=f"Known: {known}"
            )
        return self._speakers[utterance.voice] if utterance.voice else utterance.speaker


def _providers(cuda: bool) -> list[Any]:
    return [("CUDAExecutionProvider", {"cudnn_conv_algo_search": "HEURISTIC"})] if cuda else ["CPUExecutionProvider"]


def _joined(chunks: list[Any], rate: int) -> Samples:
    pause = np.zeros(round(_PAUSE * rate), np.float32)
    parts: list[Samples] = []
    for chunk in chunks:
        parts += [pause, chunk] if parts else [chunk]
    return np.concatenate(parts).astype(np.float32) if parts else np.zeros(0, np.float32)


def _require_phonemizer() -> None:
    """Piper without the data of eSpeak NG ends the process: look first."""
    if not (Path(piper.__file__).parent / "espeak-ng-data" / "phontab").is_file():
        raise EngineNotInstalled("piper-tts has no phoneme data", hint="Reinstall the application.")
