from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from streamlation_desktop.core.errors import SettingsError, StorageError
from streamlation_desktop.settings.schema import (
    HistorySettings,
    OutputSettings,
    RecognitionSettings,
    Settings,
    TranslationSettings,
)
from streamlation_desktop.settings.store import load_settings, save_settings
from streamlation_desktop.settings.upgrades import upgraded

FULL = """\
schema_version = 1

[recognition]
languages = ["English", "de"]
model = "C:\\\\models\\\\Ünïcode"
beam_size = 5
vad = false
vocabulary = ["Überlingen", "Okafor"]

[translation]
targets = "es, fr"
preset = "accurate"
glossary = "/home/me/terms.tsv"

[output]
formats = ["srt", "vtt"]
bilingual = true

[history]
keep_days = 30
"""
EXPECTED = Settings(
    recognition=RecognitionSettings.model_validate(
        {
            "languages": ("en", "de"),
            "model": "C:\\models\\Ünïcode",
            "beam_size": 5,
            "vad": False,
            "vocabulary": ("Überlingen", "Okafor"),
        }
    ),
    translation=TranslationSettings.model_validate(
        {"targets": ("es", "fr"), "preset": "accurate", "glossary": Path("/home/me/terms.tsv")}
    ),
    output=OutputSettings(formats=("srt", "vtt"), bilingual=True),
    history=HistorySettings(keep_days=30),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_missing_file_gives_the_defaults(path: Path) -> None:
    loaded = load_settings(path, {})

    assert loaded.settings == Settings()
    assert loaded.warnings == ()
    assert not path.exists()


def test_file_is_read(path: Path) -> None:
    path.write_text(FULL, encoding="utf-8")

    loaded = load_settings(path, {})

    assert loaded.settings == EXPECTED
    assert loaded.warnings == ()


def test_what_is_saved_is_read_back(path: Path) -> None:
    save_settings(EXPECTED, path)

    assert load_settings(path, {}).settings == EXPECTED
    assert "device" not in path.read_text(encoding="utf-8")
    save_settings(Settings(), path)
    assert path.read_text(encoding="utf-8") == "schema_version = 1\n"


def test_failed_save_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("in the way", encoding="utf-8")

    with pytest.raises(StorageError):
        save_settings(Settings(), tmp_path / "settings" / "settings.toml")


def test_environment_is_stronger_than_the_file(path: Path) -> None:
    path.write_text(FULL, encoding="utf-8")
    environment = {
        "STREAMLATION_HOME": "/somewhere",
        "STREAMLATION_RECOGNITION_BEAM_SIZE": "2",
        "STREAMLATION_RECOGNITION_VAD": "yes",
        "STREAMLATION_TRANSLATION_TARGETS": "Portuguese,it",
        "STREAMLATION_TRANSLATION_GLOSSARY": "",
    }

    settings = load_settings(path, environment).settings

    assert settings.recognition == EXPECTED.recognition.model_copy(update={"beam_size": 2, "vad": True})
    assert settings.translation.targets == ("pt", "it")
    assert settings.translation.glossary is None
    assert settings.output == EXPECTED.output


def test_variable_that_makes_no_sense_is_an_error_with_its_name(path: Path) -> None:
    with pytest.raises(SettingsError, match=r"STREAMLATION_RECOGNITION_BEAM_SIZE: .*less than or equal to 10"):
        load_settings(path, {"STREAMLATION_RECOGNITION_BEAM_SIZE": "11"})


def test_unknown_keys_are_told_and_the_rest_is_used(path: Path) -> None:
    path.write_text("colour = 1\n[recognition]\nbeam_size = 3\nspeed = 2\n[window]\nx = 1\n", encoding="utf-8")

    loaded = load_settings(path, {})

    assert loaded.settings.recognition.beam_size == 3
    [warning] = loaded.warnings
    assert "colour, recognition.speed, window" in warning.message


def test_values_out_of_bounds_give_way_to_their_defaults_one_by_one(path: Path) -> None:
    path.write_text(
        '[recognition]\nbeam_size = 99\nmodel = "small"\nlanguages = ["en", "Klingonese!"]\n'
        '[output]\nformats = ["doc"]\nbilingual = true\n[history]\nkeep_days = []\n[translation]\n',
        encoding="utf-8",
    )

    loaded = load_settings(path, {})

    assert loaded.settings == Settings(
        recognition=RecognitionSettings(model="small"), output=OutputSettings(bilingual=True)
    )
    named = " ".join(warning.message for warning in loaded.warnings)
    for name in ("recognition.beam_size", "recognition.languages", "output.formats", "history.keep_days"):
        assert f"{name} in {path} is ignored" in named


def test_section_that_is_no_table_is_ignored(path: Path) -> None:
    path.write_text('recognition = 3\noutput = ["srt"]\n', encoding="utf-8")

    loaded = load_settings(path, {})

    assert loaded.settings == Settings()
    assert len(loaded.warnings) == 2


def test_damaged_file_is_kept_and_told_once(path: Path) -> None:
    path.write_text("[recognition\nbeam_size = 3", encoding="utf-8")

    first, second = load_settings(path, {}), load_settings(path, {})

    assert first.settings == second.settings == Settings()
    assert len(first.warnings) == 1
    assert second.warnings == ()
    assert path.with_name("settings.toml.bad").read_text(encoding="utf-8").startswith("[recognition\n")


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\x00", b"a = " + b"[" * 5_000, b"x = 1" * 300_000, b"a = 1\na = 2", b"\0", b"a = 1e999999\n[a]"],
)
def test_hostile_files_are_set_aside(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    assert load_settings(path, {}).settings == Settings()
    assert path.with_name("settings.toml.bad").read_bytes() == content


def test_folder_in_place_of_the_file(path: Path) -> None:
    path.mkdir()

    loaded = load_settings(path, {})

    assert loaded.settings == Settings()
    assert "cannot be read" in loaded.warnings[0].message


def test_file_of_a_newer_version_is_used_as_far_as_it_is_known(path: Path) -> None:
    path.write_text("schema_version = 99\n[recognition]\nbeam_size = 4\n", encoding="utf-8")

    loaded = load_settings(path, {})

    assert loaded.settings.recognition.beam_size == 4
    assert "newer version" in loaded.warnings[0].message
    assert path.exists()


def test_mutated_files_never_stop_the_application(path: Path) -> None:
    rng = random.Random(8)
    sound = FULL.encode()
    changed = 0
    for _ in range(300):
        data = bytearray(sound)
        for _ in range(rng.randint(1, 8)):
            at = rng.randrange(len(data))
            data[at : at + rng.randint(0, 3)] = rng.choice([b"", b'"', b"[", b"\n", b"=", b"-1", rng.randbytes(2)])
        path.write_bytes(bytes(data))
        loaded = load_settings(path, {})
        changed += loaded.settings != EXPECTED
        assert loaded.warnings or path.exists()
    assert changed > 100


def test_upgrades_run_from_the_version_of_the_file_on() -> None:
    steps = [lambda data: {**data, "a": 1}, lambda data: {**data, "b": 2}]

    assert upgraded({"schema_version": 2}, steps) == {"schema_version": 2, "b": 2}
    assert upgraded({}, steps) == {"a": 1, "b": 2}
    assert upgraded({"schema_version": "x"}, steps) == {"schema_version": "x", "a": 1, "b": 2}


def test_every_setting_is_described() -> None:
    for name, section in Settings.model_fields.items():
        assert isinstance(section.annotation, type)
        for field, info in section.annotation.model_fields.items():
            assert info.description, f"{name}.{field}"


def test_paths_do_not_import_pydantic() -> None:
    code = "import sys, streamlation_desktop.settings.paths; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
