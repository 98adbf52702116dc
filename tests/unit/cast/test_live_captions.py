"""What a live session tells, and what may be shown of it without taking anything back."""

from __future__ import annotations

import itertools

from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.events import CaptionUpdated, CueCommitted, EventBus, LiveStats, Progressed
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan, Word

EN, ES = LanguageCode("en"), LanguageCode("es")


class Talk:
    """A live session that says what the test wants."""

    def __init__(self, *languages: LanguageCode) -> None:
        self.feed, self.events = CaptionFeed(languages, is_live=True), EventBus()
        self.events.subscribe(self.feed.handle)
        self._revisions = itertools.count(1)

    def say(
        self, language: LanguageCode, line: int, text: str, start: float, *, tail: str = "", closed: bool = False
    ) -> None:
        words = tuple(
            Word(f" {word}", TimeSpan(start + n / 2, start + (n + 1) / 2)) for n, word in enumerate(text.split())
        )
        state = CaptionState(language, next(self._revisions), line, words, tail, start + len(words) / 2, closed)
        self.events.publish(CaptionUpdated(state))

    def listen(self, until: float) -> None:
        self.events.publish(Progressed("listen", until, None))

    def shown(self, language: LanguageCode = ES) -> list[str]:
        return [cue.text for cue in self.feed.cues(language)]


def test_line_that_is_spoken_holds_back_its_growing_caption() -> None:
    talk = Talk(ES)
    talk.say(ES, 0, "hola a todos", 5.0)
    talk.listen(30.0)
    assert talk.feed.committed_to == 5.0

    talk.say(ES, 0, "hola a todos", 5.0, closed=True)
    assert talk.feed.committed_to == 28.0
    assert talk.shown() == ["hola a todos"]


def test_translation_that_is_still_to_come_holds_back_what_it_translates() -> None:
    talk = Talk(ES)
    talk.say(EN, 0, "hello everyone", 5.0)
    talk.listen(9.0)
    talk.say(EN, 0, "hello everyone", 5.0, closed=True)
    talk.say(EN, 1, "good morning", 8.0)
    assert talk.feed.committed_to == 5.0

    talk.say(ES, 0, "hola a todos", 5.0, closed=True)
    assert talk.feed.committed_to == 8.0
    talk.say(ES, 1, "", 8.0, tail="buenos")
    assert talk.feed.committed_to == 8.0


def test_language_that_nobody_translates_into_holds_nothing_back_for_long() -> None:
    talk = Talk(ES)
    for line in range(4):
        talk.say(EN, line, "good morning", 2.0 * line, closed=True)
        assert talk.feed.committed_to == 0.0 or line == 3
    talk.listen(12.0)

    assert talk.feed.committed_to == 10.0


def test_guess_that_has_no_time_yet_lets_nothing_pass() -> None:
    talk = Talk(EN)
    talk.listen(6.0)
    assert talk.feed.committed_to == 4.0
    talk.say(EN, 0, "", 5.0, tail="hello")
    talk.listen(20.0)

    assert talk.feed.committed_to == 4.0


def test_silence_passes_as_soon_as_no_word_can_be_in_it() -> None:
    talk = Talk(EN)
    talk.listen(10.0)
    assert talk.feed.committed_to == 8.0
    talk.events.publish(LiveStats(1.0, 3.5, None, 0.0, 0.0, 0.5, "full quality"))
    talk.listen(12.0)

    assert talk.feed.committed_to == 8.5


def test_caption_is_there_at_the_end_of_its_sentence_not_of_the_next_one() -> None:
    """Cues as files have them come when the sentence after them is complete."""
    talk = Talk(ES)
    talk.say(ES, 0, "hola a todos", 5.0, closed=True)
    talk.events.publish(CueCommitted(Cue(0, TimeSpan(5.0, 7.0), ("hola a todos",), ES)))
    talk.say(ES, 1, "buenos dias", 7.0, closed=True)

    assert talk.shown() == ["hola a todos", "buenos dias"]
    assert [cue.span.end for cue in talk.feed.cues(ES)] == [7.0, 10.0]


def test_full_caption_of_a_long_line_passes_while_the_line_goes_on() -> None:
    talk = Talk(EN)
    text = " ".join(f"word{number:02}" for number in range(16))
    talk.say(EN, 0, text, 10.0)

    assert len(talk.shown(EN)) == 2
    assert talk.feed.committed_to == talk.feed.cues(EN)[-1].span.start > 10.0
