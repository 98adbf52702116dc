from __future__ import annotations

import pytest

from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, is_rtl, language_name, parse_language


@pytest.mark.parametrize(
    ("text", "code"),
    [("es", "es"), ("spa", "es"), ("Spanish", "es"), ("pt-BR", "pt"), ("zh-Hans", "zh"), (" de ", "de"), ("EN", "en")],
)
def test_codes_tags_and_names_are_understood(text: str, code: str) -> None:
    assert parse_language(text) == code


@pytest.mark.parametrize("text", ["klingonese", "xx", "", "english please", "12", "es;fr", "\u202e"])
def test_what_is_no_language_is_refused(text: str) -> None:
    with pytest.raises(UnknownLanguage):
        parse_language(text)


def test_names_and_directions() -> None:
    assert language_name(LanguageCode("es")) == "Spanish"
    assert is_rtl(LanguageCode("ar"))
    assert not is_rtl(LanguageCode("en"))
