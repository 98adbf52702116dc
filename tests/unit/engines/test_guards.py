from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from streamlation_desktop.core.types import SAMPLE_RATE, TimeSpan, Word
from streamlation_desktop.engines.guards import (
    GuardLimits,
    Hypothesis,
    Verdict,
    compression_ratio,
    has_loop,
    is_phantom,
    is_silent,
    judge,
    without_words_on_silence,
)

LIMITS = GuardLimits()
GOOD = Hypothesis(" The quick brown fox jumps over the lazy dog.", 11, 3.0, -0.3, 0.05)


def test_a_likely_text_is_accepted() -> None:
    assert judge(GOOD, LIMITS) is Verdict.ACCEPT


def test_no_speech_and_an_unlikely_text_are_silence() -> None:
    assert judge(replace(GOOD, no_speech_prob=0.9, avg_logprob=-1.4), LIMITS) is Verdict.SILENCE


def test_a_likely_text_is_accepted_whatever_the_no_speech_probability() -> None:
    assert judge(replace(GOOD, no_speech_prob=0.9), LIMITS) is Verdict.ACCEPT


def test_an_unlikely_text_is_tried_again() -> None:
    assert judge(replace(GOOD, avg_logprob=-1.2), LIMITS) is Verdict.RETRY


def test_an_empty_text_is_silence() -> None:
    assert judge(replace(GOOD, text="  "), LIMITS) is Verdict.SILENCE


def test_more_tokens_than_anyone_can_say_are_tried_again() -> None:
    assert judge(replace(GOOD, token_count=80), LIMITS) is Verdict.RETRY


def test_text_that_compresses_too_well_is_tried_again() -> None:
    text = "the sun the moon the sun the star " * 5
    assert compression_ratio(text) > LIMITS.compression_ratio
    assert judge(replace(GOOD, text=text), LIMITS) is Verdict.RETRY


@pytest.mark.parametrize(
    "text",
    [
        "no no no no no no",
        "I don't know. " * 6,
        "So we went and " + "then he said, " * 6 + "well",
        "谢谢谢谢谢谢谢谢谢谢谢谢",
        "哈" * 6,
    ],
)
def test_a_loop_is_found(text: str) -> None:
    assert has_loop(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no",
        "No, no, no!",
        "Bye bye, bye bye!",
        "ha ha ha ha ha",
        "row row row your boat, row row row your boat",
        "我们走吧",
    ],
)
def test_what_people_do_say_is_no_loop(text: str) -> None:
    assert not has_loop(text)


def test_a_short_loop_is_tried_again_though_it_hardly_compresses() -> None:
    text = "no no no no no no"
    assert compression_ratio(text) < LIMITS.compression_ratio
    assert judge(replace(GOOD, text=text), LIMITS) is Verdict.RETRY


def test_a_phantom_is_dropped_only_when_the_model_is_unsure() -> None:
    assert is_phantom(" Thanks for watching!", 0.3, LIMITS)
    assert not is_phantom(" Thanks for watching!", 0.9, LIMITS)
    assert not is_phantom(" Thanks for watching the dog.", 0.3, LIMITS)


def test_the_prompt_handed_back_is_a_phantom() -> None:
    assert is_phantom(" Kubernetes, Grafana.", 0.3, LIMITS, prompt="Kubernetes, Grafana")
    assert not is_phantom(" Kubernetes", 0.3, LIMITS, prompt="Kubernetes, Grafana")


def test_one_loud_moment_is_not_silence() -> None:
    samples = np.zeros(SAMPLE_RATE, np.float32)
    assert is_silent(samples, LIMITS)
    assert is_silent(np.zeros(0, np.float32), LIMITS)
    samples[8000:9600] = 0.01
    assert not is_silent(samples, LIMITS)


def test_words_on_silence_are_dropped_when_the_model_is_unsure() -> None:
    samples = np.zeros(4 * SAMPLE_RATE, np.float32)
    samples[: 2 * SAMPLE_RATE] = 0.1
    heard = Word(" hello", TimeSpan(10.5, 11.0), 0.2)
    ghost = Word(" bye", TimeSpan(12.5, 13.0), 0.2)
    sure = Word(" there", TimeSpan(13.0, 13.5), 0.95)

    assert without_words_on_silence((heard, ghost, sure), samples, 10.0, LIMITS) == (heard, sure)
