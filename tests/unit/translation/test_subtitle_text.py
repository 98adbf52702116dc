from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.translation.subtitle_text import cue_sentences, deal_out, translate_cues

EN, ES, JA = (LanguageCode(code) for code in ("en", "es", "ja"))


def cues_of(*texts: str, pause: float = 0.1) -> list[Cue]:
    return [
        Cue(index, TimeSpan(index * 2.0, index * 2.0 + 2.0 - pause), tuple(text.split("\n")), EN)
        for index, text in enumerate(texts)
    ]


def shout(texts: Sequence[str]) -> list[str]:
    return [text.upper() for text in texts]


def texts_of(cues: Sequence[Cue]) -> list[str]:
    return [cue.text for cue in cues]


def test_a_sentence_over_two_cues_is_translated_as_one_and_split_again() -> None:
    seen: list[str] = []

    def translate(texts: Sequence[str]) -> list[str]:
        seen.extend(texts)
        return ["Vi la vieja casa, que estaba en la colina."]

    cues = cues_of("I saw the old house", "that stood on the hill.")
    result = translate_cues(cues, translate, EN, ES)

    assert seen == ["I saw the old house that stood on the hill."]
    assert texts_of(result) == ["Vi la vieja casa,", "que estaba en la colina."]
    assert [cue.span for cue in result] == [cue.span for cue in cues]
    assert {cue.language for cue in result} == {ES}


def test_sentences_that_end_within_a_cue_stay_with_their_cues() -> None:
    cues = cues_of("Yes. I think", "that he left. Then", "it rained.")
    assert [each.text for each in cue_sentences(cues, EN)] == ["Yes.", "I think that he left.", "Then it rained."]
    assert texts_of(translate_cues(cues, shout, EN, ES)) == ["YES. I THINK", "THAT HE LEFT. THEN", "IT RAINED."]


def test_a_dialogue_keeps_a_line_for_each_speaker() -> None:
    result = translate_cues(cues_of("- Where is he?\n- At home.", "- Good."), shout, EN, ES)
    assert [cue.lines for cue in result] == [("- WHERE IS HE?", "- AT HOME."), ("- GOOD.",)]


def test_broken_lines_are_joined() -> None:
    assert texts_of(translate_cues(cues_of("One line\nbroken in two."), shout, EN, ES)) == ["ONE LINE BROKEN IN TWO."]


def test_a_long_silence_and_another_speaker_end_a_sentence() -> None:
    early, late = cues_of("we went home", "it was late")
    late = Cue(1, TimeSpan(20.0, 22.0), late.lines, EN)
    assert [each.text for each in cue_sentences([early, late], EN)] == ["we went home", "it was late"]

    other = Cue(1, TimeSpan(2.0, 4.0), late.lines, EN, speaker="B")
    assert len(cue_sentences([early, other], EN)) == 2


def test_cues_without_text_stay_and_do_not_end_a_sentence() -> None:
    result = translate_cues(cues_of("I saw", " ", "the house."), shout, EN, ES)
    assert texts_of(result) == ["I SAW", " ", "THE HOUSE."]


def test_japanese_is_dealt_out_by_characters() -> None:
    assert deal_out("今日はいい天気です。", [0.5, 0.5], JA) == ["今日はいい", "天気です。"]


def test_no_part_is_empty_while_there_are_words() -> None:
    assert deal_out("uno dos tres", [0.01, 0.01, 0.98], ES) == ["uno", "dos", "tres"]
    assert deal_out("uno", [0.5, 0.5], ES) == ["uno", ""]


@given(
    st.lists(st.sampled_from(["yes.", "no", "the house,", "- who?", "", "Dr. X went", "1. one", "a\nb"]), max_size=12)
)
def test_every_word_is_somewhere_and_every_time_is_kept(texts: list[str]) -> None:
    cues = cues_of(*texts)
    result = translate_cues(cues, shout, EN, ES)

    assert [cue.span for cue in result] == [cue.span for cue in cues]
    assert " ".join(texts_of(result)).split() == " ".join(texts).upper().split()


@given(st.lists(st.text("abc,.", min_size=1, max_size=8), max_size=20), st.lists(st.floats(0.05, 1), min_size=1))
def test_dealing_out_loses_nothing(words: list[str], shares: list[float]) -> None:
    parts = deal_out(" ".join(words), shares, ES)
    assert len(parts) == len(shares)
    assert " ".join(parts).split() == " ".join(words).split()
