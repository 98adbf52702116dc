"""Speaks the translation of a live session, sentence by sentence, for the sound that is sent to a device."""

from __future__ import annotations

import logging
import queue
import shutil
import tempfile
import threading
import wave
from pathlib import Path

import numpy as np

from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.core.events import Envelope, EventBus, Translated, Warned
from streamlation_desktop.core.files import disk_errors
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SpeechClip, TimeSpan, Translation
from streamlation_desktop.media.delivery.sound import RATE
from streamlation_desktop.playback.mixer import DubMixer
from streamlation_desktop.session.speak_request import Speaker, SpeakRequest

_CLOSE_SECONDS = 5.0

log = logging.getLogger(__name__)


class LiveVoice:
    """A thread that asks for the clips; `mixer` lays them over the sound."""

    def __init__(self, language: LanguageCode, speaker: Speaker, events: EventBus, parent: Path) -> None:
        """Prepare.

        Args:
            language: of the translation that is spoken.
            events: told when no voice can speak it.
            parent: for a folder of sound files.

        Raises:
            StorageError: the disk refuses.
        """
        with disk_errors(parent):
            parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder = Path(tempfile.mkdtemp(prefix="voice-", dir=parent))
        self.mixer = DubMixer(RATE)
        self.mixer.enabled = True
        self._language = language
        self._speaker = speaker
        self._events = events
        self._inbox: queue.SimpleQueue[Translation | None] = queue.SimpleQueue()
        self._last: TimeSpan | None = None
        self._thread = threading.Thread(target=self._run, name="cast-voice", daemon=True)
        self._thread.start()

    def handle(self, envelope: Envelope) -> None:
        """Take an event of the session; an `EventBus` handler."""
        event = envelope.event
        if isinstance(event, Translated) and event.translation.language == self._language:
            self._inbox.put(event.translation)

    def close(self) -> None:
        """Say nothing more, and remove the files."""
        self._inbox.put(None)
        self._thread.join(_CLOSE_SECONDS)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self) -> None:
        while (translation := self._inbox.get()) is not None:
            request = SpeakRequest((translation,), self._language, "", self._folder, self._last)
            try:
                for clip in self._speaker.speak(request):
                    self._add(clip)
            except StreamlationError as error:
                log.info("voice: %s", error)
                self._events.publish(Warned(f"the translation is not spoken: {error}", error.hint))
                return

    def _add(self, clip: SpeechClip) -> None:
        with wave.open(str(clip.path)) as file:
            pcm = np.frombuffer(file.readframes(file.getnframes()), np.int16)
            self.mixer.add(clip.span.start, pcm.astype(np.float32) / np.float32(32_768), file.getframerate())
        clip.path.unlink(missing_ok=True)
        self._last = clip.span
        self.mixer.forget_before(clip.span.start)
