"""Moves the start of words over the silence before them.

Attention tells where a word is, but in a pause nothing does: the pause may fall to the sentence before it or to the
word after it, and a caption would come up to a second early.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, TimeSpan, Word

_FRAME = 320
"""20 ms."""
_QUIET = 0.03
"""Share of the loudness of speech, -30 dB, below which nobody speaks; weak consonants are louder."""
_SPEECH_PERCENTILE = 90
_SILENT = 0.001
"""RMS, full scale 1.0, below which nothing can be heard."""
_LEAD = 2
"""Frames kept before the sound."""
_SHORTEST = 5
"""Frames of silence that are worth it."""


def moved_over_silence(words: Sequence[Word], audio: AudioChunk) -> tuple[Word, ...]:
    """Words that begin where they sound; one that lies in silence altogether stays as it is."""
    if not words or len(audio.samples) < _FRAME:
        return tuple(words)
    whole = audio.samples[: len(audio.samples) // _FRAME * _FRAME].reshape(-1, _FRAME)
    loudness = np.sqrt(np.mean(np.square(whole), axis=1))
    sounds = loudness > max(_QUIET * float(np.percentile(loudness, _SPEECH_PERCENTILE)), _SILENT)
    return tuple(_moved(words, sounds, audio.span.start))


def _moved(words: Sequence[Word], sounds: npt.NDArray[np.bool_], start: float) -> Iterator[Word]:
    seconds = _FRAME / SAMPLE_RATE
    for word in words:
        first, last = (round((moment - start) / seconds) for moment in (word.span.start, word.span.end))
        heard = np.flatnonzero(sounds[first:last])
        if len(heard) and heard[0] >= _SHORTEST:
            begin = start + (first + int(heard[0]) - _LEAD) * seconds
            yield replace(word, span=TimeSpan(begin, word.span.end))
        else:
            yield word
