"""What every session needs and no session owns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from types import TracebackType
from typing import Self

from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.base import DeviceChoice, Recognizer, Translator, VoiceActivityDetector
from streamlation_desktop.engines.devices import DeviceRequest
from streamlation_desktop.engines.presets import Preset
from streamlation_desktop.engines.speech_base import Diarizer, SpeechEnhancer, StemSeparator, Synthesizer
from streamlation_desktop.engines.streaming.base import StreamingModel
from streamlation_desktop.engines.streaming.memory import PolicyMemory
from streamlation_desktop.session.engine_pool import EnginePool
from streamlation_desktop.session.planner import RecognizerCandidate, SynthesizerCandidate, TranslatorCandidate
from streamlation_desktop.storage.cache import TranslationCache
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.ledger import ChunkLedger

STREAMING = frozenset({"faster-whisper", "pocketsphinx", "sherpa-streaming"})
"""Engines that can listen live."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The engines and models of this machine, in order of preference."""

    recognizers: tuple[RecognizerCandidate, ...]
    translators: tuple[TranslatorCandidate, ...]
    synthesizers: tuple[SynthesizerCandidate, ...] = ()
    licences: Mapping[str, str] = field(default_factory=dict)
    """By the names under which engines know their models; of what is embedded, by engine."""

    def licence(self, origin: Origin) -> str:
        """SPDX expression of the models that made something; empty where one of them is not known."""
        parts = zip_longest(origin.engine.split("+"), origin.model.split("+"), fillvalue="")
        found = [self.licences.get(model) or self.licences.get(engine, "") for engine, model in parts]
        terms = dict.fromkeys(term for each in found for term in each.split(" AND "))
        return " AND ".join(terms) if all(found) else ""

    @property
    def streaming(self) -> tuple[RecognizerCandidate, ...]:
        """The recognizers that can listen live."""
        return tuple(each for each in self.recognizers if each.engine in STREAMING)


@dataclass(frozen=True, slots=True)
class Loaders:
    """How engines are made; the models are verified before they are loaded."""

    detector: Callable[[], VoiceActivityDetector]
    recognizer: Callable[[RecognizerCandidate, DeviceChoice], Recognizer]
    streaming: Callable[[RecognizerCandidate, DeviceChoice], StreamingModel]
    """Of a candidate that `Catalogue.streaming` names."""
    translator: Callable[[tuple[TranslatorCandidate, ...], DeviceChoice, Preset], Translator]
    """Steps of a route, device, preset."""
    device: Callable[[DeviceRequest, str], DeviceChoice]
    """Wanted device and compute type, or ``"auto"`` and empty."""
    tune: Callable[[], None]
    """Measure, once for this machine, which compute type is fastest."""
    synthesizer: Callable[[SynthesizerCandidate, DeviceChoice], Synthesizer]
    policies: PolicyMemory
    """Which way of listening suits which streaming model."""
    enhancer: Callable[[Path], SpeechEnhancer]
    """By the file or folder of its networks; so are the two that follow."""
    diarizer: Callable[[Path], Diarizer]
    separator: Callable[[Path], StemSeparator]
    pace: Callable[[RecognizerCandidate], float | None]
    """Seconds that a model will need on the processor for a second of speech, where that can be told."""


@dataclass(frozen=True, slots=True)
class Services:
    """Built once by `app`, used by every session; a context manager that releases all."""

    database: Database
    ledger: ChunkLedger
    cache: TranslationCache
    catalogue: Callable[[], Catalogue]
    loaders: Loaders
    recognizers: EnginePool[Recognizer]
    translators: EnginePool[Translator]
    streams: EnginePool[StreamingModel]
    synthesizers: EnginePool[Synthesizer]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.recognizers.close()
        self.translators.close()
        self.streams.close()
        self.synthesizers.close()
        self.database.close()
