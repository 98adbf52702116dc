"""Streams of decoders whose words stay."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streamlation_desktop.core.types import SAMPLE_RATE, Samples, Word
from streamlation_desktop.engines.adapters.sherpa_words import words_from_pieces
from streamlation_desktop.engines.streaming.append_only import AppendOnlyStream

DELAY = 0.1
"""Seconds of sound that must follow a piece before it is written."""
PIECES = [(" the", 0.4), (" air", 0.8), ("port", 1.0), (" is", 1.4), (" big", 1.9), (".", 2.2)]


class Script:
    """Writes each piece some time after its moment; what it holds back comes at the end."""

    def __init__(self, pieces: list[tuple[str, float]]) -> None:
        self.pieces = pieces
        self.seconds = 0.0
        self.started = 0

    def start(self) -> None:
        self.seconds = 0.0
        self.started += 1

    def feed(self, samples: Samples) -> None:
        self.seconds += len(samples) / SAMPLE_RATE

    def finish(self) -> None:
        self.seconds += DELAY

    def words(self, first: int) -> tuple[tuple[int, Word], ...]:
        written = [each for each in self.pieces if each[1] + DELAY <= self.seconds][first:]
        made = words_from_pieces([p for p, _ in written], [t for _, t in written], has_spaces=True, is_upper=False)
        return tuple((first + count, word) for count, word in made)

    def close(self) -> None:
        """Nothing to release."""


def sound(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE), np.float32)


def test_word_is_settled_when_the_next_begins() -> None:
    stream = AppendOnlyStream(Script(PIECES))
    stream.start(SAMPLE_RATE)
    stream.accept(sound(0.95))

    heard = stream.step()

    assert [word.text for word in heard.committed] == [" the"]
    assert [word.text for word in heard.tail] == [" air"]
    assert heard.committed[0].span.start == pytest.approx(1.4)


def test_last_word_waits_for_its_end_and_no_longer() -> None:
    stream = AppendOnlyStream(Script([(" the", 0.4)]))
    stream.start(0)
    stream.accept(sound(0.6))
    assert stream.step().tail
    stream.accept(sound(0.2))

    assert [word.text for word in stream.step().committed] == [" the"]


def test_pause_settles_all_that_is_written() -> None:
    stream = AppendOnlyStream(Script(PIECES))
    stream.start(0)
    stream.accept(sound(1.2))

    heard = stream.settle()

    assert [word.text for word in heard.committed] == [" the", " airport"]
    assert heard.tail == ()


def test_end_of_the_utterance_brings_what_was_held_back() -> None:
    stream = AppendOnlyStream(Script(PIECES))
    stream.start(0)
    stream.accept(sound(2.2))

    assert "".join(word.text for word in stream.flush().committed) == " the airport is big."
    assert stream.flush().committed == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0.05, 0.7), min_size=4, max_size=30), st.data())
def test_settled_text_only_grows_and_holds_every_piece_once(chunks: list[float], data: st.DataObject) -> None:
    script = Script(PIECES)
    stream = AppendOnlyStream(script)
    stream.start(0)
    text = ""
    for chunk in chunks:
        stream.accept(sound(chunk))
        heard = stream.settle() if data.draw(st.booleans()) else stream.step()
        text += "".join(word.text for word in heard.committed)
        said = "".join(piece for piece, at in PIECES if at + DELAY <= script.seconds)
        assert text + "".join(word.text for word in heard.tail) == said
    text += "".join(word.text for word in stream.flush().committed)

    assert text == "".join(piece for piece, at in PIECES if at + DELAY <= script.seconds)


def test_next_utterance_begins_anew() -> None:
    script = Script(PIECES)
    stream = AppendOnlyStream(script)
    for first in (0, 5 * SAMPLE_RATE):
        stream.start(first)
        stream.accept(sound(0.6))
        [word] = stream.flush().committed
        assert word.span.start == pytest.approx(first / SAMPLE_RATE + 0.4)
    assert script.started == 2


def test_pieces_become_words_by_their_spaces() -> None:
    pieces = [" THE", " AIR", "PORT", " ", "IS"]
    words = list(words_from_pieces(pieces, [0.1, 0.3, 0.5, 0.9, 1.0], has_spaces=True, is_upper=True))

    assert [(count, word.text) for count, word in words] == [(1, " the"), (3, " airport"), (5, " is")]
    assert words[0][1].span.end == pytest.approx(0.25)


def test_every_piece_is_a_word_where_no_spaces_are_written() -> None:
    words = list(words_from_pieces(["今", "天"], [0.1, 0.3], has_spaces=False, is_upper=False))

    assert [word.text for _, word in words] == ["今", "天"]
