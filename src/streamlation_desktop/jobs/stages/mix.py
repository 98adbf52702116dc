"""Voice and mix of one language as finished sound."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import langcodes

from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import language_name
from streamlation_desktop.core.types import Samples
from streamlation_desktop.dubbing.duck import DuckCurve
from streamlation_desktop.dubbing.mix import MIX_RATE, ClipOnLine, VoiceLine, mixed, voice_blocks
from streamlation_desktop.jobs.clip_packs import ClipPacks
from streamlation_desktop.jobs.context import Stopwatch, TrackContext
from streamlation_desktop.jobs.request import TARGET_LOUDNESS, Stems
from streamlation_desktop.jobs.results import DubResult, MixResult, SoundFile, SpokenLine, TranscriptResult
from streamlation_desktop.jobs.separation import background
from streamlation_desktop.jobs.stages.speak import clip_spans
from streamlation_desktop.jobs.stem_check import moved, stem_offsets
from streamlation_desktop.jobs.workspace import sha256_of_file
from streamlation_desktop.media.finished_sound import Target, finish_sound
from streamlation_desktop.media.full_sound import full_sound, stereo_sound
from streamlation_desktop.media.loudness import SILENCE, Loudness, measure
from streamlation_desktop.media.sound_writer import SoundTags
from streamlation_desktop.media.source import probe_source
from streamlation_desktop.media.tempo import resampled_stereo

_VOICE_BITRATE, _MIX_BITRATE = 128_000, 192_000
_USUAL_SPEECH = -23.0
"""LUFS of speech where the source has none to compare with."""
_QUIETEST, _LOUDEST = -36.0, -12.0
"""LUFS between which a source's level is taken for that of its speech."""


@dataclass(frozen=True, slots=True)
class _Inputs:
    lines: tuple[SpokenLine, ...]
    media_seconds: float
    loudness: str
    stems: Stems | None
    audio_track: int | None
    separate: str


@dataclass(frozen=True, slots=True)
class _Level:
    """Loudness, in the form in which results are kept."""

    integrated: float
    true_peak: float


@dataclass(frozen=True, slots=True)
class Original:
    """What lies under the dub."""

    blocks: Callable[[], Iterator[Samples]]
    is_ducked: bool
    speech_loudness: float
    """LUFS of the speech that the dub replaces."""


def mix(context: TrackContext, transcript: TranscriptResult, dub: DubResult) -> MixResult:
    """Mix, level, encode.

    Raises:
        SourceError: the source cannot be read.
        DiskFull, NotWritable: the disk refuses; nothing half-written is left.
        Cancelled: the job was stopped.
    """
    request = context.request
    inputs = _Inputs(
        dub.lines, transcript.media_seconds, request.loudness, request.stems, request.audio_track, request.separate
    )
    return context.kept(MixResult, Stage.MIXING, inputs, lambda: _Mixer(context, transcript, dub).mix())


@dataclass(slots=True)
class _Mixer:
    context: TrackContext
    transcript: TranscriptResult
    dub: DubResult

    def mix(self) -> MixResult:
        watch = Stopwatch(time.thread_time)
        context, total = self.context, round(self.transcript.media_seconds * MIX_RATE)
        original, offsets = self._original()
        voice = measure(self._watched(voice_blocks(self._line(), total), 0.0, 0.1, total), MIX_RATE)
        if self.dub.lines and voice.is_silent:
            context.warn("the dub is too quiet to be measured")
        gain = 0.0 if voice.is_silent else original.speech_loudness - voice.integrated
        target = Target(TARGET_LOUDNESS[context.request.loudness])
        alone = self._finish(
            lambda: self._watched(voice_blocks(self._line(), total), 0.1, 0.3, total), voice, target, "voice"
        )
        before = measure(self._watched(self._mixed(original, total, gain), 0.3, 0.6, total), MIX_RATE)
        both = self._finish(
            lambda: self._watched(self._mixed(original, total, gain), 0.6, 1.0, total), before, target, "mix"
        )
        cost = watch.cost(context)
        return MixResult(alone, both, round(gain, 2), offsets, tuple(context.warnings), cost, tuple(context.helpers))

    def _line(self) -> VoiceLine:
        store = ClipPacks(self.context.workspace.clips)
        clips = [
            ClipOnLine(line.clip, round(line.start * MIX_RATE), round(line.overlap * MIX_RATE))
            for line in self.dub.lines
        ]
        return VoiceLine(sorted(clips, key=lambda clip: clip.first), store.load)

    def _mixed(self, original: Original, total: int, gain: float) -> Iterator[Samples]:
        duck = DuckCurve(clip_spans(self.dub.lines), MIX_RATE) if original.is_ducked else None
        return mixed(original.blocks(), self._line(), total, duck=duck, voice_gain=10 ** (gain / 20))

    def _finish(
        self, blocks: Callable[[], Iterator[Samples]], before: Loudness, target: Target, kind: str
    ) -> SoundFile:
        context = self.context
        path = context.workspace.mixes / f"{context.language}.{kind}.m4a"
        code = langcodes.get(context.language).to_alpha3(variant="B")
        tags = SoundTags(code, f"{language_name(context.language)} dub" + (", voice only" if kind == "voice" else ""))
        bitrate = _VOICE_BITRATE if kind == "voice" else _MIX_BITRATE
        heard = finish_sound(blocks, before, target, path, context.token, bitrate=bitrate, tags=tags)
        peak = heard.true_peak if math.isfinite(heard.true_peak) else SILENCE
        seconds = probe_source(str(path), context.token).duration or 0.0
        return SoundFile(path, sha256_of_file(path), heard.integrated, round(peak, 2), seconds)

    def _original(self) -> tuple[Original, tuple[float, ...]]:
        request, token = self.context.request, self.context.token
        if request.stems is not None:
            return self._stems(request.stems)
        if not probe_source(request.location, token).audio:
            return Original(lambda: iter(()), False, _USUAL_SPEECH), ()
        level = self._level(request.location, request.audio_track)
        if request.separate:
            return Original(self._without_voices, False, level), ()
        return Original(lambda: full_sound(request.location, token, request.audio_track), True, level), ()

    def _without_voices(self) -> Iterator[Samples]:
        """The source's background, taken apart here; made again for each reading, which costs time but no disk."""
        request = self.context.request
        separator = self.context.services.loaders.separator(Path(request.separate))
        self.context.helped("separate", separator.origin)
        blocks = stereo_sound(request.location, separator.sample_rate, self.context.token, request.audio_track)
        apart = background(separator, blocks)
        yield from resampled_stereo(apart, separator.sample_rate, MIX_RATE)
        separator.close()

    def _stems(self, stems: Stems) -> tuple[Original, tuple[float, ...]]:
        context = self.context
        found = stem_offsets(context.request, context.token)
        offsets = tuple(each.seconds if each.is_sure else 0.0 for each in found or ())
        for name, each in zip(("voice", "background"), found or (), strict=False):
            if not each.is_sure:
                context.warn(f"the {name} stem sounds like nothing in the source: it is used as it lies")
            elif each.seconds:
                context.warn(f"the {name} stem is moved by {each.seconds * 1000:+.0f} ms")
        shift = offsets[1] if offsets else 0.0
        level = self._level(str(stems.voice), None)
        return Original(lambda: moved(full_sound(str(stems.background), context.token), shift), False, level), offsets

    def _level(self, location: str, track: int | None) -> float:
        """Loudness of the source, measured once for all languages."""
        context = self.context

        def listen() -> _Level:
            heard = measure(full_sound(location, context.token, track), MIX_RATE)
            return _Level(heard.integrated, heard.true_peak if math.isfinite(heard.true_peak) else SILENCE)

        known = context.kept(_Level, Stage.MIXING, _Source(location, track), listen, shared=True)
        if known.integrated <= SILENCE:
            context.warn("the source is silent: the dub is as loud as speech usually is")
        return _speech_level(known.integrated)

    def _watched(self, blocks: Iterator[Samples], low: float, high: float, total: int) -> Iterator[Samples]:
        done = 0
        for block in blocks:
            self.context.token.raise_if_cancelled()
            done += len(block)
            self.context.report(low + (high - low) * min(1.0, done / max(total, 1)))
            yield block


@dataclass(frozen=True, slots=True)
class _Source:
    location: str
    audio_track: int | None


def _speech_level(integrated: float) -> float:
    return _USUAL_SPEECH if integrated <= SILENCE else min(max(integrated, _QUIETEST), _LOUDEST)
