"""Which voices there are for a language."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from streamlation_desktop.core.errors import StreamlationError, UsageError
from streamlation_desktop.core.language import LanguageCode, language_name
from streamlation_desktop.engines.base import DeviceChoice
from streamlation_desktop.session.planner import plan_synthesizer
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.speak_request import OfferedVoice
from streamlation_desktop.storage.voice_map import MappedVoice

log = logging.getLogger(__name__)


def offered_voices(services: Services, language: LanguageCode) -> Iterator[OfferedVoice]:
    """The voices of every installed synthesizer that speaks `language`, the best first.

    Each is loaded for that, and let go; one that is damaged is passed over, and the log is told.
    """
    for candidate in services.catalogue().synthesizers:
        if language not in candidate.languages:
            continue
        try:
            synthesizer = services.loaders.synthesizer(candidate, DeviceChoice())
        except StreamlationError as error:
            log.warning("%s offers no voices: %s", candidate.model, error)
            continue
        for voice in synthesizer.voices(language):
            yield OfferedVoice(candidate.model, voice.id, voice.name, candidate.quality)
        synthesizer.close()


def require_voice(services: Services, language: LanguageCode, wanted: MappedVoice) -> None:
    """Make sure that a voice is there, before it is remembered.

    Raises:
        ModelNotInstalled, LanguageNotSupported: there is no such model, or it speaks another language.
        UsageError: it has no such voice.
    """
    candidate = plan_synthesizer(services.catalogue().synthesizers, wanted.synthesizer, language).candidate
    if not wanted.voice:
        return
    synthesizer = services.loaders.synthesizer(candidate, DeviceChoice())
    known = [voice.id for voice in synthesizer.voices(language)]
    synthesizer.close()
    if not _is_among(known, wanted.voice):
        raise UsageError(
            f"{candidate.model} has no voice {wanted.voice!r} that speaks {language_name(language)}",
            hint=f"See what there is: streamlation dub --list-voices {language}",
        )


def _is_among(known: Sequence[str], voice: str) -> bool:
    """True for a voice, and for one with a variant that another is listed with: ``es-419+f2`` for ``es+f2``."""
    tag, _, variant = voice.partition("+")
    return voice in known or (tag in known and any(each.endswith(f"+{variant}") for each in known))
