from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streamlation_desktop.core.types import SAMPLE_RATE, Word
from streamlation_desktop.engines.streaming.base import StreamTuning
from streamlation_desktop.engines.streaming.rules import AGREEMENT, ATTENTION, make_rule
from streamlation_desktop.engines.streaming.window import Guess, GuessedWord, SettledWord, WindowedStream
from tests.support.live import ScriptListener, numbered, script

POLICIES = (ATTENTION, AGREEMENT)
TEXT = " ".join(f"word{number}" for number in range(60))


def run(stream: WindowedStream, seconds: float, chunk: float) -> tuple[list[Word], list[list[Word]]]:
    sound, size = numbered(seconds), round(chunk * SAMPLE_RATE)
    committed: list[Word] = []
    tails: list[list[Word]] = []
    stream.start(0)
    for first in range(0, len(sound), size):
        stream.accept(sound[first : first + size])
        heard = stream.step()
        committed += heard.committed
        tails.append(list(heard.tail))
    return [*committed, *stream.flush().committed], tails


@pytest.mark.parametrize("policy", POLICIES)
@settings(max_examples=30, deadline=None)
@given(chunk=st.floats(0.2, 2.0), gap=st.floats(0.0, 0.4), length=st.floats(0.1, 0.6))
def test_every_word_is_settled_once_whole_and_in_order(policy: str, chunk: float, gap: float, length: float) -> None:
    words = script(TEXT, gap=gap, length=length)
    stream = WindowedStream(ScriptListener(words), make_rule(policy), StreamTuning())

    committed, _ = run(stream, words[-1].span.end + 0.5, chunk)

    assert [word.text for word in committed] == [word.text for word in words]


@pytest.mark.parametrize("policy", POLICIES)
def test_words_are_settled_at_their_media_time_while_the_window_moves(policy: str) -> None:
    words = script(TEXT)
    stream = WindowedStream(ScriptListener(words), make_rule(policy), StreamTuning())

    committed, _ = run(stream, words[-1].span.end + 0.5, 0.5)

    for heard, said in zip(committed, words, strict=True):
        assert heard.span.start == pytest.approx(said.span.start, abs=0.02)


@pytest.mark.parametrize("policy", POLICIES)
def test_window_stays_short_however_long_someone_speaks(policy: str) -> None:
    listener = ScriptListener(script(TEXT))
    stream = WindowedStream(listener, make_rule(policy), StreamTuning(chunk=0.5, window=5.0))

    run(stream, 24.0, 0.5)

    assert max(listener.windows) <= 5.0 + 0.5 + 0.1


def test_tail_words_at_a_pause_are_heard_before_they_are_settled() -> None:
    words = script("one two three")
    stream = WindowedStream(ScriptListener(words), make_rule(AGREEMENT), StreamTuning())
    sound = numbered(1.6)
    stream.start(0)
    stream.accept(sound[: SAMPLE_RATE // 2])
    stream.step()
    stream.accept(sound[SAMPLE_RATE // 2 :])  # never stepped over

    assert [word.text for word in stream.flush().committed] == [" one", " two", " three"]


def test_what_was_said_before_a_pause_is_told_to_the_model_behind_it() -> None:
    listener = ScriptListener(script("one two three"))
    stream = WindowedStream(listener, make_rule(ATTENTION), StreamTuning())
    run(stream, 1.6, 0.5)
    assert listener.contexts[-1] == 0
    stream.start(2 * SAMPLE_RATE)
    stream.accept(numbered(0.5, 2 * SAMPLE_RATE))
    stream.step()

    assert listener.contexts[-1] == 3


class _Hasty:
    """Ends the sentence behind the first word, of whose next it hears the beginning only."""

    def listen(self, samples: object, settled: Sequence[SettledWord], context: object, *, is_padded: bool) -> Guess:
        if not settled:
            words = [GuessedWord(" Read", (1,), 0.0, 0.4, 0.9), GuessedWord(".", (2,), 0.4, 0.4, 0.9)]
        else:
            assert [word.tokens for word in settled] == [(1,)]
            words = [GuessedWord(" now", (3,), 0.5, 0.9, 0.9), GuessedWord(".", (2,), 0.9, 0.9, 0.9)]
        return Guess(tuple(0.0 for _ in settled), tuple(words))


def test_full_stop_waits_until_the_sound_behind_it_shows_that_the_sentence_is_over() -> None:
    stream = WindowedStream(_Hasty(), make_rule(ATTENTION), StreamTuning(theta=0.1))
    stream.start(0)
    stream.accept(numbered(0.6))
    first = stream.step()
    stream.accept(numbered(0.7))

    assert ([word.text for word in first.committed], first.tail) == ([" Read"], ())
    assert [word.text for word in stream.step().committed] == [" now."]


def test_agreement_ignores_case_and_punctuation() -> None:
    rule = make_rule(AGREEMENT)

    def guess(*texts: str) -> list[GuessedWord]:
        return [GuessedWord(text, (n,), n, n + 0.5, 0.9) for n, text in enumerate(texts)]

    assert rule.count(guess(" Hello", " world."), 2.0, 0.3) == 0
    assert rule.count(guess(" hello,", " World", " and"), 3.0, 0.3) == 2


class _Doubtful:
    """Makes something up unless it hears the whole, padded window without a context."""

    def __init__(self) -> None:
        self.calls: list[tuple[int, bool]] = []

    def listen(self, samples: object, settled: object, context: Sequence[int], *, is_padded: bool) -> Guess:
        self.calls.append((len(context), is_padded))
        is_good = is_padded and not context
        return Guess((), (GuessedWord(" yes" if is_good else " la la la", (1,), 0.0, 0.2, 0.9),), is_good)


def test_guess_that_is_not_believed_is_made_again_without_what_may_have_caused_it() -> None:
    listener = _Doubtful()
    stream = WindowedStream(listener, make_rule(ATTENTION), StreamTuning(is_padded=False))
    stream.start(0)
    stream.accept(np.zeros(SAMPLE_RATE, np.float32))

    assert [word.text for word in stream.step().committed] == [" yes"]
    assert listener.calls == [(0, False), (0, True)]


class _Torn:
    def listen(self, samples: object, settled: object, context: object, *, is_padded: bool) -> Guess:
        return Guess((), (GuessedWord(" a", (1,), 0.0, 0.1, 0.9), GuessedWord(" \ufffd", (2,), 0.1, 0.2, 0.9, False)))


def test_torn_character_is_neither_shown_nor_settled() -> None:
    stream = WindowedStream(_Torn(), make_rule(ATTENTION), StreamTuning())
    stream.start(0)
    stream.accept(np.zeros(SAMPLE_RATE, np.float32))
    heard = stream.step()

    assert [word.text for word in heard.committed] == [" a"]
    assert heard.tail == ()
