from __future__ import annotations

import random

from streamlation_desktop.core.captions import CaptionLog, CaptionState
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import TimeSpan, Word

ES = LanguageCode("es")


def state(revision: int, line: int, text: str, tail: str = "", *, closed: bool = False) -> CaptionState:
    words = tuple(Word(f" {word}", TimeSpan(float(n), n + 0.5)) for n, word in enumerate(text.split()))
    return CaptionState(ES, revision, line, words, tail, float(revision), closed)


STATES = (
    state(1, 0, "", "hola"),
    state(2, 0, "hola", "mundo"),
    state(3, 0, "hola mundo", closed=True),
    state(4, 1, ""),
    state(5, 1, "adiós", "am"),
    state(6, 1, "adiós amigo", closed=True),
)


def test_log_gives_the_same_text_in_whatever_order_and_however_often_states_come() -> None:
    for seed in range(20):
        shuffled = [*STATES, *STATES]
        random.Random(seed).shuffle(shuffled)
        log = CaptionLog()
        for each in shuffled:
            log.add(each)
        assert log.text == "hola mundo\nadiós amigo"
        assert log.latest == STATES[-1]


def test_state_that_is_known_is_no_news() -> None:
    log = CaptionLog()

    assert [log.add(each) for each in (STATES[1], STATES[1], STATES[0], STATES[2])] == [True, False, False, True]


def test_viewer_that_comes_late_shows_what_the_others_show() -> None:
    log = CaptionLog()
    log.add(STATES[4])

    assert log.latest is not None
    assert (log.latest.text, log.latest.tail) == ("adiós", "am")


def test_log_of_bounded_length_forgets_old_lines_for_good() -> None:
    log = CaptionLog(keep=1)
    for each in STATES:
        log.add(each)

    assert [line.line for line in log.lines] == [1]
    assert not log.add(STATES[2])


def test_span_goes_from_the_first_settled_word_to_the_last() -> None:
    assert STATES[2].span == TimeSpan(0.0, 1.5)
    assert STATES[3].span == TimeSpan(4.0, 4.0)
