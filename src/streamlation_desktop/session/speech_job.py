"""A job on the sound of a source: recognize, translate, caption; resumable."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from itertools import takewhile

from streamlation_desktop import __version__
from streamlation_desktop.core.events import SourceOpened
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk
from streamlation_desktop.engines.base import Recognizer
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import MediaSource, open_source
from streamlation_desktop.pipeline.channel import Channel
from streamlation_desktop.pipeline.chunks import RecognizedChunk, chunk_size, chunked
from streamlation_desktop.pipeline.language_choice import LanguageChoice
from streamlation_desktop.pipeline.pipeline import Pipeline
from streamlation_desktop.pipeline.speech_board import SpeechBoard
from streamlation_desktop.pipeline.speech_windows import SegmentSettings
from streamlation_desktop.pipeline.stages.captions import CaptionStage
from streamlation_desktop.pipeline.stages.foresight import Foresight
from streamlation_desktop.pipeline.stages.recognize import RecognizeStage
from streamlation_desktop.pipeline.stages.segment import SegmentStage
from streamlation_desktop.session.job import JobContext
from streamlation_desktop.session.naming import output_stem
from streamlation_desktop.session.recognition import open_recognizer, recognition_options
from streamlation_desktop.session.request import WorkKey
from streamlation_desktop.session.source_faults import source_faults
from streamlation_desktop.session.track_opening import TrackOpener
from streamlation_desktop.storage.chunks import CommittedChunk
from streamlation_desktop.storage.ledger import LedgerSession
from streamlation_desktop.translation.sentences import SentenceAssembler

_AUDIO_AHEAD = 60.0
"""Seconds of decoded audio that may wait."""
_CHUNKS_AHEAD = 2
_STATS_SECONDS = 1.0
_STOP_SECONDS = 3.0
"""How long a cancelled job waits for a model's call; what that call makes is lost, and done again on resuming."""


def run_speech_job(context: JobContext) -> None:
    """See `Job`."""
    source = context.resources.enter_context(
        closing(open_source(context.request.location, context.token, _source_options(context)))
    )
    context.events.publish(SourceOpened(source.info))
    context.result.title = source.info.title or output_stem(context.request.location)
    recognizer = open_recognizer(context)
    opener = TrackOpener(context, source.info, recognizer.origin)
    record = context.begin(_work(context, recognizer, opener))
    replayed = _replayed(record.committed.chunks)
    context.result.resumed_seconds = replayed[-1].end_sample / SAMPLE_RATE if replayed else 0.0
    captions = CaptionStage(
        SentenceAssembler(),
        lambda language: opener.open(language, record.committed),
        record.commit_captions,
        context.events,
        source.info.duration,
    )
    pipeline = _pipeline(context, source, recognizer, record, replayed, captions)
    pipeline.start()
    try:
        _wait(context, pipeline)
    finally:
        context.result.media_seconds = _media_seconds(source, captions)
    for warning in source_faults(source.counters):
        context.events.publish(warning)
    if not captions.tracks:
        opener.open_silent()


def _wait(context: JobContext, pipeline: Pipeline) -> None:
    """Until every stage has ended, or a cancelled one is deep in a native call for too long."""
    patience = _STOP_SECONDS
    while not pipeline.join(_STATS_SECONDS) and patience > 0:
        for stats in pipeline.stats():
            context.events.publish(stats)
        if context.token.is_cancelled:
            patience -= _STATS_SECONDS
    for stats in pipeline.stats():
        context.events.publish(stats)
    context.token.raise_if_cancelled()


def _source_options(context: JobContext) -> SourceOptions:
    request = context.request
    language = request.sources[0] if len(request.sources) == 1 else None
    return SourceOptions(
        audio_track=request.audio_track,
        language=language,
        format=request.source_format,
        allow_network=request.allow_network,
    )


def _work(context: JobContext, recognizer: Recognizer, opener: TrackOpener) -> WorkKey:
    request = context.request
    return WorkKey(
        version=__version__,
        recognizer=f"{recognizer.origin.engine}/{recognizer.origin.model}",
        sources=request.sources,
        targets=request.targets,
        translator=request.translator,
        preset=request.preset,
        beam_size=request.beam_size,
        vad=request.vad,
        vocabulary=request.vocabulary,
        glossary=opener.glossary_text,
        audio_track=request.audio_track,
    )


def _replayed(committed: Sequence[CommittedChunk]) -> tuple[RecognizedChunk, ...]:
    return tuple(
        RecognizedChunk(
            chunk.ordinal, chunk.first_sample, chunk.end_sample, chunk.windows, chunk.transcripts, is_replayed=True
        )
        for chunk in committed
    )


def _fitting(record: LedgerSession, limit: int) -> dict[int, RecognizedChunk]:
    """What was done beyond a gap; from the first chunk on that this run would make otherwise, it is forgotten."""
    ahead = record.committed.ahead
    fitting = tuple(takewhile(lambda chunk: chunk.windows == chunk_size(chunk.ordinal, limit), ahead))
    if len(fitting) < len(ahead):
        record.forget_from(ahead[len(fitting)].ordinal)
    return {chunk.ordinal: chunk for chunk in _replayed(fitting)}


def _pipeline(
    context: JobContext,
    source: MediaSource,
    recognizer: Recognizer,
    record: LedgerSession,
    replayed: Sequence[RecognizedChunk],
    captions: CaptionStage,
) -> Pipeline:
    """Ingest, segment, recognize, caption: a thread each."""
    token, options = context.token, recognition_options(context)
    choice = LanguageChoice(recognizer, options, context.events)
    if len(context.request.sources) == 1:
        choice.settled = context.request.sources[0]
    choice.replay(transcript for chunk in replayed for transcript in chunk.transcripts)

    def commit(chunk: RecognizedChunk) -> None:
        record.commit_chunk(
            CommittedChunk(chunk.ordinal, chunk.first_sample, chunk.end_sample, chunk.windows, chunk.transcripts)
        )

    limit = 1 if context.request.is_gentle else recognizer.batch_size
    ahead = _fitting(record, limit)
    recognize = RecognizeStage(recognizer, options, choice, commit, context.events, replayed, ahead)
    audio: Channel[AudioChunk] = Channel(token, limit=_AUDIO_AHEAD, cost=lambda chunk: chunk.span.duration)
    speech = SpeechBoard(token, limit=_CHUNKS_AHEAD, may_jump=lambda: choice.is_settled)
    context.resources.callback(context.focus.on_look(speech.look))
    recognized: Channel[RecognizedChunk] = Channel(token, limit=_CHUNKS_AHEAD)
    pipeline = Pipeline(token)
    if not (replayed and replayed[-1].is_end):
        start = replayed[-1].end_sample if replayed else 0
        segment = _segment_stage(context, recognizer.segment_seconds, sum(chunk.windows for chunk in replayed))
        pipeline.add("ingest", lambda chunks: chunks, source.audio(start_sample=start), audio)
        pipeline.add(
            "segment",
            lambda chunks: chunked(segment(chunks), limit=limit, first_ordinal=len(replayed)),
            audio,
            speech,
            media=lambda chunk: chunk.span.duration,
        )
    else:
        speech.close()
    pipeline.add("recognize", recognize, speech, recognized, media=lambda chunk: chunk.seconds)
    pipeline.add("caption", Foresight(captions, context.events), recognized)
    return pipeline


def _segment_stage(context: JobContext, longest: float, first_id: int) -> SegmentStage:
    settings = SegmentSettings(max_window=longest, first_id=first_id)
    return SegmentStage(context.services.loaders.detector() if context.request.vad else None, settings)


def _media_seconds(source: MediaSource, captions: CaptionStage) -> float:
    last = max((track.cues[-1].span.end for track in captions.tracks if track.cues), default=0.0)
    return source.info.duration or last
