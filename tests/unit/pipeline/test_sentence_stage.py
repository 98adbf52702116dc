from collections.abc import Iterator

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, TimeSpan, Transcript, Word
from streamlation_desktop.pipeline.stages.sentences import SentenceStage


def transcript(text: str, start: float) -> Transcript:
    words = tuple(
        Word(f" {token}", TimeSpan(start + i * 0.3, start + (i + 1) * 0.3)) for i, token in enumerate(text.split())
    )
    span = TimeSpan(words[0].span.start, words[-1].span.end)
    return Transcript(0, span, LanguageCode("en"), text, words, Origin("test", "none"))


def test_sentences_are_yielded_as_soon_as_they_are_complete() -> None:
    stage = SentenceStage(first_id=7)
    seen: list[str] = []

    def transcripts() -> Iterator[Transcript]:
        yield transcript("Hello there. I am", 0.0)
        seen.append("second")
        assert [word.text for word in stage.pending] == [" I", " am"]
        yield transcript("here", 1.2)

    for sentence in stage(transcripts()):
        seen.append(f"{sentence.id} {sentence.text}")

    assert seen == ["7 Hello there.", "second", "8 I am here"]
