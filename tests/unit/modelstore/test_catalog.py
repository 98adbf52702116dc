from __future__ import annotations

from pathlib import Path

import pytest

from streamlation_desktop.core.errors import SettingsError, UsageError
from streamlation_desktop.core.language import parse_language
from streamlation_desktop.modelstore.catalog import Catalog
from streamlation_desktop.modelstore.kinds import Direction, Family, ModelKind, is_safe_path, safe_relative_path
from streamlation_desktop.modelstore.licences import LicenceRequired, from_hub_card, is_restricted, require_acceptance
from streamlation_desktop.settings.paths import AppPaths

OWN_ENTRY = """
[[model]]
id = "own-model"
name = "Own"
kind = "translator"
family = "nllb"
quality = "good"
languages = "nllb"
size = 1000
licence = "MIT"
attribution = "me"
repo = "me/own"
"""


def test_every_entry_of_the_shipped_catalogue_is_complete(paths: AppPaths) -> None:
    catalog = Catalog.load(paths)
    for entry in catalog:
        assert entry.attribution
        assert all(parse_language(code) for code in entry.languages)
        assert (entry.kind is ModelKind.TRANSLATOR) or entry.languages
        if all(file.size for file in entry.files) and entry.files:
            assert entry.size == sum(file.size or 0 for file in entry.files), entry.id
    assert {entry.kind for entry in catalog} == set(ModelKind)


def test_each_task_has_a_recommended_model(paths: AppPaths) -> None:
    catalog = Catalog.load(paths)
    for usage in ("file:cpu", "live:cpu", "file:gpu", "live:gpu"):
        assert any(usage in entry.recommended for entry in catalog if entry.kind is ModelKind.RECOGNIZER), usage
    for usage in ("file:cpu", "live:cpu"):
        assert any(usage in entry.recommended for entry in catalog if entry.kind is ModelKind.TRANSLATOR), usage


def test_users_own_catalogue_adds_models_and_may_use_the_shipped_language_sets(paths: AppPaths) -> None:
    (paths.config / "catalog.toml").write_text(OWN_ENTRY)
    entry = Catalog.load(paths).require("own-model")
    assert entry.languages == Catalog.load(paths).languages_of(Family.NLLB)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('repo = "me/own"', ""),
        ('repo = "me/own"', 'repo = "me/own"\nfiles = [{ path = "../model.bin" }]'),
        ('repo = "me/own"', 'repo = "me/own"\nfiles = [{ path = "a", sha256 = "abc" }]'),
        ('repo = "me/own"', 'repo = "me/own"\ncolour = "red"'),
        ('languages = "nllb"', 'languages = "klingon"'),
        ("[[model]]", "[[model"),
    ],
)
def test_invalid_own_catalogue_is_an_error_that_names_the_file(paths: AppPaths, wrong: str, right: str) -> None:
    path = paths.config / "catalog.toml"
    path.write_text(OWN_ENTRY.replace(wrong, right))
    with pytest.raises(SettingsError, match=r"catalog\.toml"):
        Catalog.load(paths)


def test_own_catalogue_in_the_wrong_encoding_is_an_error_not_a_crash(paths: AppPaths) -> None:
    Path(paths.config / "catalog.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError):
        Catalog.load(paths)


def test_misspelt_id_suggests_the_nearest(paths: AppPaths) -> None:
    with pytest.raises(UsageError) as caught:
        Catalog.load(paths).require("wisper-smal")
    assert "whisper-small" in caught.value.hint


@pytest.mark.parametrize("text", ["en", "en-", "en_es", "EN-ES", "en-es-fr", "english-spanish"])
def test_direction_refuses_what_is_not_a_pair(text: str) -> None:
    with pytest.raises(ValueError, match="pair"):
        Direction.parse(text)


@pytest.mark.parametrize(
    ("licence", "restricted"),
    [
        ("MIT", False),
        ("CC-BY-4.0", False),
        ("CC-BY-SA-4.0", False),
        ("MIT OR CC0-1.0", False),
        ("CC-BY-NC-4.0", True),
        ("CC-BY-NC-SA-4.0", True),
        ("some-research licence", True),
        ("NOASSERTION", True),
        ("other", True),
    ],
)
def test_licences_that_restrict_use_or_are_unknown_need_acceptance(licence: str, restricted: bool) -> None:
    assert is_restricted(licence) is restricted
    require_acceptance("m", licence, accepted=True)
    if restricted:
        with pytest.raises(LicenceRequired):
            require_acceptance("m", licence, accepted=False)


def test_hub_cards_spell_licences_their_own_way() -> None:
    assert from_hub_card("cc-by-nc-4.0") == "CC-BY-NC-4.0"
    assert from_hub_card("mit") == "MIT"
    assert from_hub_card(None) == "NOASSERTION"


@pytest.mark.parametrize("name", ["", "/a", "../a", "a/../b", "a\\b", "C:a", "a\x00b", "a?b", "."])
def test_path_that_could_leave_the_folder_on_some_platform_is_unsafe(name: str) -> None:
    assert not is_safe_path(name)
    with pytest.raises(ValueError, match="unsafe"):
        safe_relative_path(name)
