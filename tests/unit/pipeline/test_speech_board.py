"""Which chunk is next: in order, unless the user looks elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, SpeechSegment
from streamlation_desktop.pipeline.chunks import SpeechChunk
from streamlation_desktop.pipeline.parked_speech import SpeechPark
from streamlation_desktop.pipeline.speech_board import SpeechBoard

SECONDS = 10
COUNT = 12


def chunk(ordinal: int) -> SpeechChunk:
    """Ten seconds whose every sample is the ordinal, in two windows."""
    first, half = ordinal * SECONDS * SAMPLE_RATE, SECONDS * SAMPLE_RATE // 2
    sound = np.full(half, ordinal, np.float32)
    windows = (SpeechSegment(2 * ordinal, AudioChunk(sound, first)),)
    return SpeechChunk(ordinal, (*windows, SpeechSegment(2 * ordinal + 1, AudioChunk(sound, first + half))))


class Rig:
    """A board that is filled by a thread as fast as it takes chunks."""

    def __init__(self, *, may_jump: bool = True) -> None:
        self.token = CancelToken()
        self.board = SpeechBoard(self.token, limit=2, may_jump=lambda: may_jump)
        self.thread = threading.Thread(target=self._fill, daemon=True)

    def _fill(self) -> None:
        try:
            for ordinal in range(COUNT):
                self.board.put(chunk(ordinal))
        except Cancelled:
            return
        self.board.close()

    def chunks(self) -> Iterator[SpeechChunk]:
        self.thread.start()
        return iter(self.board)


def test_without_a_wish_chunks_come_in_order() -> None:
    assert [each.ordinal for each in Rig().chunks()] == list(range(COUNT))


def test_a_wish_far_ahead_comes_next_then_what_follows_then_what_was_left_out() -> None:
    rig = Rig()
    chunks = rig.chunks()
    order = [next(chunks).ordinal]
    rig.board.look(85.0)
    order += [each.ordinal for each in chunks]
    assert order == [0, 8, 9, 10, 11, 1, 2, 3, 4, 5, 6, 7]


def test_a_wish_back_into_what_was_left_out_is_served_too() -> None:
    rig = Rig()
    chunks = rig.chunks()
    rig.board.look(85.0)
    order = [next(chunks).ordinal]
    rig.board.look(31.0)
    order += [each.ordinal for each in chunks]
    assert order == [8, 3, 4, 5, 6, 7, 9, 10, 11, 0, 1, 2]


def test_a_wish_beyond_the_end_changes_nothing() -> None:
    rig = Rig()
    rig.board.look(9_000.0)
    assert [each.ordinal for each in rig.chunks()] == list(range(COUNT))


def test_while_chunks_depend_on_those_before_them_they_come_in_order() -> None:
    rig = Rig(may_jump=False)
    rig.board.look(85.0)
    assert [each.ordinal for each in rig.chunks()] == list(range(COUNT))


def test_what_waited_on_the_disk_comes_back_as_it_was() -> None:
    rig = Rig()
    rig.board.look(85.0)
    for each in rig.chunks():
        whole = chunk(each.ordinal)
        assert (each.first_sample, each.end_sample) == (whole.first_sample, whole.end_sample)
        assert [one.id for one in each.segments] == [one.id for one in whole.segments]
        assert all((one.audio.samples == each.ordinal).all() for one in each.segments)


@pytest.mark.expects_warnings
def test_on_a_full_disk_chunks_come_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_park: SpeechPark, _chunk: SpeechChunk) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(SpeechPark, "park", full)
    rig = Rig()
    rig.board.look(85.0)
    assert [each.ordinal for each in rig.chunks()] == list(range(COUNT))


def test_cancelling_ends_both_sides() -> None:
    rig = Rig()
    chunks = rig.chunks()
    next(chunks)
    rig.token.cancel()
    with pytest.raises(Cancelled):
        list(chunks)
    rig.thread.join(5)
    assert not rig.thread.is_alive()
