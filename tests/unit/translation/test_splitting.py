import pytest

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.translation.splitting import ends_sentence, is_punctuated, sentence_ends, split_sentences

EN = LanguageCode("en")


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("en", "Dr. Smith left. He paid $3.50 for it.", ["Dr. Smith left.", "He paid $3.50 for it."]),
        ("es", "¿Qué tal? ¡Hola! El Sr. Pérez llegó.", ["¿Qué tal?", "¡Hola!", "El Sr. Pérez llegó."]),
        ("de", "Das ist z.B. gut. Ja!", ["Das ist z.B. gut.", "Ja!"]),
        ("ja", "今日は。元気ですか？はい。", ["今日は。", "元気ですか？", "はい。"]),
        ("hi", "यह है। वह है।", ["यह है।", "वह है।"]),
        ("ar", "كيف حالك؟ أنا بخير.", ["كيف حالك؟", "أنا بخير."]),
        ("en", "😀 Hi 😀. Yes 😀. No", ["😀 Hi 😀.", "Yes 😀.", "No"]),
        ("en", "One line\nbroken in two. And more.", ["One line broken in two.", "And more."]),
    ],
)
def test_text_is_split_at_the_ends_of_sentences(language: str, text: str, sentences: list[str]) -> None:
    assert split_sentences(text, LanguageCode(language)) == sentences


@pytest.mark.parametrize("text", ["1. Boil the water.", "10... 9... 8...", "...", "Hi. 123"])
def test_pieces_without_a_letter_are_no_sentences_of_their_own(text: str) -> None:
    assert split_sentences(text, EN) == [text]


def test_no_text_has_no_sentences() -> None:
    assert split_sentences("", EN) == []
    assert split_sentences(" \n ", EN) == []


def test_the_ends_cover_the_whole_text() -> None:
    text = "Hi there.  What is it?! Nothing"
    ends = sentence_ends(text, EN)
    assert ends[-1] == len(text)
    assert "".join(text[a:b] for a, b in zip([0, *ends], ends, strict=False)) == text


@pytest.mark.parametrize(("text", "expected"), [("I went.", True), ('He said "go!"', True), ("I met Dr.", False)])
def test_a_full_stop_ends_a_sentence_unless_it_belongs_to_an_abbreviation(text: str, expected: bool) -> None:
    assert ends_sentence(text, EN) is expected


def test_bare_lower_case_words_are_not_punctuated() -> None:
    assert not is_punctuated("it's what he said")
    assert is_punctuated("It's what he said")
    assert is_punctuated("他说，好")
