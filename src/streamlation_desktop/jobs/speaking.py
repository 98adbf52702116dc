"""Says lines for the player, with voices that stay loaded."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from streamlation_desktop.core.errors import InferenceFailed
from streamlation_desktop.core.events import ClipSpoken, Envelope, EventBus, Warned
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SpeechClip
from streamlation_desktop.jobs.live_dub import LiveDub
from streamlation_desktop.jobs.offered_voices import offered_voices
from streamlation_desktop.jobs.voices import Voices
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.speak_request import OfferedVoice, SpeakRequest

_PATIENCE = 120.0
"""Seconds for a few lines, the loading of a voice with them."""


@dataclass(slots=True)
class PlayerSpeech:
    """A `Speaker` over one set of services."""

    services: Services
    _voices: dict[tuple[LanguageCode, str], Voices] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def voices(self, language: LanguageCode) -> tuple[OfferedVoice, ...]:
        """See `Speaker`."""
        return tuple(offered_voices(self.services, language))

    def speak(self, request: SpeakRequest) -> tuple[SpeechClip, ...]:
        """See `Speaker`."""
        events, clips, remarks = EventBus(), list[SpeechClip](), list[Warned]()

        def note(envelope: Envelope) -> None:
            match envelope.event:
                case ClipSpoken(clip):
                    clips.append(clip)
                case Warned() as remark:
                    remarks.append(remark)

        events.subscribe(note)
        dub = LiveDub(self._voices_of(request), events, request.folder, after=request.after)
        for line in request.lines:
            dub.take(line)
        if not dub.finish(_PATIENCE):
            raise InferenceFailed("the voice did not speak in time", hint="Another voice may be faster.")
        if not clips and remarks:
            raise InferenceFailed(remarks[0].message, hint=remarks[0].hint)
        return tuple(clips)

    def _voices_of(self, request: SpeakRequest) -> Voices:
        key = (request.language, request.project)
        with self._lock:
            if key not in self._voices:
                self._voices[key] = Voices(self.services, EventBus(), request.language, request.project)
            voices = self._voices[key]
        voices.heed_choices()
        return voices
