"""The engines of this machine, from the models that are installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from streamlation_desktop.engines.base import LanguagePair
from streamlation_desktop.modelstore.installed import InstalledModel
from streamlation_desktop.modelstore.kinds import Family, ModelKind, Quality
from streamlation_desktop.modelstore.licences import UNKNOWN
from streamlation_desktop.session.planner import RecognizerCandidate, SynthesizerCandidate, TranslatorCandidate
from streamlation_desktop.session.services import Catalogue

RECOGNIZERS = {Family.WHISPER: "faster-whisper", Family.POCKETSPHINX: "pocketsphinx", Family.SHERPA: "sherpa-streaming"}
"""Engine that loads a family of models."""
TRANSLATORS = {
    Family.OPUS_MT: "opus-mt",
    Family.ARGOS: "argos",
    Family.M2M100: "m2m100",
    Family.NLLB: "nllb",
    Family.STARTER: "starter",
}
_APERTIUM_LICENCE = "GPL-2.0-or-later AND GPL-3.0-or-later"
"""Of the programs and the language data."""
SYNTHESIZERS = {Family.PIPER: "piper", Family.ESPEAK: "espeak-ng"}


def build_catalogue(models: Iterable[InstalledModel], rules: frozenset[LanguagePair]) -> Catalogue:
    """Candidates in order of preference: the best quality first; among equals, one language pair before many.

    A streaming recognizer comes behind the others: it hears nothing of what follows, and often one language only.

    Args:
        models: what is installed.
        rules: pairs that Apertium translates on this machine.
    """
    ranks = {quality: rank for rank, quality in enumerate(Quality)}
    ordered = sorted(
        models, key=lambda model: (-ranks[model.quality], model.family is Family.SHERPA, len(model.pairs) != 1)
    )
    recognizers = (
        RecognizerCandidate(RECOGNIZERS[model.family], model.id, model.path, model.languages, _label(model))
        for model in ordered
        if model.kind is ModelKind.RECOGNIZER and model.family in RECOGNIZERS
    )
    translators = (
        _translator(model) for model in ordered if model.kind is ModelKind.TRANSLATOR and model.family in TRANSLATORS
    )
    good, starter = _partition(translators)
    synthesizers = (
        SynthesizerCandidate(
            SYNTHESIZERS[model.family], model.id, model.path, model.languages, model.licence, _label(model)
        )
        for model in ordered
        if model.kind is ModelKind.VOICE and model.family in SYNTHESIZERS
    )
    return Catalogue(
        tuple(recognizers), (*good, *_embedded(starter, rules)), tuple(synthesizers), dict(_licences(ordered))
    )


def _licences(models: Iterable[InstalledModel]) -> Iterator[tuple[str, str]]:
    yield "apertium", _APERTIUM_LICENCE
    engines = {**RECOGNIZERS, **TRANSLATORS, **SYNTHESIZERS}
    for model in models:
        if model.is_built_in and model.family in engines:
            yield engines[model.family], model.licence
        elif model.licence != UNKNOWN:
            yield from ((model.id, model.licence), (model.path.name, model.licence))


def _partition(
    candidates: Iterable[TranslatorCandidate],
) -> tuple[list[TranslatorCandidate], list[TranslatorCandidate]]:
    every = list(candidates)
    return [each for each in every if not each.quality], [each for each in every if each.quality]


def _embedded(starter: list[TranslatorCandidate], rules: frozenset[LanguagePair]) -> Iterable[TranslatorCandidate]:
    """The starter model and Apertium, together where both are there."""
    if rules:
        for model in starter:
            yield replace(
                model, engine=f"{model.engine}+apertium", model=f"{model.model}+apertium", pairs=model.pairs | rules
            )
    yield from starter
    if rules:
        yield TranslatorCandidate("apertium", "apertium", None, rules, quality="starter")


def _translator(model: InstalledModel) -> TranslatorCandidate:
    pairs = frozenset(LanguagePair(pair.source, pair.target) for pair in model.pairs)
    return TranslatorCandidate(TRANSLATORS[model.family], model.id, model.path, pairs, model.languages, _label(model))


def _label(model: InstalledModel) -> str:
    return "starter" if model.quality is Quality.STARTER else ""
