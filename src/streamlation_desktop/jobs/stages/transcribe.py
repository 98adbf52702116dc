"""What is said: by recognition, or from subtitles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from streamlation_desktop.core.errors import SourceError, SourceNotFound, UsageError
from streamlation_desktop.core.events import Envelope, Progressed, SessionSummary
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Origin, Sentence, TimeSpan
from streamlation_desktop.jobs.context import Stopwatch, TrackContext
from streamlation_desktop.jobs.listening import prepared_sound, with_speakers
from streamlation_desktop.jobs.results import TranscriptResult
from streamlation_desktop.media.source import probe_source
from streamlation_desktop.media.subtitle_tracks import read_subtitle_track
from streamlation_desktop.session.request import JobRequest, OutputRequest
from streamlation_desktop.session.session import Session
from streamlation_desktop.storage import chunks
from streamlation_desktop.subtitles.document import UNDETERMINED
from streamlation_desktop.subtitles.formats.registry import read_subtitles
from streamlation_desktop.translation.sentences import SentenceAssembler
from streamlation_desktop.translation.subtitle_text import cue_sentences

_READ = Origin("subtitles", "file")


@dataclass(frozen=True, slots=True)
class _Inputs:
    sources: tuple[LanguageCode, ...]
    captions: str
    subtitle_track: int | None
    recognizer: str
    device: str
    compute_type: str
    audio_track: int | None
    voice_stem: str
    enhance: str
    diarizer: str
    speakers: int | None


def transcribe(context: TrackContext) -> TranscriptResult:
    """The transcript, made once for all languages of a job.

    Raises:
        StreamlationError: the source cannot be read, or nothing recognizes its language.
        Cancelled: the job was stopped.
    """
    request = context.request
    inputs = _Inputs(
        request.sources,
        _text_of(request.captions) if request.captions else "",
        request.subtitle_track,
        request.recognizer,
        request.device,
        request.compute_type,
        request.audio_track,
        str(request.stems.voice) if request.stems else "",
        request.enhance,
        request.diarizer,
        request.speakers,
    )
    return context.kept(TranscriptResult, Stage.STT, inputs, lambda: _transcribe(context), shared=True)


def _text_of(captions: Path) -> str:
    try:
        return captions.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError as exc:
        raise SourceNotFound(f"no such file: {captions}", hint="Were the subtitles moved or renamed?") from exc
    except OSError as exc:
        raise SourceError(f"cannot read {captions}: {exc.strerror or exc}") from exc


def _transcribe(context: TrackContext) -> TranscriptResult:
    watch = Stopwatch()
    request = context.request
    info = probe_source(request.location, context.token)
    if request.captions or request.subtitle_track is not None:
        cues = _read_cues(context)
        sentences = tuple(lines_from_cues(cues))
        if request.diarizer and not any(each.speaker for each in sentences):
            sentences = with_speakers(context, prepared_sound(context), sentences)
        language = cues[0].language if cues else (request.sources or (UNDETERMINED,))[0]
        last = max((cue.span.end for cue in cues), default=0.0)
        result = TranscriptResult(language, sentences, tuple(cues), info.duration or last, (_READ,))
    else:
        result = _recognize(context, info.duration)
    if not result.sentences:
        _tell_silence(context)
    return replace(result, warnings=tuple(context.warnings), cost=watch.cost(context), helpers=tuple(context.helpers))


def _tell_silence(context: TrackContext) -> None:
    if context.request.captions or context.request.subtitle_track is not None:
        context.warn("the subtitles hold nothing that is spoken: the dub is silent", "Is it the right file or track?")
    elif context.request.stems:
        context.warn("no speech was found in the voice stem: the dub is silent", "Are the two stems swapped?")
    else:
        context.warn("no speech was found: the dub is silent", "Is it the right audio track?")


def _recognize(context: TrackContext, duration: float | None) -> TranscriptResult:
    request = context.request
    with context.workspace.scratch() as folder:
        heard = prepared_sound(context)
        job = JobRequest(
            location=heard,
            sources=request.sources,
            recognizer=request.recognizer,
            device=context.device,
            compute_type=request.compute_type,
            is_gentle=context.is_gentle,
            audio_track=request.audio_track if heard == request.location else None,
            output=OutputRequest(("json",), folder / "captions", overwrite=True),
        )
        events = context.stage_events()
        events.subscribe(lambda envelope: _report(context, envelope))
        summary = Session(job, context.services, events, context.token).run()
        sentences = _sentences(context, summary)
        sentences = with_speakers(context, heard, sentences)
    language = summary.source_language or next(iter(request.sources), UNDETERMINED)
    return TranscriptResult(language, sentences, (), duration or summary.media_seconds, summary.engines)


def _sentences(context: TrackContext, summary: SessionSummary) -> tuple[Sentence, ...]:
    """From the words that the session committed, as its own captions were made from them."""
    with context.services.database.read() as db:
        committed = chunks.load(db, summary.ledger_id)
    assembler = SentenceAssembler()
    done = [
        sentence
        for chunk in committed.chunks
        for transcript in chunk.transcripts
        for sentence in assembler.feed(transcript)
    ]
    return (*done, *assembler.finish())


def _report(context: TrackContext, envelope: Envelope) -> None:
    if isinstance(envelope.event, Progressed) and envelope.event.total:
        context.report(min(envelope.event.done / envelope.event.total, 1.0))


def _read_cues(context: TrackContext) -> list[Cue]:
    request = context.request
    if not request.sources:
        raise UsageError("the language of the subtitles is not known", hint="Say it: --from en")
    if request.captions:
        document = read_subtitles(Path(request.captions), request.sources[0])
        return [replace(cue, index=index) for index, cue in enumerate(document.cues)]
    events = read_subtitle_track(request.location, request.subtitle_track or 0, context.token)
    spoken = (event for event in events if event.text.strip())
    return [
        Cue(number, event.span, tuple(event.text.splitlines()), request.sources[0])
        for number, event in enumerate(spoken)
    ]


def lines_from_cues(cues: Sequence[Cue]) -> Iterator[Sentence]:
    """One line for each run of cues that holds whole sentences: what a voice can say in one breath."""
    if not cues:
        return
    groups: list[tuple[int, int, str]] = []
    for sentence in cue_sentences(cues, cues[0].language):
        first, last = sentence.shares[0][0], sentence.shares[-1][0]
        if groups and first <= groups[-1][1]:
            groups[-1] = (groups[-1][0], max(last, groups[-1][1]), f"{groups[-1][2]} {sentence.text}")
        else:
            groups.append((first, last, sentence.text))
    for number, (first, last, text) in enumerate(groups):
        end = max(cue.span.end for cue in cues[first : last + 1])
        span = TimeSpan(cues[first].span.start, max(end, cues[first].span.start))
        yield Sentence(number, span, cues[first].language, text, speaker=cues[first].speaker)
