"""Speaks the translation of a live session, sentence by sentence, for the sound that a device gets."""

from __future__ import annotations

import logging
import queue
import shutil
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from streamlation_desktop.cast.voice import VoiceProgress
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import StreamlationError, UsageError
from streamlation_desktop.core.events import Envelope, EventBus, SessionState, StateChanged, Translated, Warned
from streamlation_desktop.core.files import disk_errors
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SpeechClip, TimeSpan, Translation
from streamlation_desktop.core.wav import read_wav
from streamlation_desktop.media.delivery.packets import Mix
from streamlation_desktop.playback.mixer import DubMixer
from streamlation_desktop.session.speak_request import Speaker, SpeakRequest, project_of

_CLOSE_SECONDS = 5.0
_IDLE_SECONDS = 90.0
"""Nobody who still listens is silent so long."""
_ENDED = (SessionState.FINISHED, SessionState.CANCELLED, SessionState.FAILED)

log = logging.getLogger(__name__)


class LiveVoice:
    """See `cast.voice.Voice`. A thread asks for the clips; while nobody listens, nothing is said."""

    def __init__(self, language: LanguageCode, location: str, speaker: Speaker, events: EventBus, parent: Path) -> None:
        """Prepare.

        Args:
            language: of the translation that is spoken.
            location: of the stream, for which voices may have been chosen.
            events: told when no voice can speak it.
            parent: for a folder of sound files.

        Raises:
            StorageError: the disk refuses.
        """
        with disk_errors(parent):
            parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder = Path(tempfile.mkdtemp(prefix="voice-", dir=parent))
        self.progress = VoiceProgress(language)
        self._language = language
        self._project = project_of(location)
        self._speaker = speaker
        self._events = events
        self._mixers: dict[int, DubMixer] = {}
        self._lock = threading.Lock()  # guards _mixers
        self._listened = time.monotonic()
        self._heard_to = 0.0
        self.laid = 0
        """Clips so far."""
        self.late = 0
        """Clips that came when the sound of their beginning had gone out already."""
        self._inbox: queue.SimpleQueue[Translation | None] = queue.SimpleQueue()
        self._last: TimeSpan | None = None
        self._thread = threading.Thread(target=self._run, name="cast-voice", daemon=True)
        self._thread.start()

    def handle(self, envelope: Envelope) -> None:
        """Take an event of the session; an `EventBus` handler."""
        event = envelope.event
        self.progress.note(event)
        if isinstance(event, Translated) and event.translation.language == self._language:
            self._inbox.put(event.translation)
        elif isinstance(event, StateChanged) and event.state in _ENDED:
            self._inbox.put(None)

    def mix(self, rate: int) -> Mix:
        """See `Voice.mix`."""
        with self._lock:
            if rate not in self._mixers:
                mixer = DubMixer(rate)
                mixer.enabled = True
                for known in list(self._mixers.values())[:1]:
                    mixer.replace((clip.start, clip.samples, clip.rate) for clip in known.clips)
                self._mixers[rate] = mixer
            mixer = self._mixers[rate]

        def mixed(pcm: npt.NDArray[np.float32], at: float) -> npt.NDArray[np.float32]:
            self._listened, self._heard_to = time.monotonic(), at + len(pcm) / rate
            return mixer(pcm, at)

        return mixed

    def wait_for(self, media_time: float, token: CancelToken, deadline: float) -> bool:
        """See `Voice.wait_for`."""
        self._listened = time.monotonic()
        return self.progress.wait_for(media_time, token, deadline)

    def close(self) -> None:
        """Say nothing more, and remove the files."""
        self._inbox.put(None)
        self._thread.join(_CLOSE_SECONDS)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self) -> None:
        try:
            while (translation := self._inbox.get()) is not None:
                if time.monotonic() - self._listened < _IDLE_SECONDS:
                    self._say(translation)
                self.progress.said(translation.sentence.id)
        except StreamlationError as error:
            log.info("voice: %s", error)
            self._events.publish(Warned(f"the translation is not spoken: {error}", error.hint))
        finally:
            self.progress.finish()

    def _say(self, translation: Translation) -> None:
        request = SpeakRequest((translation,), self._language, self._project, self._folder, self._last)
        for clip in self._speaker.speak(request):
            self._add(clip)

    def _add(self, clip: SpeechClip) -> None:
        samples, rate = read_wav(clip.path)
        with self._lock:
            for mixer in self._mixers.values():
                mixer.add(clip.span.start, samples, rate)
                mixer.forget_before(clip.span.start)
        self.laid += 1
        self.late += clip.span.start < self._heard_to
        clip.path.unlink(missing_ok=True)
        self._last = clip.span


@dataclass(frozen=True, slots=True)
class Voices:
    """Makes them."""

    speaker: Speaker | None
    events: EventBus
    """Told when no voice speaks the language."""
    folder: Path

    def of(self, language: LanguageCode, location: str) -> LiveVoice:
        """A voice for a stream, which says what it is told from now on.

        Raises:
            UsageError: what runs the sessions cannot speak.
            StorageError: the disk refuses.
        """
        if self.speaker is None:
            raise UsageError("nothing speaks here", hint="Cast it without a voice.")
        return LiveVoice(language, location, self.speaker, self.events, self.folder)
