"""The language that is spoken in a live session: known beforehand, or heard."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from streamlation_desktop.core.events import EventBus, LanguageDetected, Warned
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import AudioChunk
from streamlation_desktop.engines.base import VoiceActivityDetector
from streamlation_desktop.engines.streaming.base import StreamingModel
from streamlation_desktop.pipeline.live.endpointer import Endpointer
from streamlation_desktop.pipeline.live.language import find_language
from streamlation_desktop.session.live_resume import EarlierRun


def known_language(
    earlier: EarlierRun, sources: tuple[LanguageCode, ...], languages: Collection[LanguageCode]
) -> LanguageCode | None:
    """The language, if nothing need be heard to tell it.

    Args:
        sources: those that the user allows; all where there are none.
        languages: those that the model understands.
    """
    if earlier.language is not None:
        return earlier.language
    known = sources if len(sources) == 1 else tuple(languages) if len(languages) == 1 else ()
    return known[0] if known else None


def hear_language(
    audio: Iterable[AudioChunk],
    detector: VoiceActivityDetector,
    model: StreamingModel,
    sources: tuple[LanguageCode, ...],
    events: EventBus,
) -> tuple[LanguageCode, list[AudioChunk]]:
    """The language of the first speech, and the sound that was read to tell it."""
    guess, read = find_language(iter(audio), Endpointer(detector), lambda speech: model.detect(speech, sources))
    if guess is None:
        events.publish(Warned("no speech was found", "Is it the right audio track?"))
        return (sources or tuple(sorted(model.languages)))[0], read
    events.publish(LanguageDetected(guess.language, guess.probability, read[-1].span))
    return guess.language, read
