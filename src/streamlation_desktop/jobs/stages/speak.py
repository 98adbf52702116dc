"""The translation as clips that fit into the time of what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, TimeSpan, Translation
from streamlation_desktop.dubbing.arrange import arrange
from streamlation_desktop.dubbing.fit import Fitter
from streamlation_desktop.dubbing.normalize import normalize
from streamlation_desktop.dubbing.slots import Line, Slot, SlotLimits, slots
from streamlation_desktop.engines.speech_base import Speech
from streamlation_desktop.jobs.clip_packs import ClipPacks
from streamlation_desktop.jobs.clips import ClipNote, clip_key
from streamlation_desktop.jobs.context import Stopwatch, TrackContext
from streamlation_desktop.jobs.results import DubResult, SpokenLine, TranscriptResult, TranslationResult
from streamlation_desktop.jobs.stages.translate import checked_translator
from streamlation_desktop.jobs.voices import ChosenVoice, NothingSaid, Voices, clip_of, foresee, say
from streamlation_desktop.pipeline.stages.checked_translation import CheckedTranslator
from streamlation_desktop.storage.voice_map import MappedVoice


@dataclass(frozen=True, slots=True)
class _Inputs:
    lines: tuple[Line, ...]
    language: LanguageCode
    media_seconds: float
    voices: dict[str, MappedVoice]


@dataclass(frozen=True, slots=True)
class _ClipKey:
    text: str
    source: str
    translator: str
    language: LanguageCode
    origin: Origin
    voice: str
    room: float
    lead: float


class _Task(NamedTuple):
    """A line that is to be said."""

    line: Line
    slot: Slot
    voice: ChosenVoice


class _Spoken(NamedTuple):
    """A line with its clip, which is stored."""

    task: _Task
    key: str
    note: ClipNote


def speak(context: TrackContext, transcript: TranscriptResult, translation: TranslationResult) -> DubResult:
    """One clip for each line that says something; one that its voice cannot say is told, and left out.

    Raises:
        NothingSaid: the voices give silence for every line.
        LanguageNotSupported: no voice for the language.
        InferenceFailed: the engine could not say a line.
        StorageError: the disk refuses.
        Cancelled: the job was stopped.
    """
    request = context.request
    voices = Voices(context.services, context.stage_events(), context.language, request.project_name, context.device)
    lines = tuple(_lines(translation.translations, context.language))
    speakers = dict.fromkeys(line.speaker for line in lines)
    inputs = _Inputs(
        lines, context.language, transcript.media_seconds, {each: voices.choice(each) for each in speakers}
    )
    return context.kept(
        DubResult,
        Stage.DUBBING,
        inputs,
        lambda: _Speaker(context, voices, transcript, translation).speak(lines),
    )


def _lines(translations: Sequence[Translation], language: LanguageCode) -> Iterator[Line]:
    for each in sorted(translations, key=lambda each: each.sentence.span.start):
        text = normalize(each.text, language)
        if text:
            sentence = each.sentence
            yield Line(sentence.id, sentence.span, text, sentence.text, sentence.speaker)


@dataclass(slots=True)
class _Speaker:
    """Speaks the lines of one track."""

    context: TrackContext
    voices: Voices
    transcript: TranscriptResult
    translation: TranslationResult
    _checked: CheckedTranslator | None = None
    """The one of the track, once it was needed."""

    def speak(self, lines: Sequence[Line]) -> DubResult:
        watch = Stopwatch()
        limits = SlotLimits()
        allotted = slots([line.span for line in lines], self.transcript.media_seconds, limits)
        tasks = [_Task(line, slot, self.voices.of(line.speaker)) for line, slot in zip(lines, allotted, strict=True)]
        with closing(ClipPacks(self.context.workspace.clips)) as store:
            spoken = self._all_said(store, tasks)
        return self._arranged(spoken, limits, watch)

    def _all_said(self, store: ClipPacks, tasks: Sequence[_Task]) -> list[_Spoken]:
        spoken: list[_Spoken] = []
        silences: list[NothingSaid] = []
        for task, following in zip_longest(tasks, tasks[1:]):
            self.context.token.raise_if_cancelled()
            try:
                spoken.append(self._said(store, task, following))
            except NothingSaid as silence:
                silences.append(silence)
            self.context.report((len(spoken) + len(silences)) / len(tasks))
        self._tell(silences, is_all=not spoken)
        return spoken

    def _tell(self, silences: Sequence[NothingSaid], *, is_all: bool) -> None:
        if not silences:
            return
        if is_all:
            raise silences[0]
        more = f", and so on for {len(silences) - 1} more" if len(silences) > 1 else ""
        self.context.warn(f"a line is not spoken: {silences[0]}{more}", silences[0].hint)

    def _said(self, store: ClipPacks, task: _Task, following: _Task | None) -> _Spoken:
        """A line with its clip, which is made where it is not there yet."""
        key = clip_key(self._depends_on(task))
        known = store.recall(key)
        if known is not None:
            return _Spoken(task, key, known)
        if following is not None:  # said while this one is fitted and stored
            foresee(
                following.voice,
                following.line.text,
                _fitter(following.voice).scale(following.slot, following.line.text),
            )
        fitted = _fitter(task.voice).fit(task.slot, self._wordings(task.line))
        return _Spoken(task, key, store.keep(key, *clip_of(fitted, task.slot)))

    def _depends_on(self, task: _Task) -> _ClipKey:
        line, slot, voice = task
        return _ClipKey(
            line.text,
            line.source,
            self.translation.engine.model,
            voice.language,
            voice.synthesizer.origin,
            voice.voice,
            round(slot.room, 3),
            round(slot.lead, 3),
        )

    def _wordings(self, line: Line) -> Iterator[str]:
        """The translation, then shorter ones, which are made only when they are asked for."""
        yield line.text
        edits = self.context.results.edits(self.context.job_id, self.context.language)
        if self.transcript.language == self.context.language or line.index in edits:
            return
        if self._checked is None:
            self._checked = checked_translator(self.context, self.transcript.language)
        for other in self._checked.shorter(line.source):
            text = normalize(other, self.context.language)
            if text:
                yield text

    def _arranged(self, spoken: Sequence[_Spoken], limits: SlotLimits, watch: Stopwatch) -> DubResult:
        starts = [each.task.slot.start + each.note.start for each in spoken]
        wanted = [(start, start + each.note.seconds) for start, each in zip(starts, spoken, strict=True)]
        places = arrange(wanted, [each.task.slot.start for each in spoken], limits)
        result = [
            SpokenLine(
                line.index,
                key,
                note.text,
                line.speaker,
                voice.name,
                voice.synthesizer.origin,
                line.span.start,
                line.span.end,
                slot.earliest,
                slot.end,
                place.start,
                place.end,
                note.scale,
                note.stretch,
                note.wording,
                place.overlap,
            )
            for ((line, slot, voice), key, note), place in zip(spoken, places, strict=True)
        ]
        overlapping = sum(line.overlap > 0 for line in result)
        if overlapping:
            self.context.warn(f"{overlapping} of {len(result)} lines run into the next: they are too long to be said")
        origins = tuple(dict.fromkeys(voice.synthesizer.origin for voice in self.voices.all()))
        return DubResult(tuple(result), origins, tuple(self.context.warnings), watch.cost(self.context))


def _fitter(voice: ChosenVoice) -> Fitter[Speech]:
    return Fitter(lambda text, scale: say(voice, text, scale), voice.rate.seconds)


def clip_spans(lines: Sequence[SpokenLine]) -> list[TimeSpan]:
    """When the clips are heard."""
    return [TimeSpan(line.start, line.end) for line in lines]
