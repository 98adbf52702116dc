"""The stage that turns sentences, spoken or translated, into cues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from streamlation_desktop.core.types import Cue, Sentence, Translation
from streamlation_desktop.subtitles.builder import CueBuilder


@dataclass(frozen=True, slots=True)
class CaptionStage:
    """Builds one track; the builder is used up by one call."""

    builder: CueBuilder
    media_end: float | None = None
    """Seconds, where known: no cue outlasts the media."""

    def __call__(self, items: Iterable[Sentence | Translation]) -> Iterator[Cue]:
        """Cues as they become final, in order."""
        for item in items:
            yield from self.builder.add(item)
        yield from self.builder.finish(self.media_end)
