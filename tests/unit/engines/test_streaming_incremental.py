from __future__ import annotations

import numpy as np
import pytest

from streamlation_desktop.core.types import SAMPLE_RATE, Samples, TimeSpan, Word
from streamlation_desktop.engines.streaming.incremental import IncrementalStream, Stability


def word(text: str, start: float, end: float) -> Word:
    return Word(f" {text}", TimeSpan(start, end))


A, B, C = word("a", 0.0, 0.4), word("b", 0.5, 0.9), word("c", 1.0, 1.4)


class Decoder:
    """Gives prepared hypotheses, one per step."""

    def __init__(self, *guesses: tuple[Word, ...], final: tuple[Word, ...]) -> None:
        self.guesses, self.final = list(guesses), final
        self.fed = 0

    def start(self) -> None:
        self.fed = 0

    def feed(self, samples: Samples) -> None:
        self.fed += len(samples)

    def hypothesis(self) -> tuple[Word, ...]:
        return self.guesses.pop(0)

    def finish(self) -> tuple[Word, ...]:
        return self.final

    def close(self) -> None:
        pass


def stepped(stream: IncrementalStream, times: int) -> list[str]:
    said = []
    for _ in range(times):
        stream.accept(np.zeros(SAMPLE_RATE // 2, np.float32))
        said.append("".join(w.text for w in stream.step().committed))
    return said


def test_word_is_settled_when_it_stayed_the_same_and_lies_behind() -> None:
    decoder = Decoder((A,), (A, B), (A, B), (A, B, C), final=())
    stream = IncrementalStream(decoder, Stability(steps=3, behind=0.5))

    assert stepped(stream, 4) == ["", "", " a", " b"]


def test_word_that_changes_starts_again() -> None:
    other = word("o", 0.0, 0.4)
    decoder = Decoder((A,), (other,), (A,), (A,), final=())
    stream = IncrementalStream(decoder, Stability(steps=2, behind=0.2))

    assert stepped(stream, 4) == ["", "", "", " a"]


def test_end_of_the_utterance_settles_what_the_last_pass_says_behind_the_settled_words() -> None:
    moved = word("a2", 0.05, 0.42)  # the last pass hears the settled word otherwise: it stays as it was shown
    decoder = Decoder((A,), (A,), (A, B), final=(moved, B, C))
    stream = IncrementalStream(decoder, Stability(steps=2, behind=0.2))
    assert stepped(stream, 3) == ["", " a", ""]

    assert [w.text for w in stream.flush().committed] == [" b", " c"]


def test_words_get_their_media_time() -> None:
    stream = IncrementalStream(Decoder(final=(A,)), Stability(steps=2, behind=0.2))
    stream.start(10 * SAMPLE_RATE)
    stream.accept(np.zeros(SAMPLE_RATE, np.float32))

    [heard] = stream.flush().committed
    assert (heard.span.start, heard.span.end) == pytest.approx((10.0, 10.4))


def test_words_are_shown_only_when_two_guesses_have_them() -> None:
    decoder = Decoder((A, C), (A, B), final=())
    stream = IncrementalStream(decoder, Stability(steps=3, behind=0.2))
    tails = []
    for _ in range(2):
        stream.accept(np.zeros(SAMPLE_RATE // 2, np.float32))
        tails.append([w.text for w in stream.step().tail])

    assert tails == [[], [" a"]]


def test_nothing_is_decoded_in_silence() -> None:
    stream = IncrementalStream(Decoder(final=(A,)), Stability(steps=2, behind=0.2))

    assert stream.flush().committed == ()


def test_end_of_an_utterance_may_come_without_sound() -> None:
    decoder = Decoder(final=(A,))
    stream = IncrementalStream(decoder, Stability(steps=2, behind=0.2))
    stream.accept(np.zeros(SAMPLE_RATE, np.float32))
    stream.accept(np.zeros(0, np.float32))

    assert [w.text for w in stream.flush().committed] == [" a"]
    assert decoder.fed == SAMPLE_RATE
