"""A talk of any length in the fixture languages, with its words and their times."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

import numpy as np

from models.recipes.synthetic_speech import flite
from models.recipes.synthetic_speech.grammar import make
from models.recipes.synthetic_speech.spoken import SAMPLE_RATE, Samples, Word
from models.recipes.synthetic_speech.voices import Voice, cast

LEVEL = 0.1
"""Root mean square of every sentence, -20 dBFS."""
NOISE = 0.0003
"""Standard deviation of the room noise, about -70 dBFS."""


@dataclass(frozen=True, slots=True)
class Sentence:
    language: str
    voice: str
    words: tuple[Word, ...]
    translation: str
    """The same sentence in the other language."""

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Talk:
    samples: Samples = field(repr=False)
    sentences: tuple[Sentence, ...] = ()

    def reference(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "sample_rate": SAMPLE_RATE,
            "duration": round(len(self.samples) / SAMPLE_RATE, 3),
            "sentences": [
                {
                    "language": sentence.language,
                    "voice": sentence.voice,
                    "start": round(sentence.words[0].start, 3),
                    "end": round(sentence.words[-1].end, 3),
                    "text": sentence.text,
                    "translation": sentence.translation,
                    "words": [
                        {"text": w.text, "start": round(w.start, 3), "end": round(w.end, 3)} for w in sentence.words
                    ],
                }
                for sentence in self.sentences
            ],
        }


def named_voice(name: str) -> Voice:
    """``rms`` is a Flite voice, ``es-419+f3`` one of eSpeak NG."""
    return Voice("flite", name, 1.05) if name in flite.VOICES else Voice("espeak", name, 150)


def compose(
    seconds: float,
    seed: int,
    languages: tuple[str, ...] = ("en",),
    voices: tuple[str, ...] = (),
    pauses: tuple[float, float] = (0.3, 1.2),
    avoid: frozenset[str] = frozenset(),
) -> Talk:
    """Speak sentences until ``seconds`` are over; the same arguments give the same talk.

    Args:
        seconds: length; the talk ends with the last whole sentence before it, and then silence.
        seed: chooses the sentences, pauses, and voices.
        languages: spoken one after the other in equal parts.
        voices: names for `named_voice`, of one language only; two voices are drawn a language if empty.
        avoid: sentences that are not spoken.
        pauses: shortest and longest pause between sentences, in seconds.
    """
    rng = Random(f"talk/{seed}")
    sound = np.random.default_rng(seed).normal(0, NOISE, round(seconds * SAMPLE_RATE)).astype(np.float32)
    sentences: list[Sentence] = []
    position = 0.4
    for part, language in enumerate(languages):
        speakers = [named_voice(name) for name in voices] or [cast(rng, language) for _ in range(2)]
        until = seconds * (part + 1) / len(languages)
        while True:
            pair, voice = make(rng), rng.choice(speakers)
            text, other = (pair.english, pair.spanish) if language == "en" else (pair.spanish, pair.english)
            if text in avoid:
                continue
            speech = voice.speak(text)
            if position + speech.duration + 0.3 > until:
                break
            first = round(position * SAMPLE_RATE)
            level = LEVEL / float(np.sqrt(np.mean(speech.samples**2)))
            sound[first : first + len(speech.samples)] += speech.samples * level
            words = tuple(word.shifted(first / SAMPLE_RATE) for word in speech.words)
            sentences.append(Sentence(language, voice.name, words, other))
            position += speech.duration + rng.uniform(*pauses)
    return Talk(np.clip(sound, -1, 1).astype(np.float32), tuple(sentences))
