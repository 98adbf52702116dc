"""A run without what may have ended the last one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from streamlation_desktop.app import build_services
from streamlation_desktop.engines.registry import EngineRegistry
from streamlation_desktop.settings.safe_mode import enter_safe_mode, is_safe_mode
from streamlation_desktop.settings.store import load_settings

RISKY = """\
schema_version = 1
[compute]
device = "cuda"
compute_type = "float16"
[recognition]
model = "whisper-large"
languages = ["de"]
beam_size = 5
[translation]
targets = ["es"]
model = "large"
[player]
hardware = true
volume = 0.5
[updates]
check = true
"""


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("yes", True), ("0", False), ("", False)])
def test_the_environment_says_so(value: str, expected: bool) -> None:
    assert is_safe_mode({"STREAMLATION_SAFE_MODE": value}) is expected
    assert not is_safe_mode({})


def test_what_may_crash_is_taken_back_and_what_is_needed_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(RISKY, encoding="utf-8")
    environment: dict[str, str] = {"STREAMLATION_COMPUTE_DEVICE": "cuda"}
    enter_safe_mode(environment)

    loaded = load_settings(file, environment)

    assert loaded.settings.compute.device == "cpu"
    assert (loaded.settings.recognition.model, loaded.settings.translation.model) == ("", "")
    assert not loaded.settings.player.hardware
    assert not loaded.settings.updates.check
    assert (loaded.settings.recognition.languages, loaded.settings.translation.targets) == (("de",), ("es",))
    assert loaded.settings.player.volume == 0.5
    assert loaded.warnings[-1].message.startswith("safe mode")
    assert file.read_text(encoding="utf-8") == RISKY


def test_no_plug_in_is_loaded_and_the_graphics_card_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise AssertionError("asked in safe mode")

    monkeypatch.setattr(EngineRegistry, "load_plugins", fail)
    monkeypatch.setattr("streamlation_desktop.engines.devices.probe_cuda", fail)
    monkeypatch.setitem(os.environ, "STREAMLATION_SAFE_MODE", "1")
    with build_services() as services:
        assert services.loaders.device("cuda", "float16").device == "cpu"
