"""Speaks translations as they are committed, so that the player can lay them over the original."""

from __future__ import annotations

import logging
import queue
import threading
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.core.events import ClipSpoken, Envelope, EventBus, Translated, Warned
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, SpeechClip, TimeSpan, Translation
from streamlation_desktop.dubbing.arrange import arrange
from streamlation_desktop.dubbing.fit import Fitter
from streamlation_desktop.dubbing.normalize import normalize
from streamlation_desktop.dubbing.slots import Slot, SlotLimits, slots
from streamlation_desktop.jobs.clips import ClipNote, ClipStore, clip_key
from streamlation_desktop.jobs.voices import ChosenVoice, Voices, clip_of, say

log = logging.getLogger(__name__)

_ENDLESS = 1e9
"""Seconds: a live source has no end that could be known."""


@dataclass(frozen=True, slots=True)
class _Key:
    text: str
    language: LanguageCode
    origin: Origin
    voice: str
    room: float
    lead: float


class LiveDub:
    """One language of a session, spoken on a thread of its own.

    Give it translations, in the order of their start, by subscribing `handle` to the session's bus or by
    `take`. It publishes `ClipSpoken`, and keeps quiet about a line that the voice cannot say. What
    follows a line is known only if it was committed by then; a line that turns out too long for what
    follows makes the next one wait, as long as nobody notices, and is marked where that is not enough.
    """

    def __init__(self, voices: Voices, events: EventBus, folder: Path, *, after: TimeSpan | None = None) -> None:
        """Start the thread.

        Args:
            voices: of the language that is spoken.
            events: where clips are published.
            folder: takes the clips; whoever made it removes it.
            after: where a clip is heard that came before.
        """
        self._voices = voices
        self._events = events
        self._store = ClipStore(folder)
        self._waiting: queue.SimpleQueue[Translation | None] = queue.SimpleQueue()
        self._limits = SlotLimits()
        self._last = after
        self._thread = threading.Thread(target=self._run, name="live-dub", daemon=True)
        self._thread.start()

    def handle(self, envelope: Envelope) -> None:
        """Take the translations of a session's bus; returns at once."""
        if isinstance(envelope.event, Translated):
            self.take(envelope.event.translation)

    def take(self, translation: Translation) -> None:
        """Speak this next; other languages are passed over."""
        if translation.language == self._voices.language:
            self._waiting.put(translation)

    def finish(self, timeout: float) -> bool:
        """Speak what is waiting, then stop; False when that took longer than `timeout` seconds."""
        self._waiting.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        held = self._waiting.get()
        while held is not None:
            following = self._peek()
            try:
                self._speak(held, following)
            except StreamlationError as error:
                self._events.publish(Warned(f"a line is not spoken: {error}", error.hint))
            except Exception:
                log.exception("a line could not be spoken")
            held = following or self._waiting.get()

    def _peek(self) -> Translation | None:
        """What is known to follow; the end of all is put back."""
        try:
            following = self._waiting.get_nowait()
        except queue.Empty:
            return None
        if following is None:
            self._waiting.put(None)
        return following

    def _speak(self, translation: Translation, following: Translation | None) -> None:
        language = self._voices.language
        text = normalize(translation.text, language)
        if not text:
            return
        slot = self._slot(translation, following)
        voice = self._voices.of(translation.sentence.speaker)
        key, note = self._clip(text, slot, voice)
        span, overlap = self._placed(slot, note)
        clip = SpeechClip(
            translation.sentence.id,
            span,
            language,
            text,
            self._store.path(key),
            voice.synthesizer.origin,
            translation.sentence.speaker,
            note.stretch / note.scale,
            overlap,
        )
        self._last = span
        self._events.publish(ClipSpoken(clip))

    def _slot(self, translation: Translation, following: Translation | None) -> Slot:
        spans = [translation.sentence.span] + ([following.sentence.span] if following else [])
        slot = slots(spans, _ENDLESS, self._limits)[0]
        busy = self._last.end + self._limits.gap if self._last else 0.0
        return Slot(slot.start, min(slot.start, max(slot.earliest, busy)), slot.end)

    def _clip(self, text: str, slot: Slot, voice: ChosenVoice) -> tuple[str, ClipNote]:
        origin = voice.synthesizer.origin
        key = clip_key(_Key(text, voice.language, origin, voice.voice, round(slot.room, 3), round(slot.lead, 3)))
        known = self._store.recall(key)
        if known is not None:
            return key, known
        fitted = Fitter(lambda words, scale: say(voice, words, scale), voice.rate.seconds).fit(slot, [text])
        return key, self._store.keep(key, *clip_of(fitted, slot))

    def _placed(self, slot: Slot, note: ClipNote) -> tuple[TimeSpan, float]:
        """Where it is heard, after the clip before; how long the two speak at once is told with the later one."""
        start = slot.start + note.start
        wanted = [(start, start + note.seconds)]
        if self._last is None:
            return TimeSpan(*wanted[0]), 0.0
        before, place = arrange(
            [(self._last.start, self._last.end), *wanted], [self._last.start, slot.start], self._limits
        )
        return TimeSpan(place.start, place.end), before.overlap
