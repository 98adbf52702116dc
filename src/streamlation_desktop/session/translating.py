"""The translators of a job: chosen and loaded per pair of languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Self

from streamlation_desktop.core.errors import LanguageNotSupported
from streamlation_desktop.core.events import EngineChosen, EventBus
from streamlation_desktop.core.language import LanguageCode, language_name
from streamlation_desktop.core.types import Origin, Sentence, Translation
from streamlation_desktop.engines.base import DeviceChoice, LanguagePair, Translator
from streamlation_desktop.engines.devices import DeviceRequest
from streamlation_desktop.engines.presets import Preset
from streamlation_desktop.pipeline.stages.translate import SentenceTranslator
from streamlation_desktop.session.engine_pool import SharedTranslator
from streamlation_desktop.session.fallback import CardOrProcessor, FallbackTranslator
from streamlation_desktop.session.job import JobContext
from streamlation_desktop.session.planner import TranslationPlan, plan_translation
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.session.services import Services
from streamlation_desktop.translation.glossary import Glossary


@dataclass(frozen=True, slots=True)
class TranslatorChoice:
    """What the user says of translators."""

    name: str = ""
    """Model id or engine; empty for the best installed."""
    preset: Preset = Preset.BALANCED
    device: DeviceRequest = "auto"
    compute_type: str = ""

    @classmethod
    def of(cls, request: JobRequest) -> Self:
        """That of a job."""
        return cls(request.translator, Preset(request.preset), request.device, request.compute_type)


def open_translator(services: Services, events: EventBus, choice: TranslatorChoice, pair: LanguagePair) -> Translator:
    """Choose and load what translates a pair.

    Raises:
        LanguageNotSupported: nothing installed does.
        ModelError: the model is missing or damaged.
    """
    plan = plan_translation(services.catalogue().translators, choice.name, pair)
    if plan is None:
        raise _no_model(pair)
    device = services.loaders.device(choice.device, choice.compute_type)
    translator: Translator
    if device.device == "cpu":
        translator = _load(services, plan, choice.preset, device)
    else:
        processor = services.loaders.device("cpu", "")
        either = CardOrProcessor(partial(_load, services, plan, choice.preset), device, processor, events)
        translator, device = FallbackTranslator(either, either.engine.origin), either.device
    events.publish(_announcement(plan, translator.origin, device.device, device.compute_type))
    return translator


@dataclass(frozen=True, slots=True)
class TargetTranslator:
    """Translates into one language, from every language that is spoken."""

    context: JobContext
    target: LanguageCode
    glossary: Glossary
    _by_source: dict[LanguageCode, SentenceTranslator] = field(default_factory=dict)

    def prepare(self, source: LanguageCode) -> None:
        """Load what translates from `source`; raises as `open_translator`."""
        if source not in self._by_source:
            context, choice = self.context, TranslatorChoice.of(self.context.request)
            translator = open_translator(context.services, context.events, choice, LanguagePair(source, self.target))
            self._by_source[source] = SentenceTranslator(
                translator, self.target, choice.preset.value, self.glossary, context.services.cache
            )

    @property
    def origins(self) -> tuple[Origin, ...]:
        """What was loaded."""
        return tuple(each.translator.origin for each in self._by_source.values())

    def __call__(self, sentences: Sequence[Sentence]) -> list[Translation]:
        """One translation per sentence, in order; what no model serves is kept as it was said."""
        done: dict[int, Translation] = {}
        for source in dict.fromkeys(sentence.language for sentence in sentences):
            translate = self._by_source.get(source) or next(iter(self._by_source.values()))
            group = [sentence for sentence in sentences if sentence.language == source]
            done |= {translation.sentence.id: translation for translation in translate(group)}
        return [done[sentence.id] for sentence in sentences]


def _load(services: Services, plan: TranslationPlan, preset: Preset, device: DeviceChoice) -> Translator:
    return services.translators.get(
        (plan.steps, device, preset),
        lambda: SharedTranslator(services.loaders.translator(plan.steps, device, preset)),
    )


def _no_model(pair: LanguagePair) -> LanguageNotSupported:
    return LanguageNotSupported(
        f"nothing installed translates {language_name(pair.source)} into {language_name(pair.target)}",
        hint=f"See what there is: streamlation models list --from {pair.source} --to {pair.target}",
    )


def _announcement(plan: TranslationPlan, origin: Origin, device: str, compute_type: str) -> EngineChosen:
    pair = f"{plan.pair.source}-{plan.pair.target}"
    return EngineChosen(f"translate {pair}", origin, device, compute_type, plan.reason)
