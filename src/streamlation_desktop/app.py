"""The composition root: builds the services that every front end uses."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import EngineNotInstalled
from streamlation_desktop.core.files import disk_errors
from streamlation_desktop.engines.autotune import TuneResult, autotune, recall_tune
from streamlation_desktop.engines.base import (
    DeviceChoice,
    LanguagePair,
    ModelSpec,
    Recognizer,
    Translator,
    VoiceActivityDetector,
)
from streamlation_desktop.engines.devices import DeviceRequest, choose_device
from streamlation_desktop.engines.pace import expected_pace
from streamlation_desktop.engines.pivot import PivotTranslator
from streamlation_desktop.engines.presets import Preset
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from streamlation_desktop.engines.speech_base import Diarizer, SpeechEnhancer, StemSeparator, Synthesizer
from streamlation_desktop.engines.streaming.base import StreamingModel
from streamlation_desktop.engines.streaming.memory import PolicyMemory
from streamlation_desktop.modelstore.store import ModelStore
from streamlation_desktop.session.catalogue import build_catalogue
from streamlation_desktop.session.engine_pool import EnginePool
from streamlation_desktop.session.planner import RecognizerCandidate, SynthesizerCandidate, TranslatorCandidate
from streamlation_desktop.session.services import Catalogue, Loaders, Services
from streamlation_desktop.settings.paths import AppPaths, app_paths
from streamlation_desktop.settings.safe_mode import is_safe_mode
from streamlation_desktop.settings.schema import DubbingSettings, HistorySettings
from streamlation_desktop.storage.cache import TranslationCache
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.ledger import ChunkLedger
from streamlation_desktop.storage.retention import expire


def build_services(
    paths: AppPaths | None = None, history: HistorySettings | None = None, dubbing: DubbingSettings | None = None
) -> Services:
    """Open the database and the model store, and remove what has expired; no engine is loaded yet.

    Raises:
        StorageError: the database cannot be opened.
        SettingsError: a catalogue file is not valid.
    """
    paths, history = paths or app_paths(), history or HistorySettings()
    with disk_errors(paths.data):
        paths.ensure()
    registry = EngineRegistry()
    in_safe_mode = is_safe_mode(os.environ)
    if not in_safe_mode:
        registry.load_plugins()
    engines = _Engines(paths, registry, ModelStore(paths), in_safe_mode)
    database = Database(paths.database)
    if history.keep_days is not None:
        expire(database, history.keep_days)
    if dubbing is not None and dubbing.keep_hours is not None:
        from streamlation_desktop.jobs.retention import expire_assets  # not loaded where nothing expires

        expire_assets(database, dubbing.keep_hours)
    return Services(
        database=database,
        ledger=ChunkLedger(database),
        cache=TranslationCache(database, entries=history.cached_translations),
        catalogue=engines.catalogue,
        loaders=Loaders(
            engines.detector,
            engines.recognizer,
            engines.streaming,
            engines.translator,
            engines.device,
            engines.tune,
            engines.synthesizer,
            PolicyMemory(paths.cache),
            engines.enhancer,
            engines.diarizer,
            engines.separator,
            engines.pace,
        ),
        recognizers=EnginePool(),
        translators=EnginePool(),
        streams=EnginePool(),
        synthesizers=EnginePool(),
    )


@dataclass(frozen=True, slots=True)
class _Engines:
    """Makes engines from candidates; the weights are verified first."""

    paths: AppPaths
    registry: EngineRegistry
    store: ModelStore
    in_safe_mode: bool

    def catalogue(self) -> Catalogue:
        models = self.store.installed()
        if self.in_safe_mode:  # a damaged or too large one may be what crashed
            models = [model for model in models if model.is_built_in]
        return build_catalogue(models, self._rules())

    def _rules(self) -> frozenset[LanguagePair]:
        """Pairs that the installed Apertium translates."""
        if not any(info.name == "apertium" for info in self.registry.available(EngineKind.TRANSLATOR)):
            return frozenset()
        try:
            rules = self.registry.create(EngineKind.TRANSLATOR, "apertium", ModelSpec("", None, DeviceChoice()))
        except EngineNotInstalled:  # the program without a single language
            return frozenset()
        pairs: frozenset[LanguagePair] = rules.pairs
        return pairs

    def device(self, wanted: DeviceRequest, compute_type: str) -> DeviceChoice:
        if self.in_safe_mode:  # whatever the job wants; the card is not even asked
            wanted, compute_type = "cpu", ""
        return choose_device(wanted, compute_type or None, self.paths.cache)

    def tune(self) -> None:
        self._tuned()

    def pace(self, candidate: RecognizerCandidate) -> float | None:
        return None if candidate.folder is None else expected_pace(candidate.folder, self._tuned())

    def _tuned(self) -> TuneResult:
        return recall_tune(self.paths.cache) or autotune(self.paths.cache)

    def detector(self) -> VoiceActivityDetector:
        detector: VoiceActivityDetector = self.registry.create(EngineKind.VOICE_ACTIVITY, "silero")
        return detector

    def recognizer(self, candidate: RecognizerCandidate, device: DeviceChoice) -> Recognizer:
        self._verify(candidate)
        spec = ModelSpec(candidate.model, candidate.folder, device, languages=candidate.languages)
        recognizer: Recognizer = self.registry.create(EngineKind.RECOGNIZER, candidate.engine, spec)
        return recognizer

    def streaming(self, candidate: RecognizerCandidate, device: DeviceChoice) -> StreamingModel:
        self._verify(candidate)
        spec = ModelSpec(candidate.model, candidate.folder, device, languages=candidate.languages)
        model: StreamingModel = self.registry.create(EngineKind.STREAMING, candidate.engine, spec)
        return model

    def translator(self, steps: Sequence[TranslatorCandidate], device: DeviceChoice, preset: Preset) -> Translator:
        first, *rest = [self._translator(step, device, preset) for step in steps]
        return PivotTranslator(first, rest[0]) if rest else first

    def _translator(self, step: TranslatorCandidate, device: DeviceChoice, preset: Preset) -> Translator:
        self._verify(step)
        spec = ModelSpec(step.model, step.folder, device, step.pairs, preset)
        translator: Translator = self.registry.create(EngineKind.TRANSLATOR, step.engine, spec)
        return translator

    def synthesizer(self, candidate: SynthesizerCandidate, device: DeviceChoice) -> Synthesizer:
        self._verify(candidate)
        spec = ModelSpec(candidate.model, candidate.folder, device)
        synthesizer: Synthesizer = self.registry.create(EngineKind.SYNTHESIZER, candidate.engine, spec)
        return synthesizer

    def enhancer(self, path: Path) -> SpeechEnhancer:
        enhancer: SpeechEnhancer = self.registry.create(EngineKind.ENHANCER, "onnx", path)
        return enhancer

    def diarizer(self, folder: Path) -> Diarizer:
        diarizer: Diarizer = self.registry.create(EngineKind.DIARIZER, "sherpa-onnx", folder)
        return diarizer

    def separator(self, folder: Path) -> StemSeparator:
        separator: StemSeparator = self.registry.create(EngineKind.SEPARATOR, "sherpa-onnx", folder)
        return separator

    def _verify(self, candidate: RecognizerCandidate | TranslatorCandidate | SynthesizerCandidate) -> None:
        if not candidate.quality:  # what comes with the application is not in the store
            self.store.open_verified(candidate.model, CancelToken())
