from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from streamlation_desktop.core.cache import CacheKey
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Sentence, TimeSpan, Translation, TranslationStatus
from streamlation_desktop.engines.base import DeviceChoice, LanguagePair, ModelSpec, TranslatedText, Translator
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from streamlation_desktop.pipeline.stages.checked_translation import CheckedTranslator
from streamlation_desktop.pipeline.stages.translate import SentenceTranslator
from streamlation_desktop.translation.glossary import parse_glossary

EN, ES, FR = (LanguageCode(code) for code in ("en", "es", "fr"))


@dataclass
class Scripted:
    """A translator whose answer is a function of text and hypothesis; it records what it was asked."""

    answer: Callable[[str, int], str]
    origin: Origin = field(default_factory=lambda: Origin("scripted", "1"))
    calls: list[tuple[int, list[str]]] = field(default_factory=list)

    def supports(self, pair: LanguagePair) -> bool:
        return pair == LanguagePair(EN, ES)

    def translate(self, texts: Sequence[str], pair: LanguagePair, *, hypothesis: int = 0) -> list[TranslatedText]:
        self.calls.append((hypothesis, list(texts)))
        return [TranslatedText(self.answer(text, hypothesis), -1.0) for text in texts]

    def close(self) -> None:
        pass


@dataclass
class DictCache:
    """A cache in memory."""

    entries: dict[CacheKey, TranslatedText] = field(default_factory=dict)

    def get_many(self, keys: Sequence[CacheKey]) -> dict[CacheKey, TranslatedText]:
        return {key: self.entries[key] for key in keys if key in self.entries}

    def put_many(self, translations: Mapping[CacheKey, TranslatedText]) -> None:
        self.entries |= translations


WORDS = {"the": "el", "ring": "anillo", "is": "es", "old": "viejo", "and": "y", "new": "nuevo", "it": "eso"}


def word_for_word(text: str, hypothesis: int) -> str:
    return " ".join(WORDS.get(word.strip(".,").lower(), word) for word in text.split())


def sentence(text: str, index: int = 0, language: LanguageCode = EN) -> Sentence:
    return Sentence(index, TimeSpan(index, index + 1.0), language, text)


def translate_one(text: str, translator: Translator, **options: object) -> Translation:
    [result] = SentenceTranslator(translator, ES, **options)([sentence(text)])  # type: ignore[arg-type]
    return result


def test_each_sentence_has_its_translation_in_order() -> None:
    group = [sentence("It is new", 0), sentence("The ring", 1)]
    results = [each for target in (ES, EN) for each in SentenceTranslator(Scripted(word_for_word), target)(group)]

    assert [(r.language, r.text, r.status) for r in results] == [
        ("es", "eso es nuevo", TranslationStatus.TRANSLATED),
        ("es", "el anillo", TranslationStatus.TRANSLATED),
        ("en", "It is new", TranslationStatus.SAME_LANGUAGE),
        ("en", "The ring", TranslationStatus.SAME_LANGUAGE),
    ]
    assert [r.sentence for r in results[:2]] == group
    assert results[0].score == -1.0


def test_a_language_that_the_translator_does_not_know_is_kept() -> None:
    results = SentenceTranslator(Scripted(word_for_word), ES)([sentence("Bonjour", 0, FR), sentence("It is old.", 1)])
    assert [r.status for r in results] == [TranslationStatus.KEPT_SOURCE, TranslationStatus.TRANSLATED]
    assert results[0].text == "Bonjour"


def test_a_refused_result_is_tried_again() -> None:
    translator = Scripted(lambda text, hypothesis: "" if hypothesis == 0 else word_for_word(text, 0))
    result = translate_one("The ring is old.", translator)

    assert (result.text, result.status) == ("el anillo es viejo", TranslationStatus.RETRIED)
    assert [hypothesis for hypothesis, _ in translator.calls] == [0, 1]


def test_what_no_try_renders_is_tried_in_halves() -> None:
    translator = Scripted(lambda text, _: "" if len(text) > 20 else word_for_word(text, 0))
    result = translate_one("The ring is old, and it is new.", translator)

    assert (result.text, result.status) == ("el anillo es viejo y eso es nuevo", TranslationStatus.RETRIED)
    assert [hypothesis for hypothesis, _ in translator.calls] == [0, 1, 2, 0]


def test_what_cannot_be_translated_is_kept_and_never_dropped() -> None:
    result = translate_one("The ring is old, and it is new.", Scripted(lambda text, _: "aa" * 20))
    assert (result.text, result.status) == ("The ring is old, and it is new.", TranslationStatus.KEPT_SOURCE)


def test_text_in_another_script_is_not_given_to_the_engine() -> None:
    translator = Scripted(word_for_word)
    result = translate_one("Привет, мир", translator)
    assert (result.text, result.status) == ("Привет, мир", TranslationStatus.KEPT_SOURCE)
    assert translator.calls == []


def test_the_sentences_of_a_text_are_translated_one_by_one_in_one_batch() -> None:
    translator = Scripted(word_for_word)
    assert translate_one("The ring is old. And it is new.", translator).text == "el anillo es viejo y eso es nuevo"
    assert translator.calls == [(0, ["The ring is old.", "And it is new."])]


def test_emoji_and_addresses_never_reach_the_engine() -> None:
    translator = Scripted(word_for_word)
    assert translate_one("The ring 💍 is old: see a@b.org", translator).text == "el anillo 💍 es old: see a@b.org"
    assert all("💍" not in text and "@" not in text for _, texts in translator.calls for text in texts)


def test_shorter_translations_get_shorter_and_pass_the_checks() -> None:
    others = {1: "eso es nuevísimo de verdad", 2: "es nuevo"}
    translator = Scripted(lambda text, hypothesis: others.get(hypothesis, word_for_word(text, 0)))
    checked = CheckedTranslator(translator, LanguagePair(EN, ES))
    assert list(checked.shorter("It is new")) == ["es nuevo"]
    refusing = Scripted(lambda text, hypothesis: "" if hypothesis else word_for_word(text, 0))
    assert list(CheckedTranslator(refusing, LanguagePair(EN, ES)).shorter("It is new")) == []


def test_a_sentence_with_a_term_has_no_shorter_translation() -> None:
    translator = Scripted(lambda text, hypothesis: "es" if hypothesis else word_for_word(text, 0))
    checked = CheckedTranslator(translator, LanguagePair(EN, ES), glossary=parse_glossary("ring\tsortija"))
    assert list(checked.shorter("The ring is old")) == []


def test_the_real_model_knows_shorter_translations(starter: Translator) -> None:
    checked = CheckedTranslator(starter, LanguagePair(EN, ES))
    text = "I would like to know where the train station is."
    [best] = checked.translate([text])
    shorter = list(checked.shorter(text))

    assert "estación" in best.text
    assert shorter
    assert all("estación" in each and len(each) < len(best.text) for each in shorter)


def test_terms_come_out_as_the_glossary_says() -> None:
    glossary = parse_glossary("ring\tsortija")
    result = translate_one("The ring is old.", Scripted(word_for_word), glossary=glossary)
    assert (result.text, result.status) == ("el sortija es viejo", TranslationStatus.TRANSLATED)


def test_a_term_whose_placeholder_is_lost_is_put_in_all_the_same() -> None:
    glossary = parse_glossary("ring\tsortija")
    losing = Scripted(lambda text, _: " ".join(w for w in word_for_word(text, 0).split() if not w.startswith("XQ")))
    result = translate_one("The ring is old, and it is new.", losing, glossary=glossary)

    assert (result.text, result.status) == ("el sortija es viejo y eso es nuevo", TranslationStatus.RETRIED)


def test_known_translations_come_from_the_cache() -> None:
    cache = DictCache()
    translator = Scripted(word_for_word)
    first = translate_one("The ring is old.", translator, cache=cache, preset="fast")
    again = translate_one("The ring is old.", translator, cache=cache, preset="fast")

    assert again == first
    assert len(translator.calls) == 1
    [key] = cache.entries
    assert key == CacheKey("scripted", "1", EN, ES, "fast", "The ring is old.")


def test_refused_translations_are_not_cached() -> None:
    cache = DictCache()
    translate_one("The ring is old.", Scripted(lambda text, h: "" if h == 0 else "El anillo"), cache=cache)
    assert cache.entries == {}


@pytest.fixture(scope="module")
def starter() -> Translator:
    spec = ModelSpec("starter-mt", None, DeviceChoice(intra_threads=1))
    translator: Translator = EngineRegistry().create(EngineKind.TRANSLATOR, "starter", spec)
    return translator


TEXTS = [
    "Where is the station? I am very tired.",
    "my brother lives in london",
    "It is raining again today, and I have no umbrella with me.",
    "♪ Happy birthday ♪",
    "Ring the bell!",
    "",
    "😀",
]


def test_with_the_real_model_a_result_does_not_depend_on_its_batch_mates(starter: Translator) -> None:
    translate = SentenceTranslator(starter, ES, glossary=parse_glossary("bell\tcampana"))
    sentences = [sentence(text, index) for index, text in enumerate(TEXTS * 6)]

    together = translate(sentences)
    alone = [translate([each])[0] for each in sentences[: len(TEXTS)]]

    assert [(r.text, r.status) for r in together] == [(r.text, r.status) for r in alone] * 6
    scores = [[r.score or 0.0 for r in results] for results in (together, alone * 6)]
    assert scores[0] == pytest.approx(scores[1], abs=5e-3)
    assert "estación" in together[0].text
    assert "cansado" in together[0].text
    assert "campana" in together[4].text.lower()
    assert together[5].text == ""


@pytest.mark.parametrize("text", ["a\x00b\x07c", "\ud800 broken", "x" * 2000, "Where are you? " * 130, "...", "12:30"])
def test_odd_input_gives_a_sane_result(starter: Translator, text: str) -> None:
    result = translate_one(text, starter)
    assert result.text
    assert "\x00" not in result.text
    assert 0.3 * len(text) - 15 <= len(result.text) <= 3 * len(text) + 15
