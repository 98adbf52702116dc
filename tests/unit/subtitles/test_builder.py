"""Cues from sentences: nothing lost, nothing overlapping, readable wherever the speech leaves time."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Origin, Sentence, TimeSpan, Translation, TranslationStatus, Word
from streamlation_desktop.subtitles.builder import CueBuilder
from streamlation_desktop.subtitles.lint import lint
from streamlation_desktop.subtitles.norms import Norms, norms_for
from streamlation_desktop.subtitles.text import clean_line

EN, ES, JA, ZH = (LanguageCode(code) for code in ("en", "es", "ja", "zh"))
NORMS = Norms()


def spoken(text: str, start: float = 0.0, *, per_word: float = 0.35, number: int = 0, speaker: str = "") -> Sentence:
    """A sentence at an even pace; a ``|`` between words is a pause of two seconds."""
    words, now = [], start
    for piece in text.split():
        if piece == "|":
            now += 2.0
            continue
        words.append(Word(f" {piece}", TimeSpan(now, now + per_word), 0.9, speaker))
        now += per_word
    plain = " ".join(word.text.strip() for word in words)
    return Sentence(number, TimeSpan(start, now), EN, plain, tuple(words), 0.9, speaker)


def translated(sentence: Sentence, text: str, language: LanguageCode = ES) -> Translation:
    return Translation(sentence, language, text, Origin("test", "reference"))


def build(*items: Sentence | Translation, norms: Norms = NORMS) -> list[Cue]:
    builder = CueBuilder(norms)
    cues = [cue for item in items for cue in builder.add(item)]
    return cues + builder.finish()


def words_of(cues: list[Cue]) -> list[str]:
    return " ".join(line for cue in cues for line in cue.lines).split()


def test_a_short_sentence_is_one_cue_of_one_line_at_its_words() -> None:
    [cue] = build(spoken("We will meet again tomorrow.", 5.0))

    assert cue.lines == ("We will meet again tomorrow.",)
    assert cue.span.start == 5.0
    assert 6.75 <= cue.span.end <= 8.25
    assert cue.index == 0
    assert math.isclose(cue.confidence, 0.9)


def test_a_long_sentence_breaks_at_its_clauses() -> None:
    text = (
        "When the craftsmen took care that beautiful form should always be a part of their work, "
        "the letters were beautiful, and the pages were a pleasure to read for everyone."
    )
    cues = build(spoken(text))

    assert words_of(cues) == text.split()
    assert any(cue.lines[-1].endswith("work,") for cue in cues)
    assert not lint(cues, Norms(target_cps=20))


def test_lines_never_end_with_an_article_where_another_break_fits() -> None:
    [cue] = build(spoken("He slowly walked across the field to the river."))

    assert len(cue.lines) == 2
    assert cue.lines[0].split()[-1] not in {"the", "to", "across"}


def test_a_cue_starts_when_its_first_word_is_spoken() -> None:
    sentence = spoken("This is the first thing that I wanted to say to all of you, | and this is the second one.")
    pause_ends = sentence.words[14].span.start

    cues = build(sentence)

    assert cues[-1].lines[0].startswith("and this")
    assert abs(cues[-1].span.start - pause_ends) <= 0.2


def test_text_of_a_translation_follows_the_pauses_of_the_speech() -> None:
    sentence = spoken("I have thought about this for a long time, | and my answer is still no.")

    cues = build(translated(sentence, "Lo he pensado durante mucho tiempo, y mi respuesta sigue siendo no."))

    assert [cue.text.replace("\n", " ") for cue in cues] == [
        "Lo he pensado durante mucho tiempo,",
        "y mi respuesta sigue siendo no.",
    ]
    assert cues[0].span.end < sentence.words[9].span.start
    assert abs(cues[1].span.start - sentence.words[9].span.start) <= 0.2


def test_a_sentence_too_short_to_read_joins_its_neighbour() -> None:
    cues = build(spoken("Yes.", 1.0, per_word=0.3), spoken("I know him well.", 1.4, number=1))

    assert [cue.lines for cue in cues] == [("Yes. I know him well.",)]


def test_speakers_never_share_a_cue() -> None:
    first = spoken("Yes.", 1.0, per_word=0.3, speaker="A")
    cues = build(first, spoken("I know.", 1.4, number=1, speaker="B"))

    assert [cue.speaker for cue in cues] == ["A", "B"]
    assert not lint(cues, NORMS)


def test_a_cue_is_given_out_as_soon_as_the_next_sentence_is_known() -> None:
    builder = CueBuilder(NORMS)

    assert builder.add(spoken("The first sentence is here.", 0.0)) == []
    [cue] = builder.add(spoken("The second one comes later.", 10.0, number=1))
    assert cue.lines == ("The first sentence is here.",)
    assert [cue.index for cue in builder.finish()] == [1]
    assert builder.finish() == []


def test_the_last_cue_does_not_outlast_the_media() -> None:
    builder = CueBuilder(NORMS)
    builder.add(spoken("The very last words of the film.", 10.0))

    [cue] = builder.finish(media_end=12.2)

    assert cue.span.end == 12.2


def test_subtitle_input_without_word_times_is_spread_over_its_span() -> None:
    text = "One sentence that is long enough to be split into several cues because nobody can read it at once, really."
    cues = build(Sentence(0, TimeSpan(3.0, 12.0), EN, text))

    assert words_of(cues) == text.split()
    assert cues[0].span.start == 3.0
    assert len(cues) == 2
    assert not lint(cues, NORMS)


def test_text_kept_in_the_source_language_says_so() -> None:
    kept = Translation(
        spoken("Untranslatable words."), ES, "Untranslatable words.", Origin("t", "m"), TranslationStatus.KEPT_SOURCE
    )

    assert [cue.language for cue in build(kept)] == [EN]


def test_chinese_and_japanese_break_between_phrases_and_never_before_punctuation() -> None:
    sentence = spoken(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", per_word=0.8
    )
    chinese = "若要创建第一个项目，请选择语音到文本，然后单击新建项目，并遵照向导中的说明创建项目。"
    japanese = "プロジェクトを作成するには、音声認識を選択してから、新しいプロジェクトをクリックしてください。"

    for text, language in ((chinese, ZH), (japanese, JA)):
        norms = norms_for(language)
        cues = build(translated(sentence, text, language), norms=norms)
        assert "".join(line for cue in cues for line in cue.lines) == text
        assert all(
            line[0] not in "，。、" and norms.width(line) <= norms.max_chars for cue in cues for line in cue.lines
        )


def test_a_word_longer_than_a_line_is_cut_and_kept() -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    cues = build(spoken(f"Die {word} tagt.", per_word=1.5))

    assert "".join(line for cue in cues for line in cue.lines).replace(" ", "") == f"Die{word}tagt."
    assert all(len(line) <= 42 for cue in cues for line in cue.lines)


texts = st.text(st.sampled_from("aaabcé ,.!  世界、。\u0301\u200d\u202e\n1") | st.characters(), max_size=200)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(texts, st.floats(0, 20), st.floats(0, 8), st.sampled_from(["", "A"])), max_size=6))
def test_whatever_comes_nothing_is_lost_and_nothing_overlaps(rows: list[tuple[str, float, float, str]]) -> None:
    items, now = [], 0.0
    for number, (text, gap, length, speaker) in enumerate(rows):
        now += gap
        items.append(Sentence(number, TimeSpan(now, now + length), EN, text, (), 0.5, speaker))
    cues = build(*items)

    wanted = "".join("".join(clean_line(item.text).split(" ")) for item in items)
    assert "".join("".join(line.split(" ")) for cue in cues for line in cue.lines) == wanted
    assert [cue.index for cue in cues] == list(range(len(cues)))
    allowed = {"reading-speed", "markup", "spaces"}
    assert {violation.rule for violation in lint(cues, NORMS)} <= allowed


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 30), st.floats(0.1, 4)), min_size=1, max_size=12))
def test_sentences_that_overlap_in_time_still_make_cues_in_order(spans: list[tuple[float, float]]) -> None:
    items = [
        Sentence(number, TimeSpan(start, start + length), EN, f"Sentence number {number}, spoken over others.")
        for number, (start, length) in enumerate(sorted(spans))
    ]

    assert {violation.rule for violation in lint(build(*items), NORMS)} <= {"reading-speed"}
