"""Finds out which way of listening suits a model, a language and this machine.

No rule holds for all: attention is several times cheaper than agreement and better with small models, and loses
with some large ones; short windows are cheaper again, and some weights do not bear them. What counts as right is
what the same model writes when it hears the whole utterance.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from streamlation_desktop.core.language import LanguageCode, separates_words
from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.engines.guards import normalized
from streamlation_desktop.engines.streaming.base import StreamingModel, StreamOptions, StreamTuning

_CHUNK = 0.5
_LONGEST_STEP = 2.0
"""Seconds of sound per step when the machine is slow; a way that takes longer cannot be used here."""
_EQUAL = 0.03
"""Errors that differ by less are told apart by chance."""


@dataclass(frozen=True, slots=True)
class WayResult:
    """How one way of listening did."""

    policy: str
    is_padded: bool
    error: float
    """Edits per word, or per character where words are not separated, against hearing all at once."""
    step_seconds: float
    """Half of the steps take longer."""


@dataclass(frozen=True, slots=True)
class PolicyChoice:
    """The way that was chosen."""

    policy: str
    is_padded: bool
    results: tuple[WayResult, ...]


class Stopped(Exception):
    """The measurement was given up."""


def measure_ways(
    model: StreamingModel, speech: Sequence[Samples], language: LanguageCode, pause: Callable[[float], None]
) -> PolicyChoice:
    """Let the model hear some utterances in every way it knows.

    Args:
        model: loaded; may be in use by others.
        speech: utterances of at most 25 s.
        language: that is spoken in them.
        pause: called after each step with the seconds that it took, to leave the machine to others; may raise
            `Stopped`, which is passed on.

    Raises:
        InferenceFailed: the model could not process the sound.
    """
    whole = StreamTuning()
    right = [_hear(model, each, StreamOptions(language, tuning=whole), len(each), pause)[0] for each in speech]
    results = []
    for policy in model.policies:
        for is_padded in (False, True):
            options = StreamOptions(language, policy=policy, tuning=StreamTuning(is_padded=is_padded))
            heard = [_hear(model, each, options, round(_CHUNK * SAMPLE_RATE), pause) for each in speech]
            errors = sum(
                distance(_units(a, language), _units(b, language)) for a, (b, _) in zip(right, heard, strict=True)
            )
            total = max(1, sum(len(_units(text, language)) for text in right))
            seconds = median(second for _, times in heard for second in times)
            results.append(WayResult(policy, is_padded, errors / total, seconds))
    best = choose_way(results)
    return PolicyChoice(best.policy, best.is_padded, tuple(results))


def choose_way(results: Sequence[WayResult]) -> WayResult:
    """The cheapest of those that are right, among those that this machine can keep up."""
    usable = [each for each in results if each.step_seconds < _LONGEST_STEP] or list(results)
    least = min(each.error for each in usable)
    return min((each for each in usable if each.error <= least + _EQUAL), key=lambda each: each.step_seconds)


def _hear(
    model: StreamingModel, samples: Samples, options: StreamOptions, size: int, pause: Callable[[float], None]
) -> tuple[str, list[float]]:
    """What is heard in steps of `size` samples, and how long each took."""
    stream = model.open_stream(options)
    text, times = "", []
    stream.start(0)
    for first in range(0, len(samples), size):
        stream.accept(samples[first : first + size])
        started = time.perf_counter()
        heard = stream.step() if first + size < len(samples) else stream.flush()
        times.append(time.perf_counter() - started)
        text += "".join(word.text for word in heard.committed)
        pause(times[-1])
    stream.close()
    return text, times


def _units(text: str, language: LanguageCode) -> list[str]:
    plain = normalized(text)
    return plain.split() if separates_words(language) else list(plain.replace(" ", ""))


def distance(one: Sequence[str], other: Sequence[str]) -> int:
    """Insertions, deletions and replacements that turn one into the other."""
    row = list(range(len(other) + 1))
    for number, left in enumerate(one, start=1):
        before, row[0] = row[0], number
        for at, right in enumerate(other, start=1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (left != right))
    return row[-1]
