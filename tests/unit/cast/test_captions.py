from __future__ import annotations

import math
import threading
import time

import pytest

from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.events import (
    CueCommitted,
    EventBus,
    Progressed,
    SessionState,
    StateChanged,
    Transcribed,
)
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Origin, TimeSpan, Transcript, Word

EN, ES = LanguageCode("en"), LanguageCode("es")


def spoken(*starts: float) -> Transcribed:
    words = tuple(Word(f" w{start}", TimeSpan(start, start + 0.4)) for start in starts)
    span = TimeSpan(starts[0], starts[-1] + 0.4)
    return Transcribed(Transcript(0, span, EN, "…", words, Origin("e", "m")))


def committed(index: int, start: float, end: float, language: LanguageCode = ES) -> CueCommitted:
    return CueCommitted(Cue(index, TimeSpan(start, end), ("hola",), language))


def fed(*languages: LanguageCode) -> tuple[CaptionFeed, EventBus]:
    feed, events = CaptionFeed(languages), EventBus()
    events.subscribe(feed.handle)
    return feed, events


def test_silence_is_settled_as_soon_as_it_was_heard() -> None:
    feed, events = fed(ES)
    events.publish(Progressed("transcribe", 12.0, 60.0))

    assert feed.committed_to == 12.0


def test_words_whose_sentence_is_not_finished_hold_the_captions_back() -> None:
    feed, events = fed(ES)
    events.publish(spoken(2.0, 2.5, 9.0, 9.5))
    events.publish(committed(0, 1.9, 3.0))
    events.publish(Progressed("transcribe", 12.0, 60.0))
    assert feed.committed_to == 9.0

    events.publish(committed(1, 8.9, 10.1))
    assert feed.committed_to == 12.0


def test_slowest_language_decides() -> None:
    feed, events = fed(ES, EN)
    events.publish(spoken(2.0, 2.5))
    events.publish(committed(0, 1.9, 3.0, EN))
    events.publish(Progressed("transcribe", 12.0, 60.0))
    assert feed.committed_to == 2.0

    events.publish(committed(0, 1.9, 3.0, ES))
    assert feed.committed_to == 12.0


@pytest.mark.parametrize("state", [SessionState.FINISHED, SessionState.FAILED, SessionState.CANCELLED])
def test_end_of_the_session_settles_everything(state: SessionState) -> None:
    feed, events = fed(ES)
    events.publish(spoken(2.0))
    events.publish(StateChanged(state))

    assert feed.committed_to == math.inf
    assert feed.is_complete


def test_cues_that_only_touch_a_span_are_in_it() -> None:
    feed, _ = fed(ES)
    feed.add([Cue(0, TimeSpan(1, 3), ("a",), ES), Cue(1, TimeSpan(4, 5), ("b",), ES)])

    assert [cue.index for cue in feed.cues(ES, 2.0, 4.0)] == [0]
    assert [cue.index for cue in feed.cues(ES, 2.9, 4.1)] == [0, 1]


def test_waiting_ends_when_the_captions_are_there() -> None:
    feed, events = fed(ES)
    waiting = threading.Thread(target=feed.wait_for, args=(10.0, CancelToken()))
    waiting.start()
    events.publish(Progressed("transcribe", 10.0, 60.0))
    waiting.join(10)

    assert not waiting.is_alive()


def test_waiting_ends_at_its_deadline_and_on_cancel() -> None:
    feed, _ = fed(ES)
    token = CancelToken()

    assert not feed.wait_for(10.0, token, deadline=time.monotonic())
    token.cancel()
    with pytest.raises(Cancelled):
        feed.wait_for(10.0, token)
