"""What it means in the language of the track, with the captions that show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Origin, Sentence, Translation, TranslationStatus
from streamlation_desktop.engines.base import LanguagePair, Translator
from streamlation_desktop.engines.presets import Preset
from streamlation_desktop.jobs.context import Stopwatch, TrackContext
from streamlation_desktop.jobs.results import TranscriptResult, TranslationResult
from streamlation_desktop.pipeline.stages.checked_translation import CheckedTranslator
from streamlation_desktop.pipeline.stages.translate import SentenceTranslator
from streamlation_desktop.session.translating import TranslatorChoice, open_translator
from streamlation_desktop.subtitles.builder import CueBuilder
from streamlation_desktop.subtitles.norms import norms_for
from streamlation_desktop.translation.glossary import Glossary, read_glossary
from streamlation_desktop.translation.subtitle_text import translate_cues

_BATCH = 64
"""Sentences between two reports; translators sort and batch within."""
_UNTOUCHED = Origin("none", "")


@dataclass(frozen=True, slots=True)
class _Inputs:
    transcript: TranscriptResult
    language: LanguageCode
    translator: str
    preset: str
    glossary: str
    edits: dict[int, str]


def translate(context: TrackContext, transcript: TranscriptResult) -> TranslationResult:
    """The translation; a line that was edited says what the user wrote.

    Raises:
        LanguageNotSupported: nothing installed translates this pair.
        InferenceFailed: the engine could not process the texts.
    """
    request = context.request
    edits = context.results.edits(context.job_id, context.language)
    inputs = _Inputs(
        transcript,
        context.language,
        request.translator,
        request.preset,
        request.glossary.read_text(encoding="utf-8") if request.glossary else "",
        edits,
    )
    return context.kept(TranslationResult, Stage.TRANSLATING, inputs, lambda: _translate(context, transcript, edits))


def checked_translator(context: TrackContext, source: LanguageCode) -> CheckedTranslator:
    """What translates into the track's language, with the job's terms."""
    pair = LanguagePair(source, context.language)
    glossary = read_glossary(context.request.glossary) if context.request.glossary else Glossary(())
    translator = _opened(context, pair)
    return CheckedTranslator(translator, pair, context.request.preset, glossary, context.services.cache)


def _opened(context: TrackContext, pair: LanguagePair) -> Translator:
    request = context.request
    choice = TranslatorChoice(request.translator, Preset(request.preset), context.device, request.compute_type)
    return open_translator(context.services, context.stage_events(), choice, pair)


def _translate(context: TrackContext, transcript: TranscriptResult, edits: dict[int, str]) -> TranslationResult:
    watch = Stopwatch()
    pair = LanguagePair(transcript.language, context.language)
    is_needed = bool(transcript.sentences) and pair.source != pair.target
    translator = _opened(context, pair) if is_needed else None
    origin = translator.origin if translator else _UNTOUCHED
    glossary = read_glossary(context.request.glossary) if context.request.glossary else Glossary(())
    translations: list[Translation] = []
    sentences = transcript.sentences
    for first in range(0, len(sentences), _BATCH):
        context.token.raise_if_cancelled()
        batch = sentences[first : first + _BATCH]
        translations += _rendered(context, translator, glossary, batch)
        context.report(len(translations) / len(sentences))
    kept = sum(each.status is TranslationStatus.KEPT_SOURCE for each in translations)
    if kept:
        context.warn(f"{kept} of {len(translations)} lines could not be translated and stay as they were said")
    edited = tuple(_edited(each, edits) for each in translations)
    cues = _cues(context, transcript, edited, translator, glossary)
    return TranslationResult(edited, cues, origin, tuple(context.warnings), watch.cost(context))


def _rendered(
    context: TrackContext, translator: Translator | None, glossary: Glossary, batch: Sequence[Sentence]
) -> list[Translation]:
    if translator is None:
        status = TranslationStatus.SAME_LANGUAGE
        return [Translation(each, context.language, each.text, _UNTOUCHED, status) for each in batch]
    render = SentenceTranslator(translator, context.language, context.request.preset, glossary, context.services.cache)
    return render(batch)


def _edited(translation: Translation, edits: dict[int, str]) -> Translation:
    text = edits.get(translation.sentence.id)
    return translation if text is None else replace(translation, text=text, status=TranslationStatus.TRANSLATED)


def _cues(
    context: TrackContext,
    transcript: TranscriptResult,
    translations: Sequence[Translation],
    translator: Translator | None,
    glossary: Glossary,
) -> tuple[Cue, ...]:
    """Times of a subtitle track are kept; after recognition, cues are cut anew."""
    changed = any(each.sentence.id in context.results.edits(context.job_id, context.language) for each in translations)
    if transcript.cues and translator is not None and not changed:
        pair = LanguagePair(transcript.language, context.language)
        checked = CheckedTranslator(translator, pair, context.request.preset, glossary, context.services.cache)
        return tuple(
            translate_cues(
                transcript.cues,
                lambda texts: [each.text for each in checked.translate(texts)],
                pair.source,
                pair.target,
            )
        )
    builder = CueBuilder(norms_for(context.language))
    cues = [cue for translation in translations for cue in builder.add(translation)]
    return (*cues, *builder.finish(transcript.media_seconds))
