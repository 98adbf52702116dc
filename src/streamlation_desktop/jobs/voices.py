"""Which voice speaks each line."""

from __future__ import annotations

from dataclasses import dataclass, field

from streamlation_desktop.core.errors import EngineError
from streamlation_desktop.core.events import EngineChosen, EventBus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Samples
from streamlation_desktop.dubbing.clips import trimmed
from streamlation_desktop.dubbing.fit import Fitted, Said
from streamlation_desktop.dubbing.numbers import number_in_words
from streamlation_desktop.dubbing.rate import SpeakingRate
from streamlation_desktop.dubbing.slots import Slot
from streamlation_desktop.dubbing.spoken_words import spoken_words
from streamlation_desktop.engines.devices import DeviceRequest
from streamlation_desktop.engines.speech_base import Foreseeing, Speech, Synthesizer, Utterance
from streamlation_desktop.jobs.clips import ClipNote
from streamlation_desktop.media.tempo import stretched
from streamlation_desktop.session.engine_pool import SharedSynthesizer
from streamlation_desktop.session.planner import plan_synthesizer
from streamlation_desktop.session.services import Services
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap


class NothingSaid(EngineError):
    """A voice gives no sound for a text; it will not the next time either."""


EVERYBODY = ""
"""In place of a speaker."""
_COUNTED = range(1, 31)
"""A text that every language has: what its voice takes to count tells how fast it speaks."""


@dataclass(frozen=True, slots=True)
class ChosenVoice:
    """A loaded voice."""

    synthesizer: Synthesizer
    language: LanguageCode
    voice: str
    rate: SpeakingRate
    foreseeing: Foreseeing | None
    """The synthesizer, where it can."""

    @property
    def name(self) -> str:
        """``engine/model/voice``, for the manifest."""
        origin = self.synthesizer.origin
        return "/".join(part for part in (origin.engine, origin.model, self.voice) if part)

    def utterance(self, text: str, scale: float) -> Utterance:
        """What to say."""
        return Utterance(text, self.language, self.voice, length_scale=scale)


@dataclass(slots=True)
class Voices:
    """The voices of one language: what the project remembers, else one for each speaker in turn."""

    services: Services
    events: EventBus
    """Told which engine was chosen."""
    language: LanguageCode
    project: str
    device: DeviceRequest = "auto"
    _by_speaker: dict[str, ChosenVoice] = field(default_factory=dict)
    _wanted: dict[str, MappedVoice] = field(default_factory=dict)
    """What had been chosen for them then."""
    _rates: dict[tuple[str, str], SpeakingRate] = field(default_factory=dict)

    def of(self, speaker: str) -> ChosenVoice:
        """The voice of a speaker.

        Raises:
            LanguageNotSupported: nothing installed speaks the language, or has that voice.
            ModelError: the voice is missing or damaged.
        """
        voice = self._by_speaker.get(speaker)
        if voice is None:
            voice = self._by_speaker[speaker] = self._choose(speaker)
        return voice

    def heed_choices(self) -> None:
        """Whoever was given another voice meanwhile speaks with it from now on."""
        for speaker, wanted in tuple(self._wanted.items()):
            if self.choice(speaker) != wanted:
                self._by_speaker.pop(speaker, None)

    def all(self) -> tuple[ChosenVoice, ...]:
        """Those that were used."""
        return tuple(self._by_speaker.values())

    def choice(self, speaker: str) -> MappedVoice:
        """What was chosen for a speaker, or for everybody; nothing is loaded."""
        chosen = VoiceMap(self.services.database).chosen(self.project, self.language)
        return chosen.get(speaker) or chosen.get(EVERYBODY) or MappedVoice("")

    def _choose(self, speaker: str) -> ChosenVoice:
        wanted, services = self.choice(speaker), self.services
        self._wanted[speaker] = wanted
        plan = plan_synthesizer(services.catalogue().synthesizers, wanted.synthesizer, self.language)
        device = services.loaders.device(self.device, "")
        synthesizer = services.synthesizers.get(
            (plan.candidate, device), lambda: SharedSynthesizer(services.loaders.synthesizer(plan.candidate, device))
        )
        task = f"speak {self.language}"
        self.events.publish(EngineChosen(task, synthesizer.origin, device.device, "", plan.reason))
        voice = wanted.voice or self._own_voice(synthesizer)
        key = (synthesizer.origin.model, voice)
        if key not in self._rates:
            self._rates[key] = measured_rate(synthesizer, self.language, voice)
        foreseeing = synthesizer if isinstance(synthesizer, Foreseeing) else None
        return ChosenVoice(synthesizer, self.language, voice, self._rates[key], foreseeing)

    def _own_voice(self, synthesizer: Synthesizer) -> str:
        """Another for each speaker, as far as they go."""
        voices = synthesizer.voices(self.language)
        if not voices:
            return ""
        used = [each.voice for each in self._by_speaker.values()]
        free = [each.id for each in voices if each.id not in used]
        return free[0] if free else voices[len(used) % len(voices)].id


def measured_rate(synthesizer: Synthesizer, language: LanguageCode, voice: str) -> SpeakingRate:
    """How fast a voice speaks when nobody hurries it."""
    words = spoken_words(language)
    text = " ".join(number_in_words(str(number), language, words) for number in _COUNTED)
    if any(char.isdigit() for char in text):  # a language that we cannot count in
        return SpeakingRate()
    speech = synthesizer.synthesize(Utterance(text, language, voice))
    return SpeakingRate.measured(text, len(trimmed(speech.samples, speech.sample_rate)) / speech.sample_rate)


def foresee(voice: ChosenVoice, text: str, scale: float) -> None:
    """It will be said next."""
    if voice.foreseeing is not None:
        voice.foreseeing.foresee(voice.utterance(text, scale))


def say(voice: ChosenVoice, text: str, scale: float) -> Said[Speech]:
    """Have a voice say `text`; without the silence at both ends.

    Raises:
        InferenceFailed: the engine could not.
        NothingSaid: it gave silence.
    """
    speech = voice.synthesizer.synthesize(voice.utterance(text, scale))
    samples = trimmed(speech.samples, speech.sample_rate)
    if not len(samples):
        raise NothingSaid(f"{voice.name} says nothing for {text!r}", hint="Choose another voice: --voice")
    return Said(Speech(samples, speech.sample_rate), len(samples) / speech.sample_rate)


def clip_of(fitted: Fitted[Speech], slot: Slot) -> tuple[Samples, int, ClipNote]:
    """Samples, rate and note of a fitted line: stretched to the tempo that it was fitted to."""
    speech = fitted.clip
    samples = stretched(speech.samples, speech.sample_rate, fitted.stretch)
    seconds = len(samples) / speech.sample_rate
    stretch = len(speech.samples) / len(samples) if len(samples) else 1.0
    start = fitted.start - slot.start
    note = ClipNote(fitted.text, start, seconds, fitted.scale, stretch, fitted.wording)
    return samples, speech.sample_rate, note
