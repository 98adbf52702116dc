"""A request to translate a few sentences, apart from any media: a corrected line, for example."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.events import EventBus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import LanguagePair
from streamlation_desktop.engines.devices import DeviceRequest
from streamlation_desktop.engines.presets import Preset
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.text_translation import TextTranslation
from streamlation_desktop.session.translating import TranslatorChoice
from streamlation_desktop.translation.glossary import Glossary, read_glossary


@dataclass(frozen=True, slots=True)
class TextRequest:
    """Sentences of one pair of languages."""

    texts: tuple[str, ...]
    source: LanguageCode
    target: LanguageCode
    translator: str = ""
    preset: str = "balanced"
    device: DeviceRequest = "auto"
    compute_type: str = ""
    glossary: Path | None = None


def translate_texts(request: TextRequest, services: Services) -> tuple[str, ...]:
    """One translation per text, in order.

    Raises:
        StreamlationError: nothing installed translates the pair, or it failed.
    """
    choice = TranslatorChoice(request.translator, Preset(request.preset), request.device, request.compute_type)
    glossary = read_glossary(request.glossary) if request.glossary else Glossary(())
    pair = LanguagePair(request.source, request.target)
    return tuple(TextTranslation.open(services, EventBus(), choice, pair, glossary)(request.texts))
