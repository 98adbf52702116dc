"""Which engines do a job: pure choices from the request and from what is installed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from streamlation_desktop.core.errors import LanguageNotSupported, ModelNotInstalled
from streamlation_desktop.core.language import LanguageCode, language_name
from streamlation_desktop.engines.base import LanguagePair

RECOMMENDED = "whisper-small"
"""The recognition model to start with: 99 languages, and fast enough on most processors."""

_PIVOT = LanguageCode("en")
_WHISPER = re.compile(r"(tiny|base|small|medium)(\.en)?|large-v3(-turbo)?")
"""How other tools call the Whisper models."""


@dataclass(frozen=True, slots=True)
class RecognizerCandidate:
    """A recognizer that could be used."""

    engine: str
    model: str
    folder: Path | None
    """None for an engine that brings its own model."""
    languages: frozenset[LanguageCode]
    quality: str = ""


@dataclass(frozen=True, slots=True)
class TranslatorCandidate:
    """A translator that could be used."""

    engine: str
    model: str
    folder: Path | None
    pairs: frozenset[LanguagePair] = frozenset()
    languages: frozenset[LanguageCode] = frozenset()
    """All of which it translates into each other."""
    quality: str = ""

    def serves(self, pair: LanguagePair) -> bool:
        """True when it translates the pair directly."""
        return pair in self.pairs or {pair.source, pair.target} <= self.languages


@dataclass(frozen=True, slots=True)
class SynthesizerCandidate:
    """A synthesizer that could be used."""

    engine: str
    model: str
    folder: Path | None
    """None for an engine that brings its own voices."""
    languages: frozenset[LanguageCode]
    licence: str = ""
    quality: str = ""


@dataclass(frozen=True, slots=True)
class SynthesizerPlan:
    """The synthesizer of one language."""

    candidate: SynthesizerCandidate
    reason: str


@dataclass(frozen=True, slots=True)
class RecognizerPlan:
    """The recognizer of a job."""

    candidate: RecognizerCandidate
    reason: str
    passed_over: str = ""
    """A better model that this machine would run too slowly."""


@dataclass(frozen=True, slots=True)
class TranslationPlan:
    """How one pair is translated: directly, or through English."""

    pair: LanguagePair
    steps: tuple[TranslatorCandidate, ...]
    reason: str


Pace = Callable[[RecognizerCandidate], float | None]
"""Seconds that a recognizer is expected to need for a second of speech on this machine; None where nobody knows."""

SLOWEST = 1.0
"""A recognizer that is expected to need longer than the recording is not the default."""

Candidate = TypeVar("Candidate", RecognizerCandidate, TranslatorCandidate, SynthesizerCandidate)


def plan_recognizer(
    candidates: Sequence[RecognizerCandidate], wanted: str, languages: Sequence[LanguageCode], pace: Pace
) -> RecognizerPlan:
    """Choose the recognizer: the best one that keeps up with speech, unless the user names another.

    Args:
        candidates: in order of preference.
        wanted: model id or engine name that the user named, or empty.
        languages: that must be heard; empty when unknown.
        pace: asked only where there is a choice.

    Raises:
        ModelNotInstalled: the named model is not there.
        LanguageNotSupported: no candidate hears the languages.
    """
    if wanted:
        candidates = _named(candidates, wanted)
    fitting = [candidate for candidate in candidates if set(languages) <= candidate.languages]
    if not fitting:
        names = " and ".join(language_name(code) for code in languages)
        raise LanguageNotSupported(
            f"no installed model recognizes {names}" + (f" ({wanted} does not)" if wanted else ""),
            hint=f"Install one: streamlation models install {RECOMMENDED}",
        )
    return RecognizerPlan(fitting[0], "asked for") if wanted else _fast_enough(fitting, pace)


def _fast_enough(fitting: Sequence[RecognizerCandidate], pace: Pace) -> RecognizerPlan:
    """The first that keeps up; if none of the installed models does, the fastest of them."""
    good = [candidate for candidate in fitting if not candidate.quality]
    if len(good) < 2:
        return RecognizerPlan(fitting[0], "the best installed")
    expected = {candidate.model: pace(candidate) or 0.0 for candidate in good}
    chosen = next((candidate for candidate in good if expected[candidate.model] <= SLOWEST), None)
    chosen = chosen or min(good, key=lambda candidate: expected[candidate.model])
    if chosen is good[0]:
        return RecognizerPlan(chosen, "the best installed")
    best = good[0].model
    reason = f"{best} would need about {expected[best]:.1f} times as long as the recording on this machine"
    return RecognizerPlan(chosen, reason, passed_over=best)


def plan_translation(
    candidates: Sequence[TranslatorCandidate], wanted: str, pair: LanguagePair
) -> TranslationPlan | None:
    """Choose how to translate a pair; None when nothing installed can.

    Args:
        candidates: in order of preference.
        wanted: model id or engine name that the user named, or empty.
        pair: source and target.

    Raises:
        ModelNotInstalled: the named model is not there.
    """
    if wanted:
        candidates = _named(candidates, wanted)
    direct = next((candidate for candidate in candidates if candidate.serves(pair)), None)
    if direct is not None:
        return TranslationPlan(pair, (direct,), "asked for" if wanted else "the best installed")
    if _PIVOT in (pair.source, pair.target):
        return None
    first = next((one for one in candidates if one.serves(LanguagePair(pair.source, _PIVOT))), None)
    second = next((one for one in candidates if one.serves(LanguagePair(_PIVOT, pair.target))), None)
    if first is None or second is None:
        return None
    return TranslationPlan(pair, (first, second), "no direct model is installed, so through English")


def plan_synthesizer(
    candidates: Sequence[SynthesizerCandidate], wanted: str, language: LanguageCode
) -> SynthesizerPlan:
    """Choose what speaks a language.

    Args:
        candidates: in order of preference.
        wanted: model id or engine name that the user named, or empty.
        language: to be spoken.

    Raises:
        ModelNotInstalled: the named model is not there.
        LanguageNotSupported: no candidate speaks the language.
    """
    if wanted:
        candidates = _named(candidates, wanted)
    fitting = [candidate for candidate in candidates if language in candidate.languages]
    if not fitting:
        raise LanguageNotSupported(
            f"no installed voice speaks {language_name(language)}" + (f" ({wanted} does not)" if wanted else ""),
            hint=f"See what there is: streamlation models list --kind voice --to {language}",
        )
    return SynthesizerPlan(fitting[0], "asked for" if wanted else "the best installed")


def _named(candidates: Sequence[Candidate], wanted: str) -> list[Candidate]:
    """Those that the user means by `wanted`: the id of a model, the name of an engine, or ``small`` as others say."""
    name = f"whisper-{wanted}" if _WHISPER.fullmatch(wanted) else wanted
    named = [candidate for candidate in candidates if name in (candidate.model, candidate.engine)]
    if not named:
        hint = f"Install it: streamlation models install {name}"
        raise ModelNotInstalled(f"the model {wanted} is not installed", hint=hint)
    return named
