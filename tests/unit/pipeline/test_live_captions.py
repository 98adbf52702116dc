"""From settled words to states of captions, in the spoken language and in others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streamlation_desktop.core.captions import CaptionLog, CaptionState
from streamlation_desktop.core.clock import SystemClock
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Sentence, TimeSpan, Translation, Word
from streamlation_desktop.engines.base import DeviceChoice, LanguagePair, ModelSpec, Translator
from streamlation_desktop.engines.extending import Extender
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from streamlation_desktop.pipeline.live.arrivals import Arrivals
from streamlation_desktop.pipeline.live.captioning import CaptionStep, LineUpdate
from streamlation_desktop.pipeline.live.ear import SpeechUpdate
from streamlation_desktop.pipeline.live.growing import GrowingTarget
from streamlation_desktop.pipeline.live.lines import LineWriter
from streamlation_desktop.pipeline.live.meter import CaptionMeter
from streamlation_desktop.pipeline.live.sentences import LiveSentences
from streamlation_desktop.pipeline.live.targets import SentenceTarget, TargetStream
from streamlation_desktop.pipeline.stages.translate import SentenceTranslator
from streamlation_desktop.settings.paths import embedded_model
from tests.support.live import script

EN, ES = LanguageCode("en"), LanguageCode("es")
PAIR = LanguagePair(EN, ES)
STORY = (
    "Last year your brother worked in the library. The train arrives at seven in the evening. "
    "My friend wants to travel to Paris today."
)


def updates(words: Sequence[Word], step: int, tail: int) -> Iterator[SpeechUpdate]:
    """So many words at a time, with the next ones as a tail, then silence."""
    for first in range(0, len(words), step):
        committed = tuple(words[first : first + step])
        behind = tuple(words[first + step : first + step + tail])
        yield SpeechUpdate(EN, committed, behind, committed[-1].span.end + 0.3)
    end = words[-1].span.end
    for seconds in range(1, 8):
        yield SpeechUpdate(EN, (), (), end + seconds, float(seconds))


def captioned(speech: Iterable[SpeechUpdate]) -> tuple[list[CaptionState], list[LineUpdate]]:
    states: list[CaptionState] = []
    step = CaptionStep(LiveSentences(EN), LineWriter(EN), CaptionMeter(Arrivals()), SystemClock(), states.append)
    lines = list(step(speech))
    return states, lines


def translated(target: TargetStream, lines: Iterable[LineUpdate]) -> tuple[list[CaptionState], list[Translation]]:
    states: list[CaptionState] = []
    translations: list[Translation] = []
    for line in lines:
        made = target.update(line, drafts=True)
        states += made.states
        translations += made.translations
    return states, translations


def assert_settled_text_never_changes(states: Sequence[CaptionState]) -> None:
    assert [state.revision for state in states] == list(range(1, len(states) + 1))
    lines: dict[int, CaptionState] = {}
    for state in states:
        before = lines.get(state.line)
        if before is not None:
            assert not before.is_closed, "a closed line was written to"
            assert state.committed[: len(before.committed)] == before.committed
        else:
            assert state.line == len(lines), "a line was left out"
        lines[state.line] = state


@settings(max_examples=60, deadline=None)
@given(step=st.integers(1, 7), tail=st.integers(0, 4), pauses=st.lists(st.floats(0.0, 1.0), min_size=3, max_size=3))
def test_spoken_captions_never_change_and_lose_no_word(step: int, tail: int, pauses: list[float]) -> None:
    words: list[Word] = []
    for sentence, pause in zip(STORY.split(". "), pauses, strict=True):
        words += script(sentence, start=(words[-1].span.end if words else 0.0) + pause)
    states, lines = captioned(updates(words, step, tail))

    assert_settled_text_never_changes(states)
    log = CaptionLog()
    for state in states:
        log.add(state)
    assert log.text.split() == "".join(word.text for word in words).split()
    assert [s.id for line in lines for s in line.done] == list(range(sum(len(line.done) for line in lines)))


def test_sentence_without_punctuation_ends_at_a_pause_without_waiting_for_the_next_word() -> None:
    states, _ = captioned([SpeechUpdate(EN, tuple(script("it is late")), (), 1.5), SpeechUpdate(EN, (), (), 2.1, 0.6)])

    assert [(state.text, state.is_closed) for state in states] == [("It is late", False), ("It is late.", True)]


def test_bare_words_get_capitals_as_they_are_settled_and_a_question_its_mark() -> None:
    words = script("where does i'm new york lie")
    speech = [SpeechUpdate(EN, tuple(words[:4]), tuple(words[4:5]), 1.5), SpeechUpdate(EN, tuple(words[4:]), (), 2.0)]
    states, lines = captioned([*speech, SpeechUpdate(EN, (), (), 4.0, 1.0)])

    assert_settled_text_never_changes([state for state in states if not state.is_closed])
    assert states[0].text + states[0].tail == "Where does I'm New York"
    assert [sentence.text for line in lines for sentence in line.done] == ["Where does I'm New York lie?"]
    assert [word.text for word in lines[0].pending] == [word.text for word in words[:4]]


def test_recognizer_that_writes_marks_is_left_as_it_is() -> None:
    speech = SpeechUpdate(EN, tuple(script("We left. and then it rained")), (), 4.0)

    assert [sentence.text for line in captioned([speech])[1] for sentence in line.done] == [
        "We left.",
        "and then it rained",
    ]


def test_full_stop_that_is_settled_later_ends_the_sentence_and_is_shown() -> None:
    words = script("We saw it")
    stop = Word(".", TimeSpan(2.4, 2.4))
    states, lines = captioned(
        (SpeechUpdate(EN, tuple(words), (), 1.5), SpeechUpdate(EN, (stop, *script("Now", 2.5)), (), 3.0))
    )

    assert [sentence.text for line in lines for sentence in line.done] == ["We saw it.", "Now"]
    shown = ["".join(word.text for word in state.committed) for state in states]
    assert shown[:3] == ["We saw it", "We saw it.", "Now"]
    assert [state.is_closed for state in states] == [False, True, False, True]


def test_full_stop_behind_a_sentence_that_a_pause_has_ended_is_left_out() -> None:
    words = script("We saw it")
    stop = Word(".", TimeSpan(4.0, 4.0))
    updates = (
        SpeechUpdate(EN, tuple(words), (), 1.5),
        SpeechUpdate(EN, (), (), 4.0, 2.0),
        SpeechUpdate(EN, (stop,), (), 4.5),
    )

    assert [sentence.text for line in captioned(updates)[1] for sentence in line.done] == ["We saw it"]


def test_silence_clears_the_display_once() -> None:
    states, _ = captioned(updates(script("Hello there."), 2, 0))

    assert [state.is_closed for state in states] == [True, False]
    assert states[-1].committed == ()
    assert states[-1].tail == ""


def test_long_speech_without_punctuation_is_cut_into_readable_sentences() -> None:
    _, lines = captioned(updates(script(" ".join(f"word{n}" for n in range(100))), 3, 0))

    assert max(len(sentence.words) for line in lines for sentence in line.done) <= 24


class Rules:
    """Translates whole sentences word by word."""

    def __init__(self) -> None:
        self.drafts = 0

    def whole(self, sentences: Sequence[Sentence]) -> list[Translation]:
        return [Translation(each, ES, each.text.upper(), Origin("rules", "")) for each in sentences]

    def draft(self, texts: Sequence[str]) -> list[str]:
        self.drafts += 1
        return [text.upper() for text in texts]


def test_engine_for_whole_sentences_shows_the_rest_as_a_tail() -> None:
    rules = Rules()
    _, lines = captioned(updates(script(STORY), 3, 2))
    states, _ = translated(SentenceTarget(ES, LineWriter(ES), rules.whole, rules.draft), lines)

    assert_settled_text_never_changes(states)
    assert not any(state.committed for state in states if not state.is_closed)
    assert "LAST YEAR YOUR" in {state.tail for state in states}
    assert next(state.text for state in states if state.is_closed) == "LAST YEAR YOUR BROTHER WORKED IN THE LIBRARY."


def test_drafts_are_left_out_when_there_is_no_time_and_sentences_are_not() -> None:
    rules = Rules()
    _, lines = captioned(updates(script(STORY), 3, 2))
    target = SentenceTarget(ES, LineWriter(ES), rules.whole, rules.draft)
    translations = [made for line in lines for made in target.update(line, drafts=False).translations]

    assert rules.drafts == 0
    assert len(translations) == 3


@pytest.fixture(scope="module")
def growing() -> Iterator[Callable[[], GrowingTarget]]:
    folder = embedded_model("fixtures/opus-fixture-en-es")
    spec = ModelSpec("opus", Path(folder), DeviceChoice(), frozenset({PAIR}))
    translator: Translator = EngineRegistry().create(EngineKind.TRANSLATOR, "opus-mt", spec)
    assert isinstance(translator, Extender)
    whole, extender = SentenceTranslator(translator, ES), translator
    yield lambda: GrowingTarget(PAIR, LineWriter(ES), whole, extender, Origin("opus-mt", "opus"))
    translator.close()


@pytest.mark.parametrize(("step", "tail"), [(1, 0), (1, 1), (1, 3), (2, 1), (5, 2)])
def test_translation_grows_word_by_word_and_never_changes(
    growing: Callable[[], GrowingTarget], step: int, tail: int
) -> None:
    _, lines = captioned(updates(script(STORY), step, tail))
    states, translations = translated(growing(), lines)

    assert_settled_text_never_changes(states)
    assert any(state.committed for state in states if not state.is_closed)
    closed = [state.text for state in states if state.is_closed]
    assert closed == [translation.text for translation in translations]
    assert len(closed) == 3


def test_translation_that_grew_is_as_good_as_one_of_the_whole_sentence(growing: Callable[[], GrowingTarget]) -> None:
    _, lines = captioned(updates(script(STORY), 1, 2))
    _, grown = translated(growing(), lines)
    _, whole = translated(growing(), [line for line in lines if line.done])

    assert [each.text for each in grown] == [each.text for each in whole]


def test_words_of_a_growing_translation_have_the_times_of_what_they_translate(
    growing: Callable[[], GrowingTarget],
) -> None:
    words = script(STORY)
    _, lines = captioned(updates(words, 1, 2))
    states, _ = translated(growing(), lines)
    first = next(state for state in states if state.is_closed)

    ends = [word.span.end for word in first.committed]
    assert ends[0] < ends[-1] <= words[7].span.end
