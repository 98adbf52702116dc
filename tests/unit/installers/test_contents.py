"""What the packaged application holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from installers.bundle.contents import DATA, is_kept, own_data, standard_modules
from streamlation_desktop.engines.registry import BUILT_IN

ROOT = Path(__file__).parents[3]


def test_own_data_is_where_the_application_looks_for_it() -> None:
    placed = dict(own_data(ROOT))

    assert placed["resources/catalog.toml"] == f"{DATA}/resources"
    assert placed["resources/sample/sample.mp4"] == f"{DATA}/resources/sample"
    assert placed["models/starter-mt/model.bin"] == f"{DATA}/models/starter-mt"
    assert all((ROOT / source).is_file() for source in placed)


def test_scripts_and_fixtures_stay_out() -> None:
    assert not [source for source in dict(own_data(ROOT)) if source.endswith(".py") or "fixture" in source]


@pytest.mark.parametrize(
    "name",
    ["libstdc++.so.6", "libGL.so.1", "libX11.so.6", "libgtk-3.so.0", "PySide6/Qt/plugins/platformthemes/libqgtk3.so"],
)
def test_libraries_of_the_users_system_stay_out(name: str) -> None:
    assert not is_kept(name)


@pytest.mark.parametrize(
    "name",
    ["libxcb-cursor.so.0", "PySide6/Qt/plugins/platforms/libqxcb.so", "av.libs/libavcodec.so", "libcrypto.so.3"],
)
def test_libraries_that_are_needed_come_along(name: str) -> None:
    assert is_kept(name)


def test_every_engine_of_the_table_names_a_module_of_ours_so_that_the_bundle_has_it() -> None:
    for info in BUILT_IN:
        module, _, attribute = info.target.partition(":")
        assert module.startswith("streamlation_desktop.")
        assert attribute


def test_python_s_own_modules_for_optional_parts_come_along() -> None:
    modules = standard_modules(("sherpa_onnx",))

    assert {"pathlib", "typing"} <= set(modules)
    assert not [name for name in modules if name.startswith(("tkinter", "sherpa_onnx", "numpy"))]
