"""Who speaks: a synthesiser, a voice, a rate and a pitch, drawn at random."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from models.recipes.synthetic_speech import espeak, flite
from models.recipes.synthetic_speech.spoken import Spoken

LANGUAGES = ("en", "es")
_ESPEAK = {"en": ("en-us", "gmw/en"), "es": ("es", "es-419")}
_VARIANTS = ("", "+m1", "+m2", "+m3", "+m4", "+m5", "+m7", "+m8", "+f1", "+f2", "+f3", "+f4", "+f5")
_FLITE_SHARE = 0.65


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker."""

    engine: str
    name: str
    rate: float
    """Flite: duration stretch, larger is slower. eSpeak NG: words per minute."""
    pitch: int = 50

    def speak(self, text: str) -> Spoken:
        if self.engine == "flite":
            return flite.speak(text, self.name, self.rate)
        return espeak.speak(text, self.name, round(self.rate), self.pitch)


def cast(rng: Random, language: str) -> Voice:
    """Draw a speaker of ``language``: Flite or eSpeak NG for English, eSpeak NG for Spanish."""
    if language == "en" and rng.random() < _FLITE_SHARE:
        return Voice("flite", rng.choice(flite.VOICES), rng.uniform(0.88, 1.25))
    name = rng.choice(_ESPEAK[language]) + rng.choice(_VARIANTS)
    return Voice("espeak", name, rng.uniform(125, 185), rng.randint(30, 70))
