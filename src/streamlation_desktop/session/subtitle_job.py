"""A job on an embedded subtitle track: its times are kept, its text is translated."""

from __future__ import annotations

from collections.abc import Sequence

from streamlation_desktop import __version__
from streamlation_desktop.core.errors import EngineError, ModelError, UsageError
from streamlation_desktop.core.events import CueCommitted, Progressed, SourceOpened, Warned
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.core.types import SAMPLE_RATE, Cue, Origin, Sentence, Translation
from streamlation_desktop.engines.base import LanguagePair
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import probe_source
from streamlation_desktop.media.subtitle_tracks import read_subtitle_track
from streamlation_desktop.session.job import JobContext
from streamlation_desktop.session.naming import output_stem
from streamlation_desktop.session.request import WorkKey
from streamlation_desktop.session.result import TrackResult
from streamlation_desktop.session.text_translation import TextTranslation
from streamlation_desktop.session.translating import TranslatorChoice
from streamlation_desktop.storage.chunks import CommittedChunk
from streamlation_desktop.translation.glossary import Glossary, read_glossary
from streamlation_desktop.translation.subtitle_text import translate_cues

_READ = Origin("subtitles", "embedded")


def run_subtitle_job(context: JobContext) -> None:
    """See `Job`."""
    request, result = context.request, context.result
    info = probe_source(request.location, context.token, SourceOptions(allow_network=request.allow_network))
    context.events.publish(SourceOpened(info))
    cues = _read(context, info)
    language = cues[0].language if cues else _language(context, info)
    result.title = info.title or output_stem(request.location)
    result.media_seconds = info.duration or (cues[-1].span.end if cues else 0.0)
    result.spoken = TrackResult(language, cues, (_READ,))
    result.wants_spoken = not request.targets or language in request.targets
    if result.wants_spoken:
        context.refuse_existing([language])
    record = context.begin(_work(context))
    record.commit_chunk(CommittedChunk(0, 0, round(result.media_seconds * SAMPLE_RATE), 0, ()))
    record.commit_captions(0, language, (), cues)
    glossary = read_glossary(request.glossary) if request.glossary else Glossary(())
    for number, target in enumerate(target for target in request.targets if target != language):
        context.token.raise_if_cancelled()
        _translate(context, cues, LanguagePair(language, target), glossary)
        context.events.publish(Progressed("translate", number + 1, len(request.targets), "languages"))


def _read(context: JobContext, info: SourceInfo) -> list[Cue]:
    index = context.request.subtitle_track or 0
    events = read_subtitle_track(context.request.location, index, context.token)
    language = _language(context, info)
    return [
        Cue(number, event.span, tuple(event.text.splitlines()) or ("",), language)
        for number, event in enumerate(event for event in events if event.text.strip())
    ]


def _language(context: JobContext, info: SourceInfo) -> LanguageCode:
    if context.request.sources:
        return context.request.sources[0]
    index = context.request.subtitle_track or 0
    known = info.subtitles[index].language if index < len(info.subtitles) else None
    if known is None:
        raise UsageError("the subtitle track does not say its language", hint="Say it: --from en")
    return known


def _translate(context: JobContext, cues: Sequence[Cue], pair: LanguagePair, glossary: Glossary) -> None:
    try:
        choice = TranslatorChoice.of(context.request)
        translate = TextTranslation.open(context.services, context.events, choice, pair, glossary)
    except (EngineError, ModelError) as error:
        context.result.failures.append(error)
        context.events.publish(Warned(str(error), error.hint))
        return
    translated = translate_cues(cues, translate, pair.source, pair.target)
    assert context.record is not None
    context.record.commit_captions(0, pair.target, _pairs(cues, translated, translate.origin), translated)
    for cue in translated:
        context.events.publish(CueCommitted(cue))
    context.result.translated.append(TrackResult(pair.target, translated, (_READ, translate.origin)))


def _pairs(cues: Sequence[Cue], translated: Sequence[Cue], origin: Origin) -> list[Translation]:
    """What each cue says in both languages, so that the history can be searched."""
    return [
        Translation(
            Sentence(cue.index, cue.span, cue.language, " ".join(cue.lines)),
            other.language,
            " ".join(other.lines),
            origin,
        )
        for cue, other in zip(cues, translated, strict=True)
    ]


def _work(context: JobContext) -> WorkKey:
    request = context.request
    return WorkKey(
        version=__version__,
        recognizer=f"subtitles/{request.subtitle_track}",
        sources=request.sources,
        targets=request.targets,
        translator=request.translator,
        preset=request.preset,
        beam_size=0,
        vad=False,
        vocabulary=(),
        glossary=request.glossary.read_text(encoding="utf-8") if request.glossary else "",
        audio_track=None,
    )
