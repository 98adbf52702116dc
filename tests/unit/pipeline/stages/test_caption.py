"""The caption stage is the cue builder in the pipeline's shape."""

from __future__ import annotations

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Sentence, TimeSpan
from streamlation_desktop.pipeline.stages.caption import CaptionStage
from streamlation_desktop.subtitles.builder import CueBuilder
from streamlation_desktop.subtitles.norms import Norms

EN = LanguageCode("en")


def sentence(number: int, start: float) -> Sentence:
    return Sentence(number, TimeSpan(start, start + 2.0), EN, f"This is sentence number {number}.")


def test_cues_flow_as_soon_as_they_are_final_and_end_with_the_media() -> None:
    given = []

    def feed() -> list[Sentence]:
        return [sentence(0, 0.0), sentence(1, 5.0), sentence(2, 10.0)]

    stage = CaptionStage(CueBuilder(Norms()), media_end=12.1)
    items = iter(feed())
    cues = stage(given.append(item) or item for item in items)  # type: ignore[func-returns-value]

    first = next(cues)
    assert first.lines == ("This is sentence number 0.",)
    assert len(given) == 2
    rest = list(cues)
    assert [cue.index for cue in rest] == [1, 2]
    assert rest[-1].span.end == 12.1
