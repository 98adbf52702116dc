"""A deep and a high voice that speak by turns."""

from __future__ import annotations

import numpy as np

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, Samples, TimeSpan
from streamlation_desktop.engines.adapters.espeak import EspeakSynthesizer
from streamlation_desktop.engines.speech_base import Utterance
from streamlation_desktop.media.tempo import resampled

DIALOGUE = (
    "I would like to know when the train to the city leaves today.",
    "It leaves at a quarter past nine from the other platform.",
    "Thank you, that is very kind of you, I will go there now.",
    "You are welcome, and have a good journey to your family.",
)
_VOICES = ("en-us+m3", "en-us+f2")
_PAUSE = np.zeros(SAMPLE_RATE // 3, np.float32)


def dialogue() -> tuple[Samples, list[TimeSpan]]:
    """The sound of `DIALOGUE` at `SAMPLE_RATE`, and when each sentence is said."""
    engine, pieces, spans, position = EspeakSynthesizer(), list[Samples](), list[TimeSpan](), 0
    for number, text in enumerate(DIALOGUE):
        speech = engine.synthesize(Utterance(text, LanguageCode("en"), _VOICES[number % 2]))
        said = resampled(speech.samples, speech.sample_rate, SAMPLE_RATE)
        spans.append(TimeSpan(position / SAMPLE_RATE, (position + len(said)) / SAMPLE_RATE))
        pieces += [said, _PAUSE]
        position += len(said) + len(_PAUSE)
    engine.close()
    return np.concatenate(pieces), spans
