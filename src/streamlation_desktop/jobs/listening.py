"""What is done to the sound before and after it is recognized: the voice stem, noise, speakers."""

from __future__ import annotations

import hashlib
import wave
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from streamlation_desktop.core.errors import EngineError, ModelError
from streamlation_desktop.core.files import disk_errors, put_in_place
from streamlation_desktop.core.types import SAMPLE_RATE, Samples, Sentence, TimeSpan
from streamlation_desktop.engines.speech_base import SpeakerTurn, SpeechEnhancer
from streamlation_desktop.jobs.context import TrackContext
from streamlation_desktop.media.full_sound import mono_sound


def prepared_sound(context: TrackContext) -> str:
    """Location of what is to be recognized: the source, its voice stem, or either without its noise.

    Raises:
        ModelError: the enhancing network is missing or damaged.
        SourceError: the sound cannot be read.
    """
    request = context.request
    heard = str(request.stems.voice) if request.stems else request.location
    if not request.enhance:
        return heard
    # Under the same name after a kill, so that recognition goes on in the middle of it.
    name = hashlib.sha256(f"{context.fingerprint}\n{request.enhance}\n{heard}".encode()).hexdigest()[:20]
    path = context.workspace.listening / f"{name}.wav"
    enhancer = context.services.loaders.enhancer(Path(request.enhance))
    context.helped("enhance", enhancer.origin)
    if not path.exists():
        track = request.audio_track if heard == request.location else None
        blocks = mono_sound(heard, SAMPLE_RATE, context.token, track)
        _write_wav(enhanced(enhancer, blocks), path)
    enhancer.close()
    return str(path)


def enhanced(enhancer: SpeechEnhancer, blocks: Iterable[Samples]) -> Iterator[Samples]:
    """The blocks without their noise; as many samples in all."""
    enhancer.reset()
    for block in blocks:
        yield enhancer.enhance(block)
    yield enhancer.finish()


def with_speakers(context: TrackContext, heard: str, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences, each with who says it; without a model, everybody is one speaker, and that is told."""
    request = context.request
    if not request.diarizer or not sentences:
        return sentences
    try:
        diarizer = context.services.loaders.diarizer(Path(request.diarizer))
    except (EngineError, ModelError) as error:
        context.warn(f"the speakers are not told apart: {error}", error.hint)
        return sentences
    blocks = list(mono_sound(heard, diarizer.sample_rate, context.token))
    turns = diarizer.diarize(np.concatenate(blocks), request.speakers)
    context.helped("diarize", diarizer.origin)
    diarizer.close()
    return assign_speakers(sentences, turns)


def assign_speakers(sentences: Sequence[Sentence], turns: Sequence[SpeakerTurn]) -> tuple[Sentence, ...]:
    """Each sentence goes to who speaks longest in it; one that nobody's turn touches, to the last who spoke."""
    result: list[Sentence] = []
    last = "speaker 1"
    for sentence in sentences:
        shares: dict[int, float] = {}
        for turn in turns:
            shares[turn.speaker] = shares.get(turn.speaker, 0.0) + _common(sentence.span, turn.span)
        longest = max(shares, key=lambda speaker: shares[speaker], default=None)
        if longest is not None and shares[longest] > 0:
            last = f"speaker {longest + 1}"
        result.append(replace(sentence, speaker=last))
    return tuple(result)


def _common(one: TimeSpan, other: TimeSpan) -> float:
    return max(0.0, min(one.end, other.end) - max(one.start, other.start))


def _write_wav(blocks: Iterator[Samples], path: Path) -> None:
    part = path.with_suffix(".part")
    with disk_errors(path):
        with wave.open(str(part), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(SAMPLE_RATE)
            for block in blocks:
                file.writeframes((np.clip(block, -1.0, 1.0) * 32767.0).astype("<i2").tobytes())
        put_in_place(part, path)  # whoever goes on after a power cut hears this, and no zeros
