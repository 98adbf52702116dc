"""Models that can be chosen now: built in, or installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamlation_desktop.settings.schema import Meaning

if TYPE_CHECKING:
    from streamlation_desktop.session.planner import RecognizerCandidate, TranslatorCandidate
    from streamlation_desktop.session.services import Services


def usable_models(services: Services) -> dict[Meaning, tuple[str, ...]]:
    """Names that a job understands, the best first; reads folders, so call it from a pool."""
    catalogue = services.catalogue()
    return {
        Meaning.RECOGNIZER: tuple(dict.fromkeys(map(_name, catalogue.recognizers))),
        Meaning.TRANSLATOR: tuple(dict.fromkeys(map(_name, catalogue.translators))),
    }


def _name(candidate: RecognizerCandidate | TranslatorCandidate) -> str:
    """Engines that bring their own model go by their own name."""
    return candidate.engine if candidate.folder is None else candidate.model
