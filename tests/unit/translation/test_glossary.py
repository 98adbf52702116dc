from pathlib import Path

import pytest

from streamlation_desktop.core.errors import SourceNotFound, UsageError
from streamlation_desktop.translation.glossary import Glossary, mask, parse_glossary, read_glossary


def replaced(glossary: Glossary, text: str) -> str:
    for span in reversed(glossary.find(text)):
        text = text[: span.start] + f"[{span.text}]" + text[span.end :]
    return text


def test_terms_are_read_from_tabs_or_commas_with_comments(tmp_path: Path) -> None:
    path = tmp_path / "términos.tsv"
    path.write_text('\ufeff# names\n\nring\tanillo\n"one, two",uno\nbank account, cuenta\n', encoding="utf-8")
    assert replaced(read_glossary(path), "ring, bank account, one, two") == "[anillo], [cuenta], [uno]"


@pytest.mark.parametrize("line", ["ring", "ring\t", "\tanillo", "ring,"])
def test_a_line_without_two_columns_is_told_with_its_number(line: str) -> None:
    with pytest.raises(UsageError, match="line 2"):
        parse_glossary(f"a\tb\n{line}\n")


def test_a_missing_file_and_one_that_is_not_utf_8_are_told(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        read_glossary(tmp_path / "none.tsv")
    (tmp_path / "latin.tsv").write_bytes("año\tyear".encode("latin-1"))
    with pytest.raises(UsageError, match="UTF-8"):
        read_glossary(tmp_path / "latin.tsv")


def test_terms_match_whole_words_and_the_longest_wins() -> None:
    glossary = parse_glossary("york\tYork\nnew york\tNueva York\nring\tanillo")
    assert replaced(glossary, "a new  york ring, bringing") == "a [Nueva York] [anillo], bringing"


def test_a_term_with_capitals_matches_as_written_unless_the_text_has_no_capitals() -> None:
    glossary = parse_glossary("Apple\tApple")
    assert replaced(glossary, "An apple from Apple.") == "An apple from [Apple]."
    assert replaced(glossary, "an apple a day") == "an [Apple] a day"


def test_a_term_at_the_start_of_a_sentence_keeps_the_capital() -> None:
    glossary = parse_glossary("ring\tanillo")
    assert replaced(glossary, "Ring of the ring") == "[Anillo] of the [anillo]"


def test_regular_expression_characters_in_terms_are_plain_text() -> None:
    assert replaced(parse_glossary("c++\tC más más\na.b\tx"), "c++ and a.b and aab") == "[C más más] and [x] and aab"


@pytest.mark.parametrize("engine", ["starter", "starter+apertium", "apertium", "opus-mt"])
def test_a_placeholder_that_comes_back_once_is_replaced_by_its_term(engine: str) -> None:
    glossary = parse_glossary("ring\tanillo\nsword\tespada")
    text = "the ring and the sword"
    masked = mask(text, glossary.find(text), engine)
    one, two = masked.terms

    assert "ring" not in masked.text
    assert masked.unmask(f"la {two.source} y el {one.source}.") == "la espada y el anillo."
    assert masked.unmask(f"la {two.source}") is None
    assert masked.unmask(f"{one.source} {one.source} {two.source}") is None


def test_a_placeholder_never_occurs_in_the_text_itself() -> None:
    text = "John gave the ring to Tom"
    masked = mask(text, parse_glossary("ring\tanillo").find(text), "starter")
    assert masked.terms[0].source not in text


def test_terms_beyond_the_placeholders_stay_unmasked() -> None:
    text = " ".join(["ring"] * 12)
    masked = mask(text, parse_glossary("ring\tanillo").find(text), "opus-mt")
    assert len(masked.terms) == 9
    assert masked.text.count("ring") == 3


def test_an_empty_glossary_finds_nothing() -> None:
    assert Glossary(()).find("anything") == []
