"""What bare English words say about capitals and questions."""

import pytest

from streamlation_desktop.translation.punctuation import english


@pytest.mark.parametrize(
    "text",
    [
        "where are you going",
        "what is the weather like in spain",
        "do you speak spanish",
        "how many people live there",
        "did you see the game yesterday",
        "it's very cold today isn't it",
        "could you tell me where the station is",
    ],
)
def test_a_question_is_known_by_its_words(text: str) -> None:
    assert english().is_question(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "i do not know where he is",
        "what i want is peace",
        "do your homework",
        "don't forget your ticket",
        "when i was young i lived in the country",
        "he asked me what time it was",
    ],
)
def test_what_only_looks_like_a_question_gets_no_mark(text: str) -> None:
    assert not english().is_question(text.split())


def test_names_and_the_pronoun_get_their_capitals() -> None:
    words = [
        "on",
        "monday",
        "i'm",
        "flying",
        "from",
        "new",
        "york",
        "to",
        "spain",
        "with",
        "tom's",
        "english",
        "teacher",
    ]
    assert " ".join(english().written(words, index) for index in range(len(words))) == (
        "on Monday I'm flying from New York to Spain with Tom's English teacher"
    )


def test_words_that_are_names_only_sometimes_stay_small() -> None:
    words = ["i", "will", "bill", "you", "if", "i", "may"]
    assert " ".join(english().written(words, index) for index in range(len(words))) == "I will bill you if I may"
