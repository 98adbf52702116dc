"""Translates plain sentences with everything that captions have: terms, checks, cache."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from streamlation_desktop.core.events import EventBus
from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.base import LanguagePair
from streamlation_desktop.pipeline.stages.checked_translation import CheckedTranslator
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.translating import TranslatorChoice, open_translator
from streamlation_desktop.translation.glossary import Glossary


@dataclass(frozen=True, slots=True)
class TextTranslation:
    """One pair of languages."""

    checked: CheckedTranslator

    @classmethod
    def open(
        cls, services: Services, events: EventBus, choice: TranslatorChoice, pair: LanguagePair, glossary: Glossary
    ) -> Self:
        """Load the translator; raises as `open_translator`."""
        translator = open_translator(services, events, choice, pair)
        return cls(CheckedTranslator(translator, pair, choice.preset.value, glossary, services.cache))

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return self.checked.translator.origin

    def __call__(self, texts: Sequence[str]) -> list[str]:
        """One translation per text, in order."""
        return [rendering.text for rendering in self.checked.translate(texts)]
