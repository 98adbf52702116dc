"""Finds out which way of listening suits a model, a language and this machine.

No rule holds for all: attention is several times cheaper than agreement and better with small models, and loses
with some large ones; short windows are cheaper again, and some weights do not bear them. What counts as right is
what the same model writes when it hears the whole utterance.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
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
    delay: float
    """Seconds of sound behind a word after which it is settled, on average."""

    @property
    def lag(self) -> float:
        """What a viewer waits for a word, about."""
        return self.delay + self.step_seconds


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
    """Let the model hear some utterances in the ways it knows, the quickest first, until one is right.

    Args:
        model: loaded; may be in use by others.
        speech: utterances of at most 25 s.
        language: that is spoken in them.
        pause: called after each step with the seconds that it took, to leave the machine to others; may raise
            `Stopped`, which is passed on.

    Raises:
        InferenceFailed: the model could not process the sound.
    """
    whole = StreamTuning(is_padded=True)
    right = [_hear(model, each, StreamOptions(language, tuning=whole), len(each), pause).text for each in speech]
    results = []
    for policy in model.policies:
        for is_padded in (False, True):
            options = StreamOptions(language, policy=policy, tuning=StreamTuning(is_padded=is_padded))
            heard = [_hear(model, each, options, round(_CHUNK * SAMPLE_RATE), pause) for each in speech]
            edits = sum(
                distance(_units(said, language), _units(each.text, language))
                for said, each in zip(right, heard, strict=True)
            )
            total = max(1, sum(len(_units(text, language)) for text in right))
            delays = [delay for each in heard for delay in each.delays]
            seconds = median(second for each in heard for second in each.times)
            delay = sum(delays) / len(delays) if delays else 0.0
            results.append(WayResult(policy, is_padded, edits / total, seconds, delay))
            if results[-1].error < _EQUAL and seconds < _LONGEST_STEP:  # none of the others is quicker
                return PolicyChoice(policy, is_padded, tuple(results))
    best = choose_way(results)
    return PolicyChoice(best.policy, best.is_padded, tuple(results))


def choose_way(results: Sequence[WayResult]) -> WayResult:
    """The quickest of those that are right, among those that this machine can keep up."""
    usable = [each for each in results if each.step_seconds < _LONGEST_STEP] or list(results)
    least = min(each.error for each in usable)
    return min((each for each in usable if each.error <= least + _EQUAL), key=lambda each: each.lag)


@dataclass(slots=True)
class _Heard:
    text: str = ""
    times: list[float] = field(default_factory=list)
    """How long each step took."""
    delays: list[float] = field(default_factory=list)
    """How much sound had come behind each word when it was settled."""


def _hear(
    model: StreamingModel, samples: Samples, options: StreamOptions, size: int, pause: Callable[[float], None]
) -> _Heard:
    """Hear an utterance in steps of `size` samples."""
    stream, result = model.open_stream(options), _Heard()
    stream.start(0)
    for end in range(size, len(samples) + size, size):
        stream.accept(samples[end - size : end])
        started = time.perf_counter()
        heard = stream.step() if end < len(samples) else stream.flush()
        result.times.append(time.perf_counter() - started)
        until = min(end, len(samples)) / SAMPLE_RATE
        result.text += "".join(word.text for word in heard.committed)
        result.delays += [until - word.span.end for word in heard.committed]
        pause(result.times[-1])
    stream.close()
    return result


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
