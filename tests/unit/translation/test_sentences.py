from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Sentence, TimeSpan, Transcript, Word
from streamlation_desktop.translation.sentences import SentenceAssembler, SentenceLimits, best_cut

EN = LanguageCode("en")
ORIGIN = Origin("test", "none")


def words_of(text: str, start: float = 0.0, *, pauses: dict[int, float] | None = None, speaker: str = "") -> list[Word]:
    """Words of 0.3 s each; `pauses[i]` is the silence in seconds before word `i`."""
    words = []
    for index, token in enumerate(text.split()):
        start += (pauses or {}).get(index, 0.0)
        words.append(Word(f" {token}", TimeSpan(start, start + 0.3), 0.5, speaker))
        start += 0.3
    return words


def transcript(words: Sequence[Word], language: LanguageCode = EN, segment: int = 0, final: bool = True) -> Transcript:
    span = TimeSpan(words[0].span.start, words[-1].span.end) if words else TimeSpan(0, 0)
    text = "".join(word.text for word in words).strip()
    return Transcript(segment, span, language, text, tuple(words), ORIGIN, is_final=final)


def assemble(*transcripts: Transcript, limits: SentenceLimits | None = None) -> list[Sentence]:
    assembler = SentenceAssembler(limits or SentenceLimits())
    return [s for t in transcripts for s in assembler.feed(t)] + assembler.finish()


def test_a_sentence_that_spans_two_transcripts_is_joined() -> None:
    first = transcript(words_of("I saw the"))
    second = transcript(words_of("old house. It was", start=1.2))
    sentences = assemble(first, second)

    assert [s.text for s in sentences] == ["I saw the old house.", "It was"]
    assert sentences[0].span == TimeSpan(0.0, second.words[1].span.end)
    assert [s.id for s in sentences] == [0, 1]
    assert sentences[0].confidence == 0.5


def test_the_incomplete_tail_is_held_back_until_the_end_of_input() -> None:
    assembler = SentenceAssembler()

    assert [s.text for s in assembler.feed(transcript(words_of("Yes. I think that")))] == ["Yes."]
    assert "".join(w.text for w in assembler.pending) == " I think that"
    assert [s.text for s in assembler.finish()] == ["I think that"]
    assert assembler.pending == ()


def test_a_transcript_that_ends_with_a_full_stop_closes_its_sentence_at_once() -> None:
    assembler = SentenceAssembler()
    assert [s.text for s in assembler.feed(transcript(words_of("I think so.")))] == ["I think so."]
    assert assembler.feed(transcript(words_of("I met Dr."))) == []


def test_pauses_end_sentences_where_there_is_no_punctuation() -> None:
    words = words_of("we went home it was late", pauses={3: 0.9})
    assert [s.text for s in assemble(transcript(words))] == ["We went home.", "It was late."]


def test_words_without_capitals_and_marks_are_given_both_and_keep_their_times() -> None:
    words = words_of("where is tom he is in spain", pauses={3: 0.8})
    sentences = assemble(transcript(words))
    assert [s.text for s in sentences] == ["Where is Tom?", "He is in Spain."]
    assert [w.text for s in sentences for w in s.words] == ["Where", " is", " Tom?", "He", " is", " in", " Spain."]
    assert [w.span for s in sentences for w in s.words] == [w.span for w in words]


def test_the_rest_of_a_sentence_that_was_too_long_begins_small() -> None:
    words = words_of(" ".join(["very"] * 15 + ["big"] * 15), pauses={15: 0.05})
    first, second = assemble(transcript(words))
    assert (first.text[0], first.text[-1]) == ("V", "y")
    assert (second.text[0], second.text[-1]) == ("b", ".")


def test_a_short_pause_within_punctuated_text_does_not_end_the_sentence() -> None:
    words = words_of("We went home when it was late.", pauses={3: 0.9})
    assert [s.text for s in assemble(transcript(words))] == ["We went home when it was late."]


def test_long_unpunctuated_speech_is_cut_at_its_largest_inner_pause() -> None:
    words = words_of(" ".join(f"w{i}" for i in range(30)), pauses={5: 0.2, 18: 0.4})
    counts = [len(s.words) for s in assemble(transcript(words))]
    assert counts == [18, 12]


def test_a_comma_is_a_better_place_to_cut_than_a_short_pause() -> None:
    words = words_of("a b c d, e f g h i j k l", pauses={8: 0.1})
    assert best_cut(tuple(words)) == 4


def test_speakers_are_never_mixed() -> None:
    words = words_of("are you sure", speaker="A") + words_of("yes i am", start=0.9, speaker="B")
    sentences = assemble(transcript(words))
    assert [(s.text, s.speaker) for s in sentences] == [("Are you sure?", "A"), ("Yes I am.", "B")]


def test_a_change_of_language_closes_the_sentence() -> None:
    spanish = LanguageCode("es")
    sentences = assemble(transcript(words_of("I think")), transcript(words_of("que sí.", start=0.6), spanish))
    assert [(s.text, s.language) for s in sentences] == [("I think.", EN), ("que sí.", spanish)]


def test_japanese_is_split_without_spaces() -> None:
    words = [
        Word(text, TimeSpan(i * 0.3, i * 0.3 + 0.3)) for i, text in enumerate(["今日", "は。", "元気", "です", "か？"])
    ]
    sentences = assemble(transcript(words, LanguageCode("ja")))
    assert [s.text for s in sentences] == ["今日は。", "元気ですか？"]


def test_interim_transcripts_are_ignored() -> None:
    assert assemble(transcript(words_of("Yes. No."), final=False)) == []


def bare(word: str) -> str:
    return word.lower().rstrip(".?")


VOCABULARY = st.sampled_from(["Yes.", "no,", "the", "house", "Dr.", "3.5", "He", "went!", "“Why?”", "U.S."])


@given(tokens=st.lists(VOCABULARY, min_size=1, max_size=80), cut=st.integers(0, 80))
def test_no_word_is_lost_or_doubled_however_transcripts_are_cut(tokens: list[str], cut: int) -> None:
    words = words_of(" ".join(tokens))
    sentences = assemble(*(transcript(part) for part in (words[:cut], words[cut:])))

    shown = " ".join(s.text for s in sentences).split()
    assert [bare(word) for word in shown] == [bare(word) for word in tokens]
    assert [s.id for s in sentences] == list(range(len(sentences)))
    assert all(a.span.end <= b.span.start + 1e-6 for a, b in pairwise(sentences))
