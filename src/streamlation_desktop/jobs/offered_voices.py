"""Which voices there are for a language."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import DeviceChoice
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.speak_request import OfferedVoice

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
