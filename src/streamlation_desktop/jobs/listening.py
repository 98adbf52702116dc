"""What is done to the sound before and after it is recognized: the voice stem, noise, speakers."""

from __future__ import annotations

from pathlib import Path

from streamlation_desktop.core.types import Sentence
from streamlation_desktop.jobs.context import TrackContext


def prepared_sound(context: TrackContext, folder: Path) -> str:
    """Location of what is to be recognized."""
    del folder
    return str(context.request.stems.voice) if context.request.stems else context.request.location


def with_speakers(context: TrackContext, heard: str, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences, each with who says it."""
    del context, heard
    return sentences
