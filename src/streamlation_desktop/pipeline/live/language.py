"""Tells the spoken language from the first speech of a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples
from streamlation_desktop.engines.base import LanguageGuess
from streamlation_desktop.pipeline.live.endpointer import Endpointer

_FIRST = 2.0
"""Seconds of speech before the first guess: with less, related languages are confused."""
_ENOUGH = 8.0
"""Seconds of speech after which the guess is taken, sure or not."""
_SURE = 0.6

Detect = Callable[[Samples], LanguageGuess]


def find_language(
    chunks: Iterator[AudioChunk], endpointer: Endpointer, detect: Detect
) -> tuple[LanguageGuess | None, list[AudioChunk]]:
    """Listen until the language is known.

    Args:
        chunks: the stream; read as far as needed.
        endpointer: used up; what follows needs another.
        detect: tells the language of some speech.

    Returns:
        The guess, None when the stream ended without speech; and the chunks that were read.
    """
    read: list[AudioChunk] = []
    speech: list[Samples] = []
    asked = 0.0
    guess: LanguageGuess | None = None
    for chunk in chunks:
        read.append(chunk)
        parts = list(endpointer.push(chunk))
        speech += [part.audio.samples for part in parts]
        seconds = sum(map(len, speech)) / SAMPLE_RATE
        if seconds < max(_FIRST, 2 * asked) and not (speech and any(part.ends for part in parts)):
            continue
        asked, guess = seconds, detect(np.concatenate(speech))
        if guess.probability >= _SURE or seconds >= _ENOUGH:
            break
    if guess is None and speech:
        guess = detect(np.concatenate(speech))
    return guess, read
