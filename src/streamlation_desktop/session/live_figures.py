"""What is measured of a live session while it runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from streamlation_desktop.core.events import LiveStats, StageStats
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import AudioChunk
from streamlation_desktop.media.source import MediaSource
from streamlation_desktop.pipeline.channel import Channel
from streamlation_desktop.pipeline.live.load import LoadPolicy
from streamlation_desktop.pipeline.live.meter import CaptionMeter
from streamlation_desktop.pipeline.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class LiveFigures:
    """Where the figures of a session come from."""

    spoken: LanguageCode
    meters: Mapping[LanguageCode, CaptionMeter]
    """Of what is said, then of each translation."""
    load: LoadPolicy
    audio: Channel[AudioChunk]
    """That waits to be recognized."""
    source: MediaSource

    def stats(self) -> LiveStats:
        """As they are now."""
        spoken = self.meters[self.spoken]
        translated = [meter for language, meter in self.meters.items() if language != self.spoken]
        return LiveStats(
            lag_p50=spoken.lag(0.5),
            lag_p95=spoken.lag(0.95),
            translation_lag_p50=translated[0].lag(0.5) if translated else None,
            revised_words=spoken.revised_rate,
            dropped_seconds=self.audio.dropped_cost + self.source.counters.dropped_seconds,
            load=self.load.load,
            level=self.load.level.name,
            reconnects=self.source.counters.reconnects,
        )


def stages_of(pipelines: Sequence[Pipeline]) -> list[StageStats]:
    """The figures of each stage: all work on the same media, also those that never see its sound."""
    stages = [stage for pipeline in pipelines for stage in pipeline.stats()]
    media = max(stage.media_seconds for stage in stages)
    return [replace(stage, media_seconds=media) for stage in stages]
