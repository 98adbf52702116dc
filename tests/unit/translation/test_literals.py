import pytest

from streamlation_desktop.translation.literals import Run, find_literals, split_at


def runs(text: str) -> list[tuple[str, bool]]:
    return [(run.text, run.is_literal) for run in split_at(text, find_literals(text))]


def test_emoji_and_addresses_are_kept_apart_from_the_text() -> None:
    assert runs("Look 👍🏽 at https://example.org/a?b, please") == [
        ("Look ", False),
        ("👍🏽", True),
        (" ", True),
        ("at ", False),
        ("https://example.org/a?b,", True),
        (" ", True),
        ("please", False),
    ]


@pytest.mark.parametrize("text", ["👨‍👩‍👧", "♪ ♫", "🇪🇸", "a.b+c@example.org", "- ", "A" * 50])
def test_these_are_literals_as_a_whole(text: str) -> None:
    assert all(is_literal for piece, is_literal in runs(text) if piece.strip())


@pytest.mark.parametrize("text", ["It costs 3.50.", "a well-known fact", "What?! No…", "¿Qué?", "日本語です。"])
def test_plain_text_has_no_literals(text: str) -> None:
    assert find_literals(text) == []


def test_the_dash_before_a_speaker_is_kept() -> None:
    assert runs("- Hello.")[0] == ("-", True)


def test_nothing_is_lost_by_cutting() -> None:
    text = "♪ la la ♪, (really) 😀. bye"
    assert "".join(run.text for run in split_at(text, find_literals(text))) == text
    assert split_at("plain", []) == [Run("plain")]
