"""Opens each engine from the same description; nothing heavy is imported before it is needed."""

from __future__ import annotations

from pathlib import Path

from streamlation_desktop.core.errors import ModelNotInstalled
from streamlation_desktop.engines.base import ModelSpec, Recognizer, Translator, VoiceActivityDetector
from streamlation_desktop.engines.speech_base import Diarizer, SpeechEnhancer, StemSeparator, Synthesizer
from streamlation_desktop.engines.streaming.base import StreamingModel


def silero() -> VoiceActivityDetector:
    """The voice-activity detector that comes with faster-whisper."""
    from streamlation_desktop.engines.adapters.silero import SileroDetector

    return SileroDetector()


def whisper(spec: ModelSpec) -> Recognizer:
    """A Whisper model in CTranslate2's format."""
    from streamlation_desktop.engines.adapters.whisper import WhisperRecognizer

    return WhisperRecognizer(_folder(spec), spec.model, spec.device)


def sphinx(_spec: ModelSpec) -> Recognizer:
    """PocketSphinx with its own English model."""
    from streamlation_desktop.engines.adapters.sphinx import PocketSphinxRecognizer

    return PocketSphinxRecognizer()


def whisper_streaming(spec: ModelSpec) -> StreamingModel:
    """A Whisper model as a stream."""
    from streamlation_desktop.engines.adapters.whisper_streaming import WhisperStreamingModel

    return WhisperStreamingModel(_folder(spec), spec.model, spec.device)


def sphinx_streaming(_spec: ModelSpec) -> StreamingModel:
    """PocketSphinx as a stream."""
    from streamlation_desktop.engines.adapters.sphinx_streaming import SphinxStreamingModel

    return SphinxStreamingModel()


def sherpa(spec: ModelSpec) -> Recognizer:
    """A streaming model of sherpa-onnx for recordings."""
    from streamlation_desktop.engines.adapters.sherpa_streaming import SherpaStreamingModel

    return SherpaStreamingModel(_folder(spec), spec.languages, spec.model, spec.device)


def sherpa_streaming(spec: ModelSpec) -> StreamingModel:
    """A streaming model of sherpa-onnx as a stream."""
    from streamlation_desktop.engines.adapters.sherpa_streaming import SherpaStreamingModel

    return SherpaStreamingModel(_folder(spec), spec.languages, spec.model, spec.device)


def opus_mt(spec: ModelSpec) -> Translator:
    """An OPUS-MT model; its files do not tell its languages."""
    from streamlation_desktop.engines.adapters.ctranslate2_mt_models import open_opus_mt

    sources = {pair.source for pair in spec.pairs}
    targets = {pair.target for pair in spec.pairs}
    return open_opus_mt(_folder(spec), sources=sources, targets=targets, device=spec.device, preset=spec.preset)


def argos(spec: ModelSpec) -> Translator:
    """An Argos package."""
    from streamlation_desktop.engines.adapters.ctranslate2_mt_models import open_argos

    return open_argos(_folder(spec), device=spec.device, preset=spec.preset)


def m2m100(spec: ModelSpec) -> Translator:
    """An M2M100 model."""
    from streamlation_desktop.engines.adapters.ctranslate2_mt_models import open_m2m100

    return open_m2m100(_folder(spec), device=spec.device, preset=spec.preset)


def nllb(spec: ModelSpec) -> Translator:
    """An NLLB-200 model."""
    from streamlation_desktop.engines.adapters.ctranslate2_mt_models import open_nllb

    return open_nllb(_folder(spec), device=spec.device, preset=spec.preset)


def starter(spec: ModelSpec) -> Translator:
    """The embedded starter model."""
    from streamlation_desktop.engines.adapters.starter import open_starter

    return open_starter(spec.folder, device=spec.device, preset=spec.preset)


def apertium(_spec: ModelSpec) -> Translator:
    """The installed Apertium."""
    from streamlation_desktop.engines.adapters.apertium import ApertiumTranslator

    return ApertiumTranslator()


def joined(spec: ModelSpec) -> Translator:
    """The starter model together with Apertium."""
    from streamlation_desktop.engines.chooser import ChooserTranslator

    return ChooserTranslator(starter(spec), apertium(spec))


def espeak(_spec: ModelSpec) -> Synthesizer:
    """eSpeak NG, which brings its own voices."""
    from streamlation_desktop.engines.adapters.espeak import EspeakSynthesizer

    return EspeakSynthesizer()


def piper(spec: ModelSpec) -> Synthesizer:
    """A Piper voice."""
    from streamlation_desktop.engines.adapters.piper import PiperSynthesizer

    return PiperSynthesizer(_folder(spec), spec.model, spec.device)


def enhancer(path: Path) -> SpeechEnhancer:
    """GTCRN or DTLN, by its file or folder."""
    from streamlation_desktop.engines.adapters.enhancers import open_enhancer

    return open_enhancer(path)


def diarizer(folder: Path) -> Diarizer:
    """sherpa-onnx with the networks of a folder."""
    from streamlation_desktop.engines.adapters.sherpa import SherpaDiarizer

    return SherpaDiarizer(folder)


def separator(folder: Path) -> StemSeparator:
    """sherpa-onnx with the networks of a folder."""
    from streamlation_desktop.engines.adapters.sherpa import SherpaSeparator

    return SherpaSeparator(folder)


def _folder(spec: ModelSpec) -> Path:
    if spec.folder is None:
        raise ModelNotInstalled(f"{spec.model} has no files", hint="Install the model again.")
    return spec.folder
