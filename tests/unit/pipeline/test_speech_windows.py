from __future__ import annotations

import numpy as np

from streamlation_desktop.pipeline.speech_windows import SpeechWindowFinder, WindowRules, cut_point

RULES = WindowRules(onset=0.5, release=0.35, min_speech=4, min_silence=5, max_pause=20, padding=3, max_length=60)


def first_window(*runs: tuple[float, int]) -> range | None:
    """The first window in runs of one probability each; the end of the audio included."""
    finder = SpeechWindowFinder(RULES)
    for probability, count in runs:
        for _ in range(count):
            window = finder.push(probability)
            if window is not None:
                return window
    return finder.finish()


def test_a_window_holds_the_speech_and_some_padding() -> None:
    assert first_window((0.1, 10), (0.9, 10), (0.1, 30)) == range(7, 23)


def test_padding_does_not_reach_beyond_the_audio() -> None:
    assert first_window((0.9, 10), (0.1, 1)) == range(11)


def test_silence_gives_no_window() -> None:
    assert first_window((0.1, 500)) is None


def test_a_click_is_not_speech() -> None:
    assert first_window((0.1, 10), (0.9, 3), (0.1, 30)) is None


def test_a_click_before_speech_does_not_begin_the_window() -> None:
    assert first_window((0.1, 10), (0.9, 3), (0.1, 10), (0.9, 10), (0.1, 30)) == range(20, 36)


def test_doubtful_frames_neither_begin_nor_end_speech() -> None:
    assert first_window((0.4, 10), (0.9, 5), (0.4, 10), (0.9, 5), (0.1, 30)) == range(7, 33)


def test_a_short_pause_stays_inside_the_window() -> None:
    assert first_window((0.9, 10), (0.1, 15), (0.9, 10), (0.1, 30)) == range(38)


def test_a_long_pause_ends_the_window_before_the_audio_does() -> None:
    finder = SpeechWindowFinder(RULES)
    windows = [finder.push(p) for p in [0.9] * 10 + [0.1] * 20]

    assert windows[-1] == range(13)
    assert not any(windows[:-1])


def test_a_full_window_is_cut_in_the_pause() -> None:
    assert first_window((0.9, 40), (0.1, 4), (0.9, 60)) == range(42)


def test_a_full_window_that_has_paused_ends_after_its_speech() -> None:
    assert first_window((0.9, 50), (0.1, 30)) == range(53)


def test_of_two_pauses_that_part_sentences_the_later_is_cut() -> None:
    heard = np.array([0.9] * 25 + [0.1] * 9 + [0.9] * 11 + [0.1] * 6 + [0.9] * 9, np.float32)

    assert cut_point(heard, RULES) == 48


def test_a_gap_between_words_loses_against_a_pause_before_it() -> None:
    heard = np.array([0.9] * 30 + [0.1] * 6 + [0.9] * 14 + [0.1] * 2 + [0.9] * 8, np.float32)

    assert cut_point(heard, RULES) == 33


def test_speech_without_a_pause_is_cut_where_it_is_least_like_speech() -> None:
    heard = np.full(60, 0.9, np.float32)
    heard[10], heard[47] = 0.4, 0.5

    assert cut_point(heard, RULES) == 47


def test_memory_of_what_was_heard_stays_short_in_silence() -> None:
    finder = SpeechWindowFinder(RULES)
    for _ in range(10_000):
        finder.push(0.1)

    assert len(finder._recent) == RULES.padding
    assert finder.needed_from == 10_000 - RULES.padding
